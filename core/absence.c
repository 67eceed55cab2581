/* SPDX-License-Identifier: MIT */
/* Who is away when, and who can serve which queues. */
#include <config.h>

#include <banshi/roster.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field absence_fields[] = {
    FIELD(struct banshi_absence, id, "Id", BANSHI_INT),
    FIELD(struct banshi_absence, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_absence, login, "Login", BANSHI_TEXT),
    FIELD(struct banshi_absence, staff_name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_absence, kind, "Kind", BANSHI_TEXT),
    FIELD(struct banshi_absence, first, "First day", BANSHI_DATE),
    FIELD(struct banshi_absence, last, "Last day", BANSHI_DATE),
    FIELD(struct banshi_absence, weekday, "Weekday", BANSHI_INT),
    FIELD(struct banshi_absence, note, "Note", BANSHI_TEXT),
};
SHAPE(absence, struct banshi_absence, absence_fields);

static const struct banshi_field skill_fields[] = {
    FIELD(struct banshi_skill, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_skill, login, "Login", BANSHI_TEXT),
    FIELD(struct banshi_skill, staff_name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_skill, queue, "Code", BANSHI_TEXT),
    FIELD(struct banshi_skill, queue_name, "Queue", BANSHI_TEXT),
    FIELD(struct banshi_skill, given, "Given", BANSHI_BOOL),
};
SHAPE(skill, struct banshi_skill, skill_fields);

struct banshi_op *banshi_absence_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_absence_list, &banshi_absence_shape, fn, closure, "");
}

struct banshi_op *banshi_absence_add(struct banshi *b, const char *opid, const char *login, const char *kind,
                                     banshi_date first, banshi_date last, int64_t weekday, const char *note,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "absence_add", &banshi_absence_shape, fn, closure, "ossddIs", opid, login, kind, first, last,
                   weekday, note);
}

struct banshi_op *banshi_absence_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "absence_remove", &banshi_absence_shape, fn, closure, "oi", opid, id);
}

struct banshi_op *banshi_skill_list(struct banshi *b, const char *login, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_skill_list, &banshi_skill_shape, fn, closure, "S", login);
}

struct banshi_op *banshi_skill_set(struct banshi *b, const char *opid, const char *login, const char *queue,
                                   const char *able, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "skill_set", &banshi_skill_shape, fn, closure, "osss", opid, login, queue, able);
}

/* SPDX-License-Identifier: MIT */
/* Incidents at counters. */
#include <config.h>

#include <banshi/incident.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_incident_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_incident_list, &banshi_incident_shape, fn, closure, "d", day);
}

struct banshi_op *banshi_incident_report(struct banshi *b, const char *opid, const char *text, banshi_done_fn *fn,
                                         void *closure)
{
    return db_call(b, "incident_report", &banshi_incident_shape, fn, closure, "os", opid, text);
}

struct banshi_op *banshi_incident_follow(struct banshi *b, const char *opid, int64_t incident, const char *note,
                                         bool close, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "incident_follow", &banshi_incident_shape, fn, closure, "oisb", opid, incident, note, close);
}

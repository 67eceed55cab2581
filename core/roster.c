/* SPDX-License-Identifier: MIT */
/* The roster: reads and writes, and generating a month: one read, the plan, one write. */
#include <config.h>

#include <banshi/roster.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/compose.h"
#include "roster_plan.h"
#include "sql.h"

/* What a plan is made from. */
struct input {
    const char *input;
};
static const struct banshi_field input_fields[] = {FIELD(struct input, input, NULL, BANSHI_JSON)};
static const struct banshi_shape input_shape = {"roster_input", sizeof(struct input), 1, input_fields};

/* Generating ---------------------------------------------------------------------------------------------------- */

/* A month on its way: read, planned, written. */
struct generation {
    struct banshi *b;
    struct banshi_op *op;
    char *opid, *kind;
    banshi_date month;
    char own_opid[BANSHI_OPID_SIZE];
};

/* The input as the numbers of a plan. */
struct problem {
    json_t *input, *days, *counters, *staff;
    struct roster_team team;
    bool *able, *absent, *before, *chosen;
    int *past, *plan;
    json_t **slots; /* the counters that are chosen */
};

static bool contains(const json_t *numbers, json_int_t number)
{
    size_t i;
    json_t *n;
    json_array_foreach(numbers, i, n)
    {
        if (json_integer_value(n) == number)
            return true;
    }
    return false;
}

static bool can_serve(const json_t *person, const json_t *counter)
{
    size_t i;
    json_t *queue;
    json_array_foreach(json_object_get(counter, "queues"), i, queue)
    {
        if (!contains(json_object_get(person, "queues"), json_integer_value(queue)))
            return false;
    }
    return true;
}

/* The index of a number among those seen so far, which it joins. */
static size_t index_of(json_t *seen, json_int_t number)
{
    size_t i;
    json_t *n;
    json_array_foreach(seen, i, n)
    {
        if (json_integer_value(n) == number)
            return i;
    }
    json_array_append_new(seen, json_integer(number));
    return i;
}

/* Which counters are slots; their number, or SIZE_MAX when out of memory. */
static size_t choose_slots(struct problem *p)
{
    size_t count = json_array_size(p->counters), queues = 0, n = 0, i, k;
    json_t *groups = json_array(), *seen = json_array(), *counter, *queue;
    json_array_foreach(p->counters, i, counter)
    {
        queues += json_array_size(json_object_get(counter, "queues"));
    }
    struct roster_counter *c = calloc(count + 1, sizeof *c);
    bool *serves = calloc(count * queues + 1, sizeof *serves);
    p->chosen = calloc(count + 1, sizeof *p->chosen);
    p->slots = calloc(count + 1, sizeof *p->slots);
    bool ok = groups && seen && c && serves && p->chosen && p->slots;
    for (i = 0; ok && i < count; i++) {
        counter = json_array_get(p->counters, i);
        c[i].group = index_of(groups, json_integer_value(json_object_get(counter, "group")));
        c[i].always = json_is_true(json_object_get(counter, "always"));
        json_array_foreach(json_object_get(counter, "queues"), k, queue)
        {
            serves[i * queues + index_of(seen, json_integer_value(queue))] = true;
        }
        for (k = 0; k < json_array_size(p->staff); k++)
            c[i].people += can_serve(json_array_get(p->staff, k), counter);
    }
    ok = ok && roster_choose(c, count, serves, queues, (int)json_integer_value(json_object_get(p->input, "share")),
                             p->chosen);
    for (i = 0; ok && i < count; i++)
        if (p->chosen[i])
            p->slots[n++] = json_array_get(p->counters, i);
    free(c);
    free(serves);
    json_decref(groups);
    json_decref(seen);
    return ok ? n : SIZE_MAX;
}

static bool read_problem(struct problem *p, const char *text)
{
    p->input = json_loads(text, 0, NULL);
    p->days = json_object_get(p->input, "days");
    p->counters = json_object_get(p->input, "counters");
    p->staff = json_object_get(p->input, "staff");
    size_t slots = choose_slots(p), days = json_array_size(p->days), people = json_array_size(p->staff);
    if (slots == SIZE_MAX)
        return false;
    p->able = calloc(slots * people + 1, sizeof *p->able);
    p->absent = calloc(days * people + 1, sizeof *p->absent);
    p->before = calloc(people + 1, sizeof *p->before);
    p->past = calloc(people + 1, sizeof *p->past);
    p->plan = calloc(days * slots + 1, sizeof *p->plan);
    if (!p->able || !p->absent || !p->before || !p->past || !p->plan)
        return false;
    for (size_t s = 0; s < people; s++) {
        const json_t *person = json_array_get(p->staff, s), *away = json_object_get(person, "absent");
        p->past[s] = (int)json_integer_value(json_object_get(person, "past"));
        p->before[s] = json_is_true(json_object_get(person, "before"));
        for (size_t k = 0; k < slots; k++)
            p->able[k * people + s] = can_serve(person, p->slots[k]);
        for (size_t d = 0; d < days; d++)
            for (size_t a = 0; a < json_array_size(away); a++)
                p->absent[d * people + s] |= json_equal(json_array_get(p->days, d), json_array_get(away, a));
    }
    p->team = (struct roster_team){days, slots, people, p->able, p->absent, p->past, p->before};
    return true;
}

static void problem_free(struct problem *p)
{
    json_decref(p->input);
    free(p->able);
    free(p->absent);
    free(p->before);
    free(p->chosen);
    free(p->past);
    free(p->plan);
    free(p->slots);
}

/* What is kept of a decision: {staff, duties, free: [[staff, duties]], rests, elsewhere, absent: [staff], unable: number}. */
static json_t *why(const struct problem *p, size_t day, size_t slot, const int *counts)
{
    static const char *const names[] = {
        [ROSTER_RESTS] = "rests", [ROSTER_ELSEWHERE] = "elsewhere", [ROSTER_ABSENT] = "absent"};
    json_t *lists[ROSTER_UNABLE + 1] = {NULL}, *w = json_object();
    json_int_t unable = 0;
    for (enum roster_verdict v = ROSTER_CANDIDATE; v < ROSTER_UNABLE; v++)
        lists[v] = json_array();
    for (size_t s = 0; s < p->team.people; s++) {
        json_t *id = json_object_get(json_array_get(p->staff, s), "id");
        enum roster_verdict v = roster_verdict(&p->team, p->plan, day, slot, s);
        unable += v == ROSTER_UNABLE;
        if (v == ROSTER_CHOSEN) {
            json_object_set(w, "staff", id);
            json_object_set_new(w, "duties", json_integer(counts[s]));
        } else if (v == ROSTER_CANDIDATE) {
            json_array_append_new(lists[v], json_pack("[OI]", id, (json_int_t)counts[s]));
        } else if (v != ROSTER_UNABLE) {
            json_array_append(lists[v], id);
        }
    }
    for (enum roster_verdict v = ROSTER_CANDIDATE; v < ROSTER_UNABLE; v++)
        json_object_set_new(w, v == ROSTER_CANDIDATE ? "free" : names[v], lists[v]);
    json_object_set_new(w, "unable", json_integer(unable));
    return w;
}

/* The plan as what roster_put takes; NULL when out of memory. */
static char *batch_of(const struct problem *p)
{
    static const char *const causes[] = {[ROSTER_RESTS] = "elsewhere",
                                         [ROSTER_ELSEWHERE] = "elsewhere",
                                         [ROSTER_ABSENT] = "absent",
                                         [ROSTER_UNABLE] = "unskilled"};
    json_t *duties = json_array(), *batch;
    int *counts = calloc(p->team.people + 1, sizeof *counts);
    if (!counts || !duties) {
        free(counts);
        json_decref(duties);
        return NULL;
    }
    memcpy(counts, p->past, p->team.people * sizeof *counts);
    for (size_t d = 0; d < p->team.days; d++) {
        for (size_t k = 0; k < p->team.slots; k++) {
            int s = p->plan[d * p->team.slots + k];
            json_array_append_new(
                duties,
                json_pack("{sO sO so* ss so}", "day", json_array_get(p->days, d), "counter",
                          json_object_get(p->slots[k], "id"), "staff",
                          s == ROSTER_NOBODY ? NULL
                                             : json_incref(json_object_get(json_array_get(p->staff, (size_t)s), "id")),
                          "cause", s == ROSTER_NOBODY ? causes[roster_vacancy(&p->team, p->plan, d, k)] : "", "why",
                          why(p, d, k, counts)));
        }
        for (size_t k = 0; k < p->team.slots; k++)
            if (p->plan[d * p->team.slots + k] != ROSTER_NOBODY)
                counts[p->plan[d * p->team.slots + k]]++;
    }
    free(counts);
    batch = json_pack("{sO sO so}", "from", json_object_get(p->input, "from"), "draft",
                      json_object_get(p->input, "draft"), "duties", duties);
    char *text = batch ? json_dumps(batch, JSON_COMPACT) : NULL;
    json_decref(batch);
    return text;
}

static void generation_free(void *closure)
{
    struct generation *g = closure;
    free(g->opid);
    free(g->kind);
    free(g);
}

static void written(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    const struct generation *g = closure;
    op_finish(g->op, error, rows ? banshi_rows_ref(rows) : NULL);
}

static void got_input(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct generation *g = closure;
    struct banshi_error own = *error;
    struct problem p = {0};
    char *batch = NULL;
    if (own.code == 0 && op_given_up(g->op))
        error_set(&own, BANSHI_ECANCELLED, "roster");
    if (own.code == 0 && read_problem(&p, banshi_row(struct input, rows, 0)->input) && roster_plan(&p.team, p.plan))
        batch = batch_of(&p);
    if (own.code == 0 && (!batch || !db_call(g->b, "roster_put", &banshi_roster_shape, written, g, "osds", g->opid,
                                             g->kind, g->month, batch)))
        error_set(&own, BANSHI_ENOMEM, "roster");
    if (own.code != 0)
        op_finish(g->op, &own, NULL);
    problem_free(&p);
    free(batch);
}

struct banshi_op *banshi_roster_generate(struct banshi *b, const char *opid, const char *kind, banshi_date month,
                                         banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};
    struct generation *g = calloc(1, sizeof *g);
    if (!g)
        return NULL;
    banshi_opid(g->own_opid);
    g->b = b;
    g->opid = strdup(opid ? opid : g->own_opid);
    g->kind = strdup(kind);
    g->month = month;
    struct banshi_op *op = op_compose(b, g, generation_free, fn, closure);
    if (!op)
        return NULL;
    g->op = op;
    if (!g->opid || !g->kind || !db_read(b, &query_roster_input, &input_shape, got_input, g, "sd", kind, month)) {
        error_set(&error, BANSHI_ENOMEM, "roster");
        op_finish(op, &error, NULL);
    }
    return op;
}

/* The rest -------------------------------------------------------------------------------------------------------- */

struct banshi_op *banshi_roster_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_list, &banshi_roster_shape, fn, closure, "");
}

struct banshi_op *banshi_roster_publish(struct banshi *b, const char *opid, const char *kind, banshi_date month,
                                        int64_t draft, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_publish", &banshi_roster_shape, fn, closure, "osdI", opid, kind, month, draft);
}

struct banshi_op *banshi_roster_change_list(struct banshi *b, int64_t roster, int64_t version, banshi_done_fn *fn,
                                            void *closure)
{
    return db_read(b, &query_roster_change_list, &banshi_roster_change_shape, fn, closure, "ii", roster, version);
}

struct banshi_op *banshi_roster_duty_list(struct banshi *b, banshi_date first, banshi_date last, bool mine,
                                          banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_duty_list, &banshi_roster_duty_shape, fn, closure, "ddb", first, last, (int)mine);
}

struct banshi_op *banshi_roster_assign(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                       const char *login, const char *override, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_assign", &banshi_roster_duty_shape, fn, closure, "oiIss", opid, duty, version, login,
                   override);
}

struct banshi_op *banshi_roster_unassign(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                         banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_unassign", &banshi_roster_duty_shape, fn, closure, "oiI", opid, duty, version);
}

struct banshi_op *banshi_roster_stand_in(struct banshi *b, const char *opid, int64_t duty, int64_t version,
                                         const char *login, const char *override, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_stand_in", &banshi_roster_duty_shape, fn, closure, "oiISS", opid, duty, version, login,
                   override);
}

struct banshi_op *banshi_roster_check_in(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_check_in", &banshi_roster_duty_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_roster_candidate_list(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_candidate_list, &banshi_roster_candidate_shape, fn, closure, "i", duty);
}

struct banshi_op *banshi_roster_why(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_why, &banshi_roster_reason_shape, fn, closure, "i", duty);
}

struct banshi_op *banshi_roster_swap_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_swap_list, &banshi_roster_swap_shape, fn, closure, "");
}

struct banshi_op *banshi_roster_swap_choice_list(struct banshi *b, int64_t duty, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_roster_swap_choice_list, &banshi_roster_swap_choice_shape, fn, closure, "i", duty);
}

struct banshi_op *banshi_roster_swap(struct banshi *b, const char *opid, int64_t duty, const char *colleague,
                                     int64_t other, const char *reason, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_swap", &banshi_roster_swap_shape, fn, closure, "oisIs", opid, duty, colleague, other,
                   reason);
}

struct banshi_op *banshi_roster_consent(struct banshi *b, const char *opid, int64_t swap, bool yes, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "roster_consent", &banshi_roster_swap_shape, fn, closure, "oib", opid, swap, (int)yes);
}

struct banshi_op *banshi_roster_approve(struct banshi *b, const char *opid, int64_t swap, bool yes, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "roster_approve", &banshi_roster_swap_shape, fn, closure, "oib", opid, swap, (int)yes);
}

/* SPDX-License-Identifier: MIT */
/* Questions to the core that belong to a screen. */
#include <config.h>

#include "request.h"

#include <stdlib.h>

#include "app.h"
#include "kit/clock.h"
#include "list.h"

struct request {
    struct app *app;
    struct opened *opened;
    answer_fn *answer;
    const struct banshi_rows **where;
    came_fn *came;
    struct banshi_op *op;
    bool background, write;
    int64_t since; /* milliseconds */
    struct request *next;
};

/* Rows that a state keeps, where it does. */
struct kept {
    const struct banshi_rows **where;
    struct kept *next;
};

static struct opened *find(const struct app *app, const void *state)
{
    struct opened *o = app->top;
    while (o && (const void *)o->state != state)
        o = o->below;
    return o;
}

struct request *request_new(struct app *app, void *state, answer_fn *answer, bool background)
{
    struct opened *o = find(app, state);
    if (!o)
        return NULL;
    struct request *r = malloc(sizeof *r);
    if (!r)
        return NULL;
    *r = (struct request){
        .app = app, .opened = o, .answer = answer, .background = background, .since = now_ms(), .next = o->requests};
    o->requests = r;
    return r;
}

void app_write_seen(struct app *app, const void *state)
{
    struct opened *o = find(app, state);
    if (o && !o->write.busy)
        o->write.open = false;
}

static bool keeps(const struct opened *opened, const struct banshi_rows **where)
{
    const struct kept *k = opened->kept;
    while (k && k->where != where)
        k = k->next;
    return k != NULL;
}

struct request *request_keep(struct app *app, void *state, const struct banshi_rows **where, came_fn *came,
                             bool background)
{
    struct opened *o = find(app, state);
    struct kept *kept = o && !keeps(o, where) ? malloc(sizeof *kept) : NULL;
    if (kept) {
        *kept = (struct kept){where, o->kept};
        o->kept = kept;
    }
    struct request *request = o && keeps(o, where) ? request_new(app, state, NULL, background) : NULL;
    if (request) {
        request->where = where;
        request->came = came;
    }
    return request;
}

bool app_busy(const struct app *app, const void *state)
{
    const struct opened *o = find(app, state);
    return o && o->write.busy;
}

bool app_waits(const struct app *app, const void *state)
{
    const struct opened *o = find(app, state);
    return o && request_age(o) >= 0;
}

static struct request *new_write(struct app *app, void *state, answer_fn *answer)
{
    struct request *request = app_busy(app, state) ? NULL : request_new(app, state, answer, false);
    if (request)
        request->write = true;
    return request;
}

struct request *request_write(struct app *app, void *state, answer_fn *answer, const char *call, size_t count,
                              const struct write_word *words)
{
    struct request *request = new_write(app, state, answer);
    if (request)
        write_begin(&request->opened->write, call, count, words);
    return request;
}

struct request *request_write_once(struct app *app, void *state, answer_fn *answer, const char *opid)
{
    struct request *request = new_write(app, state, answer);
    if (request)
        write_once(&request->opened->write, opid);
    return request;
}

const char *request_opid(const struct request *request)
{
    return request->opened->write.opid;
}

static void unlink_request(struct request *request)
{
    for (struct request **at = &request->opened->requests; *at; at = &(*at)->next)
        if (*at == request) {
            *at = request->next;
            return;
        }
}

/* What is kept has come: lines may say it, and something may wait for it. */
static void keep_came(const struct request *r, const struct banshi_rows *rows)
{
    keep_rows(r->where, rows);
    if (r->opened->screen->list)
        list_update(r->opened->state);
    if (r->came)
        r->came(r->app, r->opened->state);
}

static void finish(struct request *request, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct request r = *request;
    unlink_request(request);
    free(request);
    r.app->dirty = true;
    if (r.write)
        write_end(&r.opened->write, error);
    if (r.answer)
        r.answer(r.app, r.opened->state, error, rows);
    else if (app_ok(r.app, error) && r.where)
        keep_came(&r, rows);
    if (r.write && r.opened == r.app->top && r.opened->screen->list)
        list_written(r.app, r.opened->state);
}

void request_done(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    finish(closure, error, rows);
}

void request_started(struct request *request, struct banshi_op *op)
{
    request->op = op;
    if (!op) {
        struct banshi_error error = {.code = BANSHI_ENOMEM};
        finish(request, &error, NULL);
    }
}

static int oldest(const struct opened *opened, bool background)
{
    int64_t age = -1, now = now_ms();
    for (const struct request *r = opened->requests; r; r = r->next)
        if (r->background == background && now - r->since > age)
            age = now - r->since;
    return (int)age;
}

int request_age(const struct opened *opened)
{
    return oldest(opened, false);
}

int request_read_age(const struct opened *opened)
{
    return oldest(opened, true);
}

bool request_progress(const struct opened *opened, size_t *ret_done, size_t *ret_total)
{
    for (const struct request *r = opened->requests; r; r = r->next)
        if (!r->background && banshi_progress(r->op, ret_done, ret_total))
            return true;
    return false;
}

void request_give_up(struct app *app, struct opened *opened)
{
    struct banshi_error error = {.code = BANSHI_ECANCELLED};
    int64_t start = now_ms();
    for (bool more = true; more;) {
        more = false;
        for (struct request *r = opened->requests; r && !more; r = r->next)
            if (!r->background && r->since < start) {
                banshi_cancel(r->op);
                finish(r, &error, NULL);
                more = app->top == opened; /* the answer may have closed the screen */
                break;
            }
    }
}

void request_drop(struct opened *opened)
{
    while (opened->requests) {
        struct request *r = opened->requests;
        opened->requests = r->next;
        banshi_cancel(r->op);
        free(r);
    }
    while (opened->kept) {
        struct kept *k = opened->kept;
        opened->kept = k->next;
        banshi_rows_free(*k->where);
        free(k);
    }
}

void keep_rows(const struct banshi_rows **kept, const struct banshi_rows *rows)
{
    const struct banshi_rows *old = *kept;
    *kept = rows ? banshi_rows_ref(rows) : NULL;
    banshi_rows_free(old);
}

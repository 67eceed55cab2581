/* SPDX-License-Identifier: MIT */
/* Questions to the core that belong to a screen. */
#include <config.h>

#include "request.h"

#include <stdlib.h>
#include <time.h>

#include "app.h"

struct request {
    struct app *app;
    struct opened *opened;
    answer_fn *answer;
    struct banshi_op *op;
    bool background;
    int64_t since; /* milliseconds */
    struct request *next;
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct request *request_new(struct app *app, void *state, answer_fn *answer, bool background)
{
    struct opened *o = app->top;
    while (o && (void *)o->state != state)
        o = o->below;
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

static void unlink_request(struct request *request)
{
    for (struct request **at = &request->opened->requests; *at; at = &(*at)->next)
        if (*at == request) {
            *at = request->next;
            return;
        }
}

static void finish(struct request *request, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct request r = *request;
    unlink_request(request);
    free(request);
    r.app->dirty = true;
    r.answer(r.app, r.opened->state, error, rows);
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

int request_age(const struct opened *opened)
{
    int64_t age = -1, now = now_ms();
    for (const struct request *r = opened->requests; r; r = r->next)
        if (!r->background && now - r->since > age)
            age = now - r->since;
    return (int)age;
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
}

void keep_rows(const struct banshi_rows **kept, const struct banshi_rows *rows)
{
    const struct banshi_rows *old = *kept;
    *kept = rows ? banshi_rows_ref(rows) : NULL;
    banshi_rows_free(old);
}

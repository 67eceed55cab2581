/* SPDX-License-Identifier: MIT */
/* Questions to the core that belong to a screen: the answer comes to the screen's state, unless it has closed by then.
 *
 *     app_ask(app, state, on_called, banshi_ticket_call_next, opid);            the clerk waits for it
 *     app_watch(app, state, on_tickets, banshi_ticket_list, BANSHI_TICKET_WAITING);   read in the background
 *
 * Esc gives up what the clerk waits for: then the answer is BANSHI_ECANCELLED. */
#ifndef BANSHI_TUI_REQUEST_H
#define BANSHI_TUI_REQUEST_H

#include <stdbool.h>

#include <banshi/session.h>

#include "write.h"

struct app;
struct opened;
struct request;
struct kept;

typedef void answer_fn(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);

/* One more question of the screen of this state; NULL: it has closed. */
struct request *request_new(struct app *app, void *state, answer_fn *answer, bool background);
/* The same for a write, NULL also while another one is not answered; its operation id. */
struct request *request_write(struct app *app, void *state, answer_fn *answer, const char *call, size_t count,
                              const struct write_word *words);
struct request *request_write_once(struct app *app, void *state, answer_fn *answer, const char *opid);
const char *request_opid(const struct request *request);
void request_started(struct request *request, struct banshi_op *op);
void request_done(void *closure, const struct banshi_error *error, const struct banshi_rows *rows);

#define app_request(app, state, answer, background, call, ...) \
    do { \
        struct request *request_ = request_new(app, state, answer, background); \
        if (request_) \
            request_started(request_, call((app)->b, ##__VA_ARGS__, request_done, request_)); \
    } while (0)
#define app_ask(app, state, answer, call, ...) app_request(app, state, answer, false, call, ##__VA_ARGS__)
#define app_watch(app, state, answer, call, ...) app_request(app, state, answer, true, call, ##__VA_ARGS__)

/* Read into *where, of the screen's state, which is let go of when the screen closes; then `came` (may be NULL) is called.
 * app_keep reads in the background, for app_need the clerk waits. */
typedef void came_fn(struct app *app, void *state);
struct request *request_keep(struct app *app, void *state, const struct banshi_rows **where, came_fn *came,
                             bool background);
#define app_read(app, state, where, came, background, call, ...) \
    do { \
        struct request *request_ = request_keep(app, state, where, came, background); \
        if (request_) \
            request_started(request_, call((app)->b, ##__VA_ARGS__, request_done, request_)); \
    } while (0)
#define app_keep(app, state, where, came, call, ...) app_read(app, state, where, came, true, call, ##__VA_ARGS__)
#define app_need(app, state, where, came, call, ...) app_read(app, state, where, came, false, call, ##__VA_ARGS__)

/* Write: CALL is a function of the core; its first argument after the handle is an operation id, which is given to it. The
 * answer may be NULL: then an error is said and nothing else. `words` is for calls with more than texts and numbers. */
#define app_write_as(app, state, answer, words, call, ...) \
    do { \
        struct request *request_ = request_write(app, state, answer, #call, words); \
        if (request_) \
            request_started(request_, call((app)->b, request_opid(request_), ##__VA_ARGS__, request_done, request_)); \
    } while (0)
#define app_write(app, state, answer, call, ...) \
    app_write_as(app, state, answer, WRITE_WORDS(__VA_ARGS__), call, ##__VA_ARGS__)
/* The same as an operation whose id is kept elsewhere, since what is sent outlives the program: it happens once, and with other
 * words it is refused. */
#define app_write_once(app, state, answer, id, call, ...) \
    do { \
        struct request *request_ = request_write_once(app, state, answer, id); \
        if (request_) \
            request_started(request_, call((app)->b, request_opid(request_), ##__VA_ARGS__, request_done, request_)); \
    } while (0)
/* One that nobody waits for, such as that something was printed: the library makes its operation id. */
#define app_write_behind(app, state, answer, call, ...) app_watch(app, state, answer, call, NULL, ##__VA_ARGS__)
/* Is a write of the screen of this state not answered yet? */
bool app_busy(const struct app *app, const void *state);
/* Does the clerk wait for an answer to the screen of this state? */
bool app_waits(const struct app *app, const void *state);
/* What became of the last one can be seen on the screen: the same words sent again are meant once more. */
void app_write_seen(struct app *app, const void *state);

/* Milliseconds that the clerk has been waiting for the screen's oldest question; -1: for none. */
int request_age(const struct opened *opened);
/* Milliseconds since the screen asked for what is read in the background and is not there yet, the oldest; -1: nothing. */
int request_read_age(const struct opened *opened);
/* How far what the clerk waits for is; false: it does not say. */
bool request_progress(const struct opened *opened, size_t *ret_done, size_t *ret_total);
/* Give up what the clerk waits for on the top screen: each answer is BANSHI_ECANCELLED. */
void request_give_up(struct app *app, struct opened *opened);
/* Forget all questions of a screen that closes, and let go of what it keeps; nobody is answered. */
void request_drop(struct opened *opened);

/* Replace rows that a state keeps; NULL rows let go of them. */
void keep_rows(const struct banshi_rows **kept, const struct banshi_rows *rows);

#endif

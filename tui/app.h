/* SPDX-License-Identifier: MIT */
/* The full-screen program: its loop, the stack of screens, questions to the core and messages to the clerk. */
#ifndef BANSHI_TUI_APP_H
#define BANSHI_TUI_APP_H

#include <banshi/banshi.h>

#include "canvas.h"
#include "keymap.h"
#include "screen.h"

struct app {
    struct banshi *b;
    struct term *term;
    struct keymap keys;
    struct canvas canvas;
    struct opened *top;
    const struct banshi_rows *session; /* NULL before signing on */
    const char *user;
    bool quit, dirty;
    char message[1200];
    enum style message_style;
    char print_to[512]; /* where documents went last */
    int waiting;        /* answers outstanding */
};

/* Run the program on the terminal; user (may be NULL) is offered for signing on. Exit status. */
int tui_run(struct banshi *b, const char *user);

/* Open a screen over the present one, by name; the argument is only read by its open function. */
void app_open(struct app *app, const char *name, int tag, const void *argument);
/* Close the top screen, with a result for the one below. */
void app_close(struct app *app, bool chosen, const char *text, int64_t number);
/* Close all screens and begin with this one. */
void app_restart(struct app *app, const char *name);
/* Do an action as if its key had been pressed. */
void app_act(struct app *app, enum action action);
/* The screen that the help and the palette are about. */
const struct screen *app_below(const struct app *app);

/* A line for the clerk, until the next key. */
void app_say(struct app *app, enum style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
void app_error(struct app *app, const struct banshi_error *error);
/* Error in words: sentence, translated detail, hint. */
void error_words(const struct banshi_error *error, char *ret, size_t size);
/* Each segment of a detail translated. */
void detail_words(const char *detail, char *ret, size_t size);

/* Ask the core for the screen on top: answer is called unless the screen has closed by then.
 *     app_ask(app, state, on_tickets, banshi_ticket_list, BANSHI_TICKET_WAITING); */
typedef void answer_fn(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
struct request;
struct request *request_new(struct app *app, void *state, answer_fn *answer);
void request_started(struct request *request, struct banshi_op *op);
void request_done(void *closure, const struct banshi_error *error, const struct banshi_rows *rows);
#define app_ask(app, state, answer, call, ...)                                                       \
    do {                                                                                             \
        struct request *request_ = request_new(app, state, answer);                                  \
        if (request_)                                                                                \
            request_started(request_, call((app)->b, ##__VA_ARGS__, request_done, request_));        \
    } while (0)

/* Replace rows that a state keeps. */
void keep_rows(const struct banshi_rows **kept, const struct banshi_rows *rows);

/* "14:05" in the centre's time zone; "" for none. */
const char *clock_text(banshi_time t, char ret[16]);
const char *day_text(banshi_date day, char ret[16]);
/* Now, by the terminal's clock. */
banshi_time time_now(void);

#endif

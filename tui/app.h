/* SPDX-License-Identifier: MIT */
/* The full-screen program: the stack of screens and what they share. */
#ifndef BANSHI_TUI_APP_H
#define BANSHI_TUI_APP_H

#include <banshi/banshi.h>

#include "kit/canvas.h"
#include "kit/keymap.h"
#include "kit/pace.h"
#include "message.h"
#include "request.h"
#include "screen.h"
#include "words.h"

/* A screen on the stack. */
struct opened {
    const struct screen *screen;
    struct opened *below;
    struct request *requests;
    struct kept *kept; /* rows of its state */
    int tag;
    struct write write; /* the last one */
    _Alignas(16) char state[];
};

struct app {
    struct banshi *b;
    struct keymap keys;
    struct canvas canvas;
    int rows; /* that a screen has */
    struct opened *top;
    const struct banshi_rows *session; /* NULL before signing on */
    const char *user;                  /* offered for signing on, or NULL */
    bool quit, dirty;                  /* dirty: the picture is to be drawn again */
    bool repaint;                      /* the terminal has lost its picture */
    bool suspend;                      /* the clerk wants the shell */
    char message[1200];
    enum style message_style;
    char print_to[512]; /* where documents went last */
    struct messages messages;
    struct pace paces[BANSHI_CONCEPTS]; /* of telling the screens what changes rarely */
};

/* Run the program on the terminal; user (may be NULL) is offered for signing on. Exit status. */
int tui_run(struct banshi *b, const char *user);

/* Open a screen over the present one, by name, when the person may; the argument is only read by its open function. */
void app_open(struct app *app, const char *name, int tag, const void *argument);
/* The screen of a name; NULL: there is none. */
const struct screen *app_screen(const char *name);
/* Close the top screen, with a result for the one below. */
void app_close(struct app *app, bool chosen, const char *text, int64_t number);
/* The same of the screen of this state, wherever it is: something may have been opened over it meanwhile. */
void app_close_of(struct app *app, void *state, bool chosen, const char *text, int64_t number);
/* Close all screens; and begin with this one. */
void app_close_all(struct app *app);
void app_restart(struct app *app, const char *name);
/* Do a key, or an action as if its key had been pressed, on the top screen. */
void app_press(struct app *app, key k);
void app_act(struct app *app, enum action action);
/* Is text being typed on the top screen, so that characters are no acts? */
bool app_typing(const struct app *app);
/* Tell the screens that something changed in the centre. */
void app_event(struct app *app, const struct banshi_event *event);
/* When something is to be read again that has to wait, in milliseconds as now_ms; 0: nothing. And do what is due. */
int64_t app_due(const struct app *app);
void app_do_due(struct app *app, int64_t now);
/* The screen that the help and the palette are about. */
const struct opened *app_below(const struct app *app);
/* All contexts of a screen, with those of lists and forms and GLOBAL at the end. */
enum { CONTEXTS_MOST = 10 };
void app_contexts(const struct screen *screen, enum context ret[CONTEXTS_MOST]);
/* The rank of a role, none of a device's; of who is signed on. */
enum rank rank_of(const char *role);
enum rank app_rank(const struct app *app);
/* From now on nobody is signed on. */
void app_signed_off(struct app *app);
/* What an action would do now on this screen, as a message id; "" when it is not possible. */
const char *app_hint(const struct app *app, const struct opened *opened, enum action action);

/* A line for the clerk, until the next key. */
void app_say(struct app *app, enum style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same for what went wrong; nothing for what the clerk gave up. */
void app_error(struct app *app, const struct banshi_error *error);
/* True when there was no error; else it is said. */
bool app_ok(struct app *app, const struct banshi_error *error);
/* Say where a paper went, or a file; or that the printer has it and why it waits. */
void app_printed(struct app *app, const struct banshi_print *print, bool file);
/* Say that an act cannot be done now; or, by its name, whom something is for. */
void app_impossible(struct app *app, enum action action);
void app_refuse(struct app *app, enum rank least, const char *name);
/* May who is signed on do it? Else it is said whom it is for. */
bool app_may(struct app *app, enum rank least, enum action action);

#endif

/* SPDX-License-Identifier: MIT */
/* The loop: keys, answers and events in, one picture out; and the stack of screens. */
#include <config.h>

#include "app.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "i18n.h"
#include "keybar.h"
#include "term.h"
#include "text.h"

struct opened {
    const struct screen *screen;
    struct opened *below;
    struct request *requests;
    int tag;
    _Alignas(16) char state[];
};

struct request {
    struct app *app;
    struct opened *opened;
    answer_fn *answer;
    struct banshi_op *op;
    struct request *next;
};

/* Questions ---------------------------------------------------------------------------------------------------- */

struct request *request_new(struct app *app, void *state, answer_fn *answer)
{
    struct request *r = calloc(1, sizeof *r);
    struct opened *o = app->top;
    while (o && (void *)o->state != state)
        o = o->below;
    if (!r || !o) {
        free(r);
        return NULL;
    }
    *r = (struct request){.app = app, .opened = o, .answer = answer, .next = o->requests};
    o->requests = r;
    app->waiting++;
    return r;
}

static void forget(struct request *request)
{
    for (struct request **at = &request->opened->requests; *at; at = &(*at)->next)
        if (*at == request) {
            *at = request->next;
            break;
        }
    request->app->waiting--;
    free(request);
}

void request_done(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct request *r = closure;
    struct app *app = r->app;
    void *state = r->opened->state;
    answer_fn *answer = r->answer;
    forget(r);
    app->dirty = true;
    answer(app, state, error, rows);
}

void request_started(struct request *request, struct banshi_op *op)
{
    request->op = op;
    if (!op) {
        struct banshi_error error = {.code = BANSHI_ENOMEM};
        request_done(request, &error, NULL);
    }
}

static void drop_requests(struct opened *o)
{
    while (o->requests) {
        banshi_cancel(o->requests->op);
        forget(o->requests);
    }
}

void keep_rows(const struct banshi_rows **kept, const struct banshi_rows *rows)
{
    const struct banshi_rows *old = *kept;
    *kept = rows ? banshi_rows_ref(rows) : NULL;
    banshi_rows_free(old);
}

/* Screens ------------------------------------------------------------------------------------------------------ */

void app_open(struct app *app, const char *name, int tag, const void *argument)
{
    const struct screen *const *screen = screen_registry;
    while (*screen && strcmp((*screen)->name, name) != 0)
        screen++;
    struct opened *o = *screen ? calloc(1, sizeof *o + (*screen)->size + 16) : NULL;
    if (!o) {
        app_say(app, STYLE_BAD, "%s: %s", name, _("Out of memory"));
        return;
    }
    o->screen = *screen;
    o->below = app->top;
    o->tag = tag;
    app->top = o;
    app->dirty = true;
    if (o->screen->open)
        o->screen->open(app, o->state, argument);
}

static void pop(struct app *app)
{
    struct opened *o = app->top;
    drop_requests(o);
    if (o->screen->close)
        o->screen->close(app, o->state);
    app->top = o->below;
    free(o);
    app->dirty = true;
}

void app_close(struct app *app, bool chosen, const char *text, int64_t number)
{
    char *kept = text ? strdup(text) : NULL;
    struct result result = {.tag = app->top->tag, .chosen = chosen, .text = kept ? kept : "", .number = number};
    pop(app);
    if (app->top && app->top->screen->result)
        app->top->screen->result(app, app->top->state, &result);
    else if (!app->top)
        app->quit = true;
    free(kept);
}

void app_restart(struct app *app, const char *name)
{
    while (app->top)
        pop(app);
    app_open(app, name, 0, NULL);
}

const struct screen *app_below(const struct app *app)
{
    return app->top->below ? app->top->below->screen : app->top->screen;
}

/* Messages ----------------------------------------------------------------------------------------------------- */

void app_say(struct app *app, enum style style, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(app->message, sizeof app->message, format, args);
    va_end(args);
    app->message_style = style;
    app->dirty = true;
}

void detail_words(const char *detail, char *ret, size_t size)
{
    static const char dot[] = " · ";
    size_t used = 0;
    ret[0] = '\0';
    while (*detail && used + 1 < size) {
        const char *end = strstr(detail, dot);
        size_t n = end ? (size_t)(end - detail) : strlen(detail);
        char segment[512];
        snprintf(segment, sizeof segment, "%.*s", (int)n, detail);
        int wrote = snprintf(ret + used, size - used, "%s%s", segment[0] ? _(segment) : "", end ? dot : "");
        used += wrote > 0 ? (size_t)wrote : 0;
        detail += n + (end ? strlen(dot) : 0);
    }
}

void error_words(const struct banshi_error *error, char *ret, size_t size)
{
    char detail[1024];
    const char *hint = banshi_error_hint(error->code);
    detail_words(error->detail, detail, sizeof detail);
    snprintf(ret, size, "%s%s%s%s%s", _(banshi_error_sentence(error->code)), detail[0] ? _(": ") : "", detail,
             _(". "), hint[0] ? _(hint) : "");
}

void app_error(struct app *app, const struct banshi_error *error)
{
    error_words(error, app->message, sizeof app->message);
    app->message_style = STYLE_BAD;
    app->dirty = true;
}

/* Times -------------------------------------------------------------------------------------------------------- */

banshi_time time_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (banshi_time)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

const char *clock_text(banshi_time t, char ret[16])
{
    time_t seconds = t / 1000000;
    struct tm tm;
    ret[0] = '\0';
    if (t && localtime_r(&seconds, &tm))
        strftime(ret, 16, "%H:%M", &tm);
    return ret;
}

const char *day_text(banshi_date day, char ret[16])
{
    if (day)
        snprintf(ret, 16, "%04d-%02d-%02d", day / 10000 % 10000, day / 100 % 100, day % 100);
    else
        ret[0] = '\0';
    return ret;
}

/* Keys --------------------------------------------------------------------------------------------------------- */

static void global(struct app *app, enum action action)
{
    switch (action) {
    case ACTION_HELP:
        app_open(app, "help", 0, NULL);
        break;
    case ACTION_PALETTE:
        app_open(app, "palette", 0, NULL);
        break;
    case ACTION_BACK:
        if (app->top->requests) { /* whatever is awaited: the keyboard comes first */
            drop_requests(app->top);
            app_say(app, STYLE_WARN, "%s", _("No longer waiting for the server; press again to go back"));
        } else if (app->top->below) {
            app_close(app, false, NULL, 0);
        }
        break;
    case ACTION_REDRAW:
        term_forget(app->term);
        app->dirty = true;
        break;
    case ACTION_SUSPEND:
        term_suspend(app->term);
        app->dirty = true;
        break;
    case ACTION_QUIT:
        app->quit = true;
        break;
    default:
        break;
    }
}

void app_act(struct app *app, enum action action)
{
    struct opened *top = app->top;
    if (action == ACTION_NONE || (top->screen->act && top->screen->act(app, top->state, action)))
        return;
    global(app, action);
}

static void press(struct app *app, key k)
{
    const struct screen *screen = app->top->screen;
    app->message[0] = '\0';
    app->dirty = true;
    if (screen->key && screen->key(app, app->top->state, k))
        return;
    enum context contexts[8];
    size_t n = 0;
    while (n < 6 && screen->contexts[n] != CONTEXT_NONE) {
        contexts[n] = screen->contexts[n];
        n++;
    }
    contexts[n] = CONTEXT_GLOBAL;
    contexts[n + 1] = CONTEXT_NONE;
    app_act(app, keymap_find(&app->keys, contexts, k));
}

/* The picture -------------------------------------------------------------------------------------------------- */

static void draw_header(const struct app *app, struct area area)
{
    char right[128], time[16];
    int seconds;
    enum banshi_link link = banshi_link_state(app->b, &seconds);
    const char *state = link == BANSHI_ONLINE ? "" : link == BANSHI_LOST ? _("connection lost") : _("connecting");
    clock_text(time_now(), time);
    paint_fill(area, 0, 0, 1, area.cols, STYLE_BAR);
    if (link == BANSHI_ONLINE || link == BANSHI_OFFLINE)
        snprintf(right, sizeof right, "%s ", time);
    else
        snprintf(right, sizeof right, "! %s %d s  %s ", state, seconds, time);
    int width = text_width(right);
    paint_right(area, 0, 0, area.cols, link == BANSHI_LOST ? STYLE_BAD : STYLE_BAR, right);
    struct area left = area_part(area, 0, 1, 1, area.cols - width - 2);
    if (app->session && app->session->count) {
        const struct banshi_session *s = banshi_row(struct banshi_session, app->session, 0);
        paintf(left, 0, 0, STYLE_BAR, "%s  %s  %s", s->centre_name, s->counter_name, s->name);
    } else {
        paint(left, 0, 0, STYLE_BAR, _("Banshi, the window clerk"));
    }
}

static void draw_opened(const struct app *app, const struct opened *o, struct area body)
{
    if (o->screen->dialog && o->below)
        draw_opened(app, o->below, body);
    o->screen->draw(app, o->state, body);
}

static void draw(struct app *app)
{
    int rows, cols;
    term_size(app->term, &rows, &cols);
    if ((rows != app->canvas.rows || cols != app->canvas.cols) && !canvas_resize(&app->canvas, rows, cols))
        return;
    canvas_clear(&app->canvas);
    struct area all = canvas_area(&app->canvas);
    int message_rows = app->message[0] ? text_lines(app->message, cols - 2) : 1;
    if (message_rows > 3)
        message_rows = 3;
    draw_header(app, area_part(all, 0, 0, 1, cols));
    draw_opened(app, app->top, area_part(all, 1, 0, rows - 3 - message_rows, cols));
    if (app->message[0])
        paint_wrap(area_part(all, rows - 2 - message_rows, 1, message_rows, cols - 2), 0, 0, app->message_style,
                   app->message);
    else if (app->waiting)
        paint(area_part(all, rows - 3, 1, 1, cols - 2), 0, 0, STYLE_WEAK, "…");
    keybar_draw(&app->keys, app->top->screen->contexts, area_part(all, rows - 2, 0, 2, cols));
    term_show(app->term, &app->canvas);
    app->dirty = false;
}

/* The loop ----------------------------------------------------------------------------------------------------- */

static void on_event(void *closure, const char *concept)
{
    struct app *app = closure;
    app->dirty = true;
    for (struct opened *o = app->top, *below; o; o = below) {
        below = o->below;
        if (o->screen->event)
            o->screen->event(app, o->state, concept);
    }
}

/* Milliseconds to the next full minute, or second while the connection is down, when the header changes. */
static int header_wait(const struct app *app)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    int in_second = 1000 - (int)(t.tv_nsec / 1000000);
    enum banshi_link link = banshi_link_state(app->b, NULL);
    if (link == BANSHI_LOST || link == BANSHI_CONNECTING || app->waiting)
        return in_second;
    return in_second + (59 - (int)(t.tv_sec % 60)) * 1000;
}

static void wait_for_something(struct app *app)
{
    struct pollfd fds[8] = {
        {.fd = term_key_fd(app->term), .events = POLLIN},
        {.fd = term_signal_fd(app->term), .events = POLLIN},
    };
    size_t n = 2 + banshi_pollfds(app->b, fds + 2, 6);
    int core = banshi_timeout(app->b), header = header_wait(app);
    int timeout = core >= 0 && core < header ? core : header;
    int ready = poll(fds, n, timeout);
    if (ready == 0 && timeout == header)
        app->dirty = true;
    if (ready > 0 && (fds[0].revents & (POLLHUP | POLLERR)))
        app->quit = true;
}

static void load_keys(struct app *app)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char path[1024], problem[512];
    keymap_init(&app->keys);
    if (config && *config == '/')
        snprintf(path, sizeof path, "%s/banshi/keys", config);
    else
        snprintf(path, sizeof path, "%s/.config/banshi/keys", home ? home : "");
    if (!keymap_load(&app->keys, path, problem, sizeof problem))
        app_say(app, STYLE_BAD, "%s", problem);
}

int tui_run(struct banshi *b, const char *user)
{
    struct app app = {.b = b, .user = user, .dirty = true};
    const char *problem = NULL;
    app.term = term_open(0, 1, &problem);
    if (!app.term) {
        fprintf(stderr, "banshi: %s\n", problem);
        return 2;
    }
    load_keys(&app);
    banshi_on_event(b, on_event, &app);
    app_open(&app, "sign_on", 0, NULL);
    while (!app.quit) {
        struct term_signals signals = term_signals(app.term);
        app.quit = app.quit || signals.quit || signals.hangup;
        app.dirty = app.dirty || signals.resize || signals.continued;
        for (key k; !app.quit && app.top && (k = term_key(app.term, NULL)) != K_NONE;)
            press(&app, k);
        banshi_process(b);
        if (app.quit || !app.top)
            break;
        if (app.dirty)
            draw(&app);
        wait_for_something(&app);
    }
    while (app.top)
        pop(&app);
    banshi_on_event(b, NULL, NULL);
    banshi_rows_free(app.session);
    term_close(app.term);
    canvas_free(&app.canvas);
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* The loop: keys, answers and events in, one picture out. */
#include <config.h>

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app.h"
#include "kit/burst.h"
#include "kit/clock.h"
#include "draft.h"
#include "form_screen.h"
#include "i18n.h"
#include "list.h"
#include "kit/keybar.h"
#include "kit/term.h"
#include "kit/text.h"

/* Answers that take longer are shown to be awaited. */
enum { SLOW_MS = 500 };
/* So long, and so many, keys wait for the lines that they are meant for. */
enum { AHEAD_MS = 2000, AHEAD_KEYS = 256 };

struct loop {
    struct app app;
    struct term *term;
    struct burst burst;
    struct typed {
        key k;
        bool pasted;
    } ahead[AHEAD_KEYS]; /* typed before the lines were there that they are meant for */
    int ahead_count;
    banshi_time minute; /* the screens have been told */
};

/* Keys --------------------------------------------------------------------------------------------------------- */

/* Do what was held back: look up a scanned code, or strike the keys one by one after all. */
static void take_burst(struct loop *loop)
{
    struct app *app = &loop->app;
    char text[BURST_KEYS * 4];
    struct burst taken = loop->burst;
    loop->burst.count = 0;
    if (burst_text(&taken, text, sizeof text)) {
        if (app->session && text[0] && !app->top->screen->dialog)
            app_open(app, "case_search", 0, text);
        else
            term_bell(loop->term);
        return;
    }
    for (size_t i = 0; i < taken.count && app->top && !app->quit; i++)
        app_press(app, taken.keys[i]);
}

/* How many milliseconds keys still wait, because a list is being read that was just opened, or is about to open; 0: none. */
static int keys_wait(const struct app *app)
{
    const struct opened *top = app->top;
    int age = !top                                                 ? -1
              : top->screen->list && list_awaited(top->state)      ? request_read_age(top)
              : top->screen->form && form_awaited(app, top->state) ? request_age(top)
                                                                   : -1;
    return age < 0 || age >= AHEAD_MS ? 0 : AHEAD_MS - age;
}

static void take_key(struct loop *loop, key k, bool pasted)
{
    struct app *app = &loop->app;
    if (app_typing(app) && loop->burst.count == 0) {
        app_press(app, pasted && k == K_ENTER ? ' ' : k);
    } else if (!burst_hold(&loop->burst, k, pasted, now_ms())) {
        if (loop->burst.count == 0) {
            app_press(app, k);
            return;
        }
        take_burst(loop);
        if (app->top && !app->quit)
            take_key(loop, k, pasted); /* what was held may have opened something to type into */
    }
}

/* Keep what is typed for a list that is not there yet; Esc waits for nothing, and what was typed before it is given up. */
static void keep_keys(struct loop *loop)
{
    struct app *app = &loop->app;
    struct typed *next;
    while (!app->quit && keys_wait(app) && loop->ahead_count < AHEAD_KEYS) {
        next = &loop->ahead[loop->ahead_count];
        next->k = term_key(loop->term, &next->pasted);
        if (next->k == K_NONE)
            return;
        loop->ahead_count++;
        if (next->k == K_ESC) {
            loop->ahead_count = 0;
            take_key(loop, K_ESC, false);
        }
    }
}

static struct typed next_key(struct loop *loop)
{
    struct typed next = loop->ahead[0];
    if (loop->ahead_count)
        memmove(loop->ahead, loop->ahead + 1, (size_t)--loop->ahead_count * sizeof next);
    else
        next.k = term_key(loop->term, &next.pasted);
    return next;
}

static void take_keys(struct loop *loop)
{
    struct app *app = &loop->app;
    struct typed next;
    while (!app->quit && app->top && !keys_wait(app) && (next = next_key(loop)).k != K_NONE)
        take_key(loop, next.k, next.pasted);
    keep_keys(loop);
    if (app->top && burst_due(&loop->burst, now_ms()) == 0)
        take_burst(loop);
}

/* The picture -------------------------------------------------------------------------------------------------- */

static void draw_header(const struct app *app, struct area area)
{
    char right[128], time[16];
    int seconds;
    enum banshi_link link = banshi_link_state(app->b, &seconds);
    clock_text(time_now(), time);
    paint_fill(area, 0, 0, 1, area.cols, STYLE_BAR);
    if (link == BANSHI_ONLINE || link == BANSHI_OFFLINE)
        snprintf(right, sizeof right, "%s ", time);
    else
        snprintf(right, sizeof right, _(" ! %s %d s  %s "),
                 link == BANSHI_LOST ? _("connection lost") : _("connecting"), seconds, time);
    int width = text_width(right);
    paint_right(area, 0, area.cols - width, width, link == BANSHI_LOST ? STYLE_BAD : STYLE_BAR, right);
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
    if (o->screen->draw)
        o->screen->draw(app, o->state, body);
    else if (o->screen->form)
        form_screen_draw(app, o->screen, o->state, body);
    else
        list_draw(app, o->state, body);
}

/* Keys that lists have everywhere are not shown, unless the screen has a word for them now. */
static const char *bar_label(const void *closure, enum action action)
{
    const struct app *app = closure;
    const struct opened *top = app->top;
    bool plain = action_table[action].context == CONTEXT_LIST || action_table[action].context == CONTEXT_TABLE;
    if (plain && !(top->screen->hint && top->screen->hint(top->state, action)) &&
        !(top->screen->list && list_hint(top->state, action)))
        return "";
    return app_hint(app, top, action);
}

static void draw_bar(const struct app *app, struct area area)
{
    enum context contexts[CONTEXTS_MOST];
    app_contexts(app->top->screen, contexts);
    keybar_draw(&(struct keybar){&app->keys, contexts, app_typing(app), bar_label, app}, area);
}

/* "  45 % ########............  900 / 2000  Esc stops" */
static void draw_progress(struct area area, size_t done, size_t total)
{
    char count[64];
    snprintf(count, sizeof count, _("%zu of %zu; Esc stops"), done, total);
    int bar = area.cols - text_width(count) - 9, filled = bar > 0 ? (int)((size_t)bar * done / total) : 0;
    paintf(area, area.rows - 1, 0, STYLE_STRONG, "%3zu %%", 100 * done / total);
    for (int i = 0; i < bar; i++)
        paint(area, area.rows - 1, 6 + i, i < filled ? STYLE_GOOD : STYLE_WEAK, i < filled ? "#" : ".");
    paint(area, area.rows - 1, area.cols - text_width(count) - 1, STYLE_WARN, count);
}

static void draw_said(const struct app *app, struct area area)
{
    int age = request_age(app->top);
    size_t done, total;
    if (age >= SLOW_MS && request_progress(app->top, &done, &total))
        draw_progress(area, done, total);
    else if (app->message[0])
        paint_wrap(area, 0, 0, app->message_style, app->message);
    else if (age >= SLOW_MS)
        paintf(area, area.rows - 1, 0, STYLE_WARN, _("Waiting for the server, %d s; Esc gives the keyboard back"),
               age / 1000);
}

static void draw(struct loop *loop)
{
    struct app *app = &loop->app;
    int rows, cols;
    term_size(loop->term, &rows, &cols);
    if ((rows != app->canvas.rows || cols != app->canvas.cols) && !canvas_resize(&app->canvas, rows, cols))
        return;
    canvas_clear(&app->canvas);
    struct area all = canvas_area(&app->canvas);
    int said = app->message[0] ? text_lines(app->message, cols - 2) : 1;
    if (said > 3)
        said = 3;
    draw_header(app, area_part(all, 0, 0, 1, cols));
    int band = message_rows(app, cols);
    message_draw(app, area_part(all, 1, 0, band, cols));
    app->rows = rows - 3 - band - said;
    draw_opened(app, app->top, area_part(all, 1 + band, 0, app->rows, cols));
    draw_said(app, area_part(all, rows - 2 - said, 1, said, cols - 2));
    draw_bar(app, area_part(all, rows - 2, 0, 2, cols));
    if (app->repaint)
        term_forget(loop->term);
    app->repaint = false;
    app->dirty = false;
    term_show(loop->term, &app->canvas);
}

/* The loop ----------------------------------------------------------------------------------------------------- */

static void on_event(void *closure, const struct banshi_event *event)
{
    app_event(closure, event);
}

/* Milliseconds to the next full minute when the clock changes, or second while something is awaited. */
static int clock_wait(const struct app *app)
{
    banshi_time t = time_now();
    int in_second = 1000 - (int)(t / 1000 % 1000);
    enum banshi_link link = banshi_link_state(app->b, NULL);
    int age = request_age(app->top);
    if (age >= 0 && age < SLOW_MS)
        return SLOW_MS - age < in_second ? SLOW_MS - age : in_second;
    if (age >= 0 || link == BANSHI_LOST || link == BANSHI_CONNECTING)
        return in_second;
    return in_second + (59 - (int)(t / 1000000 % 60)) * 1000;
}

/* Times that are counted in minutes have moved: an event of the screens' own, which asks nobody. */
static void tell_time(struct loop *loop)
{
    banshi_time minute = time_now() / 60000000;
    if (minute != loop->minute)
        app_event(&loop->app, EVENT(EVENT_MINUTE));
    loop->minute = minute;
}

static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

static void wait_for_something(struct loop *loop)
{
    int ahead = keys_wait(&loop->app);
    int64_t due = app_due(&loop->app);
    struct pollfd fds[8] = {
        {.fd = term_key_fd(loop->term), .events = loop->ahead_count < AHEAD_KEYS ? POLLIN : 0},
        {.fd = term_signal_fd(loop->term), .events = POLLIN},
    };
    size_t n = 2 + banshi_pollfds(loop->app.b, fds + 2, 6);
    int clock = clock_wait(&loop->app);
    int timeout = sooner(sooner(banshi_timeout(loop->app.b), clock), burst_due(&loop->burst, now_ms()));
    if (ahead)
        timeout = sooner(timeout, ahead);
    if (due)
        timeout = sooner(timeout, due > now_ms() ? (int)(due - now_ms()) : 0);
    int ready = poll(fds, n > 8 ? 8 : n, timeout);
    if (ready == 0 && timeout == clock)
        loop->app.dirty = true;
    tell_time(loop);
    app_do_due(&loop->app, now_ms());
    if (ready > 0 && (fds[0].revents & (POLLHUP | POLLERR)))
        loop->app.quit = true;
}

static void take_signals(struct loop *loop)
{
    struct term_signals signals = term_signals(loop->term);
    loop->app.quit = loop->app.quit || signals.quit || signals.hangup;
    loop->app.dirty = loop->app.dirty || signals.resize || signals.continued;
    if (loop->app.suspend && !loop->app.quit)
        term_suspend(loop->term);
    loop->app.suspend = false;
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

/* The encoding that the environment asks for; of a locale that the system has not generated only the name tells it. */
static const char *encoding_asked(locale_t asked)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    if (asked)
        return nl_langinfo_l(CODESET, asked);
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *name = getenv(variables[i]), *dot = name ? strchr(name, '.') : NULL;
        if (name && *name)
            return dot ? dot + 1 : name;
    }
    return "?";
}

/* What the terminal was told to speak, when that is not what it is spoken to in. */
static void tell_encoding(struct app *app)
{
    locale_t asked = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    const char *codeset = encoding_asked(asked);
    if (strncasecmp(codeset, "UTF-8", 5) != 0 && strncasecmp(codeset, "utf8", 4) != 0)
        app_say(app, STYLE_WARN, _("The characters of this locale are not UTF-8 (%s); C.UTF-8 is used"), codeset);
    if (asked)
        freelocale(asked);
}

int tui_run(struct banshi *b, const char *user)
{
    struct loop loop = {.app = {.b = b, .user = user, .dirty = true}};
    struct app *app = &loop.app;
    const char *problem = NULL;
    loop.term = term_open(0, 1, &problem);
    if (!loop.term) {
        fprintf(stderr, "banshi: %s\n", problem);
        return 2;
    }
    draft_expire();
    tell_encoding(app);
    load_keys(app);
    banshi_on_event(b, on_event, app);
    app_open(app, "sign_on", 0, NULL);
    while (app->top && !app->quit) {
        if (app->dirty)
            draw(&loop);
        wait_for_something(&loop);
        take_signals(&loop);
        take_keys(&loop);
        if (app->top && !app->quit)
            banshi_process(b);
        take_keys(&loop); /* those that waited for an answer */
    }
    app_close_all(app);
    message_drop(app);
    banshi_on_event(b, NULL, NULL);
    banshi_rows_free(app->session);
    term_close(loop.term);
    canvas_free(&app->canvas);
    return 0;
}

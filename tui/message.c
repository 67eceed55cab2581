/* SPDX-License-Identifier: MIT */
/* Messages to this clerk, whatever screen is open. */
#include <config.h>

#include "message.h"

#include <stdio.h>

#include "app.h"
#include "i18n.h"
#include "kit/text.h"

static const struct banshi_message *oldest(const struct app *app)
{
    const struct banshi_rows *rows = app->messages.unread;
    return app->session && rows && rows->count ? banshi_row(struct banshi_message, rows, 0) : NULL;
}

static void on_unread(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct app *app = closure;
    app->messages.reading = NULL;
    if (error->code == 0)
        keep_rows(&app->messages.unread, rows);
    app->dirty = true;
    if (app->messages.again)
        message_refresh(app);
}

void message_refresh(struct app *app)
{
    app->messages.again = app->messages.reading != NULL;
    if (app->session && !app->messages.reading)
        app->messages.reading = banshi_message_unread(app->b, on_unread, app);
}

static void on_acknowledged(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct app *app = closure;
    (void)rows;
    app->messages.writing = NULL;
    if (!write_end(&app->messages.write, error))
        app_error(app, error);
    message_refresh(app);
}

void message_acknowledge(struct app *app)
{
    const struct banshi_message *m = oldest(app);
    if (m && !app->messages.writing)
        app->messages.writing = banshi_message_read(
            app->b, write_begin(&app->messages.write, "message_read", WRITE_WORDS(m->id)), m->id, on_acknowledged, app);
}

void message_drop(struct app *app)
{
    banshi_cancel(app->messages.reading);
    banshi_cancel(app->messages.writing);
    banshi_rows_free(app->messages.unread);
    app->messages = (struct messages){0};
}

/* The band's text; size is enough for the longest message. */
static void words(const struct app *app, char *ret, size_t size)
{
    static const enum context contexts[] = {CONTEXT_GLOBAL, CONTEXT_NONE};
    const struct banshi_message *m = oldest(app);
    char sent[16], label[KEY_LABEL_SIZE], more[64] = "";
    key k = keymap_shown(&app->keys, contexts, ACTION_MESSAGE_READ, true);
    ret[0] = '\0';
    if (!m)
        return;
    if (app->messages.unread->count > 1)
        snprintf(more, sizeof more, _(" (1 of %zu)"), app->messages.unread->count);
    snprintf(ret, size, _("! %s %s%s: %s  [%s: read]"), clock_text(m->sent_at, sent), m->sender_name, more, m->text,
             key_label(k, label));
}

int message_rows(const struct app *app, int cols)
{
    char text[1024];
    if (!oldest(app))
        return 0;
    words(app, text, sizeof text);
    return text_lines(text, cols - 2);
}

void message_draw(const struct app *app, struct area area)
{
    char text[1024];
    if (!oldest(app))
        return;
    words(app, text, sizeof text);
    paint_fill(area, 0, 0, area.rows, area.cols, STYLE_SELECTED);
    paint_wrap(area_part(area, 0, 1, area.rows, area.cols - 2), 0, 0, STYLE_SELECTED, text);
}

/* SPDX-License-Identifier: MIT */
/* Asking one question: yes or no, a line of text, one of many. */
#include <config.h>

#include "dialog.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "i18n.h"

void ask_yes(struct app *app, int tag, const char *title, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    app_open(app, "confirm", tag, &(struct question){.title = title, .text = text});
}

void ask_text(struct app *app, int tag, const char *title, const char *label, const char *text, size_t limit)
{
    app_open(app, "prompt", tag, &(struct question){title, label, text, limit, false});
}

void ask_needed(struct app *app, int tag, const char *title, const char *label, const char *text, size_t limit)
{
    app_open(app, "prompt", tag, &(struct question){title, label, text, limit, true});
}

void pick_add(struct picks *picks, int64_t number, const char *format, ...)
{
    char *text = NULL;
    va_list args;
    if (picks->count == picks->room) {
        struct option *items = reallocarray(picks->items, picks->room * 2 + 16, sizeof *items);
        if (!items)
            return;
        picks->items = items;
        picks->room = picks->room * 2 + 16;
    }
    va_start(args, format);
    if (vasprintf(&text, format, args) >= 0)
        picks->items[picks->count++] = (struct option){text, number};
    va_end(args);
}

bool pick_ask(struct app *app, int tag, const char *title, struct picks *picks, int64_t chosen)
{
    bool any = picks->count > 0;
    if (any)
        app_open(app, "pick", tag, &(struct options){title, picks->items, picks->count, chosen});
    else
        app_say(app, STYLE_WARN, "%s", _("There is nothing to choose from"));
    for (size_t i = 0; i < picks->count; i++)
        free((char *)(uintptr_t)picks->items[i].text);
    free(picks->items);
    *picks = (struct picks){0};
    return any;
}

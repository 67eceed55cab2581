/* SPDX-License-Identifier: MIT */
/* Messages to this clerk: a band at the top of every screen, from the moment they are sent until they are acknowledged. */
#ifndef BANSHI_TUI_MESSAGE_H
#define BANSHI_TUI_MESSAGE_H

#include <banshi/message.h>

#include "kit/canvas.h"
#include "write.h"

struct app;

struct messages {
    const struct banshi_rows *unread;
    struct banshi_op *reading, *writing;
    struct write write; /* of the acknowledgement */
    bool again;         /* to be read once more when the answer is there */
};

/* Read them again; forget them and all questions. */
void message_refresh(struct app *app);
void message_drop(struct app *app);
/* Acknowledge the oldest. */
void message_acknowledge(struct app *app);
/* Rows of the band on a screen of so many columns, 0 without messages; and its picture. */
int message_rows(const struct app *app, int cols);
void message_draw(const struct app *app, struct area area);

#endif

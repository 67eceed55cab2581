/* SPDX-License-Identifier: MIT */
/* What "export" is opened with: a list that goes to a file or on paper. */
#ifndef BANSHI_TUI_EXPORT_H
#define BANSHI_TUI_EXPORT_H

#include <banshi/rows.h>

struct export_start {
    const char *title;
    const char *name;               /* of the file that is offered, the day comes after it */
    const struct banshi_rows *rows; /* kept by the screen */
    bool documents;                 /* the register of documents, which has a layout of its own on paper */
    banshi_date day;                /* of the register; 0: today */
    bool print;                     /* offer the printer first */
};

#endif

/* SPDX-License-Identifier: MIT */
/* A libpq that follows a script: each statement that is sent must hold the next line's text and gets its answer. */
#ifndef BANSHI_TESTS_FAKE_PQ_H
#define BANSHI_TESTS_FAKE_PQ_H

#include <stddef.h>

enum fake_answer {
    FAKE_ROWS,  /* columns and one row, separated by '|' each; an empty row: none */
    FAKE_ERROR, /* columns is the SQLSTATE, row the message, notify the function of the server's source */
    FAKE_DIE, /* the connection is lost; of an attempt: columns is the SQLSTATE if the server sent one, row the message */
    FAKE_LATE,   /* rows, that are not there yet when they are first asked for */
    FAKE_SILENCE /* no answer */
};

/* What the server says unasked, with each statement. */
#define FAKE_NOTICE "NOTICE:  530111199001010016"

struct fake_line {
    const char *sent; /* part of the statement, its name or an argument; "connect": an attempt to connect;
                         "": the question whether the server is there */
    enum fake_answer answer;
    const char *columns, *row;
    const char *notify; /* payload that arrives with the answer, and how often */
    int times;
};

/* Follow this script, ended by a line without text, from its beginning. */
void fake_script(const struct fake_line *script);
/* How many lines have been played. */
size_t fake_played(void);
/* The arguments of the last statement, joined by '|'. */
const char *fake_arguments(void);
/* How often it was asked to bring to disk what was done. */
int fake_flushed(void);

#endif

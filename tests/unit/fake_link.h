/* SPDX-License-Identifier: MIT */
/* A handle whose server follows a script of fake_pq.h, from the connecting on. */
#ifndef BANSHI_TESTS_FAKE_LINK_H
#define BANSHI_TESTS_FAKE_LINK_H

#include <banshi/banshi.h>

#include "db/db.h"
#include "fake_pq.h"

/* The columns and the one row of who is signed on. */
#define FAKE_SESSION_COLUMNS \
    "staff|login|name|department|role|centre|centre_name|time_zone|counter|counter_name|counter_state|party_member|" \
    "now"
#define FAKE_SESSION "7|ann|安|公安分局|clerk|1|中心|Asia/Shanghai|3|A1|open|t|2026-11-24 01:02:03.5+00"
/* The lines of a connection that is made and set up. */
#define FAKE_CONNECTED \
    {"connect", FAKE_ROWS, NULL, NULL, NULL, 0}, {"set timezone", FAKE_ROWS, "x", "", NULL, 0}, \
        {"api.version", FAKE_ROWS, "schema|release|interface", fake_version, NULL, 0}, \
        {"session", FAKE_ROWS, FAKE_SESSION_COLUMNS, FAKE_SESSION, NULL, 0}, \
    { \
        "listen banshi_1", FAKE_ROWS, "x", "", NULL, 0 \
    }
enum { FAKE_CONNECTED_LINES = 5 };

/* A record for answers. */
struct fake_row {
    int64_t id;
    banshi_time at;
    banshi_date day;
    bool yes;
};
extern const struct banshi_shape fake_row_shape;
#define FAKE_ROW_COLUMNS "id|at|day|yes"
#define FAKE_ROW "5|2026-11-24 00:00:00+00|2026-11-24|t"

extern char fake_version[128]; /* the row of api.version that this program wants, once a handle is open */
extern char fake_changed[256]; /* of which concepts a change was told, a blank behind each */
extern char fake_logged[8192]; /* the lines of the log */

/* Open a handle with this script; connect it; do both, where nothing is to go wrong until then. */
struct banshi *fake_open(const struct fake_line *script);
int fake_connect(struct banshi *b, struct banshi_error *error);
struct banshi *fake_connected(const struct fake_line *script);
/* Call a procedure that answers with fake_row; opid NULL: one is made. */
struct banshi_op *fake_call(struct banshi *b, const char *procedure, banshi_done_fn *fn, const char *opid);

#endif

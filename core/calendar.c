/* SPDX-License-Identifier: MIT */
/* The working-day calendar and deadlines. */
#include <config.h>

#include <banshi/calendar.h>

#include <string.h>

#include <banshi/text.h>

#include "db/db.h"
#include "sql.h"

/* The years that the database can keep. */
enum { CALENDAR_FIRST = 19490101, CALENDAR_LAST = 99991231 };

/* The year that a period ends in at the latest; a working day is taken for three days at most, as by the database. */
static int64_t last_year(banshi_date start, int64_t n, const char *unit)
{
    int64_t years = strcmp(unit, "year") == 0          ? n
                    : strcmp(unit, "month") == 0       ? n / 12 + 1
                    : strcmp(unit, "working_day") == 0 ? (3 * n + 60) / 365 + 1
                                                       : n / 365 + 1;
    return start / 10000 + years;
}

struct banshi_op *banshi_calendar_due(struct banshi *b, banshi_date start, int64_t n, const char *unit,
                                      banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (n < 0 || n > 3660) {
        error_set(&error, BANSHI_EINVALID, "deadline · %lld", (long long)n);
        return db_fail(b, fn, closure, &error);
    }
    if (start < CALENDAR_FIRST || last_year(start, n, unit) > CALENDAR_LAST / 10000) {
        error_set(&error, BANSHI_EINVALID, "beyond the calendar · %d · %lld · %s", start, (long long)n, unit);
        return db_fail(b, fn, closure, &error);
    }
    return db_read(b, &query_calendar_due, &banshi_due_shape, fn, closure, "dis", start, n, unit);
}

struct banshi_op *banshi_calendar_show(struct banshi *b, int64_t year_month, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (year_month < 194900 || year_month > 999912 || year_month % 100 > 12) {
        error_set(&error, BANSHI_EINVALID, "month · %lld", (long long)year_month);
        return db_fail(b, fn, closure, &error);
    }
    return db_read(b, &query_calendar_show, &banshi_day_shape, fn, closure, "i", year_month);
}

struct banshi_op *banshi_calendar_add(struct banshi *b, const char *opid, banshi_date day, bool working,
                                      const char *name, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (day < CALENDAR_FIRST)
        error_set(&error, BANSHI_EINVALID, "beyond the calendar · %d", day);
    if (error.code != 0 || banshi_text_check(name, &error) != 0)
        return db_fail(b, fn, closure, &error);
    return db_call(b, "calendar_add", &banshi_day_shape, fn, closure, "odbs", opid, day, (int)working, name);
}

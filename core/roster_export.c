/* SPDX-License-Identifier: MIT */
/* Duties for others: a calendar, plain text, papers. */
#include <config.h>

#include <banshi/document.h>
#include <banshi/roster.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/db.h"

enum { ICS_LINE = 75 }; /* octets (RFC 5545, 3.1) */

static const char *name_of(const struct banshi_roster_duty *d)
{
    return d->published ? d->published_name : d->staff_name;
}

/* A content line, folded before it has more than 75 octets, never inside a character. */
static void ics_line(FILE *out, const char *name, const char *value)
{
    size_t used = (size_t)fprintf(out, "%s:", name);
    for (const char *c = value; *c;) {
        size_t n = 1;
        while (((unsigned char)c[n] & 0xc0) == 0x80)
            n++;
        if (used + n > ICS_LINE) {
            fputs("\r\n ", out);
            used = 1;
        }
        fwrite(c, 1, n, out);
        used += n;
        c += n;
    }
    fputs("\r\n", out);
}

static void ics_text(FILE *out, const char *name, const char *text)
{
    char *escaped = malloc(2 * strlen(text) + 1), *at = escaped;
    if (!escaped)
        return;
    for (const char *c = text; *c; c++) {
        if (strchr("\\;,", *c))
            *at++ = '\\';
        *at++ = *c;
    }
    *at = '\0';
    ics_line(out, name, escaped);
    free(escaped);
}

static void ics_time(FILE *out, const char *name, banshi_time t)
{
    time_t seconds = (time_t)(t / 1000000);
    char text[32];
    struct tm tm;
    gmtime_r(&seconds, &tm);
    strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &tm);
    ics_line(out, name, text);
}

static void ics(FILE *out, const struct banshi_rows *duties, banshi_time now)
{
    fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//banshi//roster//ZH\r\nCALSCALE:GREGORIAN\r\n", out);
    for (size_t i = 0; i < duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, duties, i);
        char text[1024];
        fputs("BEGIN:VEVENT\r\n", out);
        snprintf(text, sizeof text, "duty-%" PRId64 "@banshi", d->id);
        ics_text(out, "UID", text);
        ics_time(out, "DTSTAMP", now);
        ics_time(out, "DTSTART", d->starts);
        ics_time(out, "DTEND", d->ends);
        snprintf(text, sizeof text, "%" PRId64, d->version);
        ics_text(out, "SEQUENCE", text);
        snprintf(text, sizeof text, "%s %s %s", d->kind_name, d->counter_label, name_of(d));
        ics_text(out, "SUMMARY", text);
        snprintf(text, sizeof text, "%s %s", d->counter_label, d->counter_name);
        ics_text(out, "LOCATION", text);
        fputs("END:VEVENT\r\n", out);
    }
    fputs("END:VCALENDAR\r\n", out);
}

/* A line a day: the counters and who is there. */
static void text(FILE *out, const struct banshi_rows *duties)
{
    banshi_date day = 0;
    for (size_t i = 0; i < duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, duties, i);
        if (d->day != day)
            fprintf(out, "%s%04d-%02d-%02d %s %s–%s\n", day ? "\n" : "", d->day / 10000, d->day / 100 % 100,
                    d->day % 100, d->kind_name, d->opens, d->closes);
        day = d->day;
        fprintf(out, "  %s %s：%s\n", d->counter_label, d->counter_name, name_of(d)[0] ? name_of(d) : "（空缺）");
    }
}

char *banshi_roster_export(const struct banshi_rows *duties, const char *format, banshi_time now)
{
    char *ret = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&ret, &size);
    if (!out)
        return NULL;
    bool known = true;
    if (strcmp(format, "ics") == 0)
        ics(out, duties, now);
    else if (strcmp(format, "text") == 0)
        text(out, duties);
    else
        known = false;
    if (fclose(out) == 0 && known)
        return ret;
    free(ret);
    return NULL;
}

struct banshi_op *banshi_roster_paper(struct banshi *b, banshi_date first, banshi_date last, bool mine,
                                      banshi_done_fn *fn, void *closure)
{
    return db_call(b, "roster_paper", &banshi_document_preview_shape, fn, closure, "ddb", first, last, (int)mine);
}

/* SPDX-License-Identifier: MIT */
/* Errors, times and days in words. */
#include <config.h>

#include "words.h"

#include <banshi/hours.h>
#include <banshi/word.h>

#include <inttypes.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "i18n.h"
#include "zone.h"

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
        bool word = segment[0] && n < sizeof segment; /* longer texts are nobody's word */
        int wrote = snprintf(ret + used, size - used, "%.*s%s", word ? INT_MAX : (int)n,
                             word ? word_text(NULL, segment) : detail, end ? dot : "");
        used += wrote > 0 ? (size_t)wrote : 0;
        detail += n + (end ? strlen(dot) : 0);
    }
}

const char *word_text(const struct banshi_word *words, const char *code)
{
    return _(banshi_word_message(words, code));
}

void names_words(const char *names, char *ret, size_t size)
{
    static const char joint[] = "、";
    size_t used = 0;
    ret[0] = '\0';
    for (const char *end; *names && used < size; names = *end ? end + strlen(joint) : end) {
        end = strstr(names, joint);
        if (!end)
            end = names + strlen(names);
        int wrote = snprintf(ret + used, size - used, "%s%.*s", used ? _(", ") : "", (int)(end - names), names);
        used += wrote > 0 ? (size_t)wrote : 0;
    }
}

/* What libpq says of a connection, in its own language: not through which socket. */
static const char *connection_words(const char *detail)
{
    static const char socket[] = "connection to server on socket ", failed[] = "failed: ";
    const char *said = strncmp(detail, socket, strlen(socket)) == 0 ? strstr(detail, failed) : NULL;
    return said ? said + strlen(failed) : detail;
}

void error_words(const struct banshi_error *error, char *ret, size_t size)
{
    char detail[1024];
    const char *hint = banshi_error_hint(error->code);
    detail_words(error->detail, detail, sizeof detail);
    if (error->code == BANSHI_EAUTH ||
        error->code == BANSHI_ECONNECT) { /* why a password is wrong is nobody's matter */
        snprintf(ret, size, "%s%s%s %s", _(banshi_error_sentence(error->code)), _(". "), _(hint),
                 error->code == BANSHI_EAUTH ? "" : connection_words(detail));
        return;
    }
    snprintf(ret, size, "%s%s%s%s%s", _(banshi_error_sentence(error->code)), detail[0] ? _(": ") : "", detail, _(". "),
             hint[0] ? _(hint) : "");
}

/* The centre's clock. Set by the loop alone, while threads that write tables may be reading it. */
static struct {
    _Atomic(banshi_time) ahead; /* the server's, of this machine's */
    _Atomic(const struct zone *) zone;
} centre_clock;

banshi_time time_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (banshi_time)t.tv_sec * 1000000 + t.tv_nsec / 1000 + centre_clock.ahead;
}

void time_set(const struct banshi_session *session)
{
    centre_clock.ahead += session->now - time_now();
    centre_clock.zone = zone_named(session->time_zone);
}

static void local(banshi_time t, struct tm *ret)
{
    zone_local(centre_clock.zone, t / 1000000, ret);
}

const char *time_text(banshi_time t, const char *format, char *ret, size_t size)
{
    struct tm tm;
    ret[0] = '\0';
    if (t) {
        local(t, &tm);
        strftime(ret, size, format, &tm);
    }
    return ret;
}

const char *clock_text(banshi_time t, char ret[16])
{
    return time_text(t, "%H:%M", ret, 16);
}

const char *day_text(banshi_date day, char ret[16])
{
    if (day)
        snprintf(ret, 16, "%04d-%02d-%02d", day / 10000 % 10000, day / 100 % 100, day % 100);
    else
        ret[0] = '\0';
    return ret;
}

const char *day_short(banshi_date day, char ret[16])
{
    snprintf(ret, 16, "%02d-%02d", day / 100 % 100, day % 100);
    return ret;
}

const struct banshi_word weekdays[] = {{.code = "1", .message = N_("Mon")}, {.code = "2", .message = N_("Tue")},
                                       {.code = "3", .message = N_("Wed")}, {.code = "4", .message = N_("Thu")},
                                       {.code = "5", .message = N_("Fri")}, {.code = "6", .message = N_("Sat")},
                                       {.code = "7", .message = N_("Sun")}, {.code = NULL}};

const char *weekday_text(int weekday)
{
    return _(weekdays[weekday - 1].message);
}

const char *day_said(banshi_date day, char ret[32])
{
    ret[0] = '\0';
    if (day)
        snprintf(ret, 32, _("%1$d/%2$d"), day / 100 % 100, day % 100);
    return ret;
}

int minutes_since(banshi_time t)
{
    banshi_time passed = time_now() - t;
    return passed > 0 ? (int)(passed / 60000000) : 0;
}

int minutes_begun(banshi_time t)
{
    banshi_time passed = time_now() - t;
    return passed > 0 ? (int)((passed + 59999999) / 60000000) : 0;
}

void text_words(const struct banshi_field *field, const char *text, char *ret, size_t size)
{
    if (field->words && banshi_word_find(field->words, text))
        snprintf(ret, size, "%s", word_text(field->words, text));
    else
        detail_words(text, ret, size);
}

void field_words(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size)
{
    const void *m = (const char *)banshi_rows_at(rows, row) + field->offset;
    ret[0] = '\0';
    switch (field->type) {
    case BANSHI_TEXT:
    case BANSHI_JSON:
        text_words(field, *(const char *const *)m, ret, size);
        break;
    case BANSHI_INT: /* below zero: not known */
        if (*(const int64_t *)m >= 0)
            snprintf(ret, size, "%" PRId64, *(const int64_t *)m);
        break;
    case BANSHI_BOOL:
        snprintf(ret, size, "%s", *(const bool *)m ? _("yes") : _("no"));
        break;
    case BANSHI_DATE: {
        char day[16];
        snprintf(ret, size, "%s", day_text(*(const banshi_date *)m, day));
        break;
    }
    case BANSHI_TIME:
        time_text(*(const banshi_time *)m, "%Y-%m-%d %H:%M:%S", ret, size);
        break;
    }
}

static const char *heading(const char *label)
{
    return _(label);
}

const struct banshi_table_words table_words = {heading, field_words};

void hours_words(const struct banshi_hours_now *now, char *ret, size_t size)
{
    char time[16], day[16], counters[512];
    clock_text(now->until, time);
    names_words(now->counters, counters, sizeof counters);
    if (!now->open && !now->until)
        snprintf(ret, size, "%s", _("closed"));
    else if (!now->open && day_of(now->until) == day_of(time_now()))
        snprintf(ret, size, _("closed, opens at %s"), time);
    else if (!now->open)
        snprintf(ret, size, _("closed, opens %s at %s"), day_text(day_of(now->until), day), time);
    else if (strcmp(now->session, "lunch") == 0)
        snprintf(ret, size, _("lunch until %s; on duty: %s"), time, counters[0] ? counters : _("nobody"));
    else
        snprintf(ret, size, _("open until %s"), time);
}

banshi_date day_of(banshi_time t)
{
    struct tm tm;
    local(t, &tm);
    return (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
}

/* Noon of a day in UTC. */
static time_t noon(banshi_date day)
{
    struct tm tm = {.tm_year = day / 10000 - 1900, .tm_mon = day / 100 % 100 - 1, .tm_mday = day % 100, .tm_hour = 12};
    return timegm(&tm);
}

banshi_date day_add(banshi_date day, int days)
{
    time_t seconds = noon(day) + (time_t)days * 86400;
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday;
}

int day_weekday(banshi_date day)
{
    time_t seconds = noon(day);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return tm.tm_wday ? tm.tm_wday : 7;
}

banshi_date day_month_end(banshi_date day)
{
    banshi_date next = day_add(day - day % 100 + 28, 4);
    return day_add(next, -(next % 100));
}

/* SPDX-License-Identifier: MIT */
/* A time zone out of the tz database: TZif files (RFC 9636), and the rule at their end for the years that come. */
#include <config.h>

#include "zone.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 44, FILE_MOST = 65536 };

/* When an offset of a rule begins, every year: Mm.w.d, Jn or n, and seconds of local time. */
struct turn {
    char kind; /* M, J or n */
    int month, week, day, seconds;
};

struct zone {
    struct zone *next;
    char *name;
    size_t count;
    int64_t *starts;  /* ascending */
    int32_t *offsets; /* seconds east of UTC, from each start on */
    int32_t first;    /* before the first start */
    bool ruled, summer;
    int32_t standard, daylight; /* of the rule, after the last start */
    struct turn begins, ends;   /* of daylight, with summer */
};

/* The rule ------------------------------------------------------------------------------------------------------- */

static bool number(const char **s, int *ret)
{
    char *end;
    if (**s < '0' || **s > '9')
        return false;
    *ret = (int)strtol(*s, &end, 10);
    *s = end;
    return *ret <= 366;
}

/* [+-]h[:m[:s]] in seconds. */
static bool clock_time(const char **s, int *ret)
{
    int parts[3] = {0}, sign = **s == '-' ? -1 : 1;
    *s += **s == '-' || **s == '+';
    for (int i = 0; i < 3; i++) {
        if (!number(s, &parts[i]))
            return false;
        if (**s != ':')
            break;
        (*s)++;
    }
    *ret = sign * (parts[0] * 3600 + parts[1] * 60 + parts[2]);
    return true;
}

/* CST or <+08>: letters that are not needed. */
static bool skip_name(const char **s)
{
    const char *begin = *s;
    if (**s == '<') {
        *s += strcspn(*s, ">");
        return *(*s)++ == '>';
    }
    while ((**s >= 'A' && **s <= 'Z') || (**s >= 'a' && **s <= 'z'))
        (*s)++;
    return *s - begin >= 3;
}

static bool turn(const char **s, struct turn *ret)
{
    if (*(*s)++ != ',')
        return false;
    *ret = (struct turn){.kind = **s == 'M' || **s == 'J' ? *(*s)++ : 'n', .seconds = 7200};
    if (!number(s, ret->kind == 'M' ? &ret->month : &ret->day))
        return false;
    if (ret->kind == 'M' && (*(*s)++ != '.' || !number(s, &ret->week) || *(*s)++ != '.' || !number(s, &ret->day)))
        return false;
    if (ret->kind == 'M' && (ret->month < 1 || ret->month > 12 || ret->week < 1 || ret->week > 5 || ret->day > 6))
        return false;
    if (**s != '/')
        return true;
    (*s)++;
    return clock_time(s, &ret->seconds);
}

/* "CST-8", "CET-1CEST,M3.5.0,M10.5.0/3": offsets are west of UTC. */
static bool read_rule(struct zone *zone, const char *s)
{
    int west, summer;
    if (!skip_name(&s) || !clock_time(&s, &west))
        return false;
    zone->standard = -west;
    zone->daylight = -west + 3600;
    zone->summer = *s != '\0';
    if (!zone->summer)
        return true;
    if (!skip_name(&s))
        return false;
    if (*s != ',') {
        if (!clock_time(&s, &summer))
            return false;
        zone->daylight = -summer;
    }
    return turn(&s, &zone->begins) && turn(&s, &zone->ends) && *s == '\0';
}

static int64_t day_of_year(int year, int month, int day)
{
    struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    return timegm(&tm) / 86400;
}

/* The turn of a year in seconds since 1970, as the clock shows it before. */
static int64_t turn_at(const struct turn *t, int year)
{
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int64_t day = day_of_year(year, 1, 1) + t->day - (t->kind == 'J' && !(leap && t->day > 59));
    if (t->kind == 'M') {
        int64_t first = day_of_year(year, t->month, 1), next = day_of_year(year, t->month + 1, 1);
        int weekday = (int)((first + 4) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
        day = first + (t->day - weekday + 7) % 7 + 7 * (t->week - 1);
        if (day >= next)
            day -= 7;
    }
    return day * 86400 + t->seconds;
}

static int32_t ruled_offset(const struct zone *zone, int64_t seconds)
{
    time_t local = (time_t)(seconds + zone->standard);
    struct tm tm;
    if (!zone->summer || !gmtime_r(&local, &tm))
        return zone->standard;
    int64_t begins = turn_at(&zone->begins, tm.tm_year + 1900) - zone->standard;
    int64_t ends = turn_at(&zone->ends, tm.tm_year + 1900) - zone->daylight;
    bool summer = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends;
    return summer ? zone->daylight : zone->standard;
}

/* The file ------------------------------------------------------------------------------------------------------- */

static int64_t big_endian(const unsigned char *p, int bytes)
{
    uint64_t value = bytes == 4 && (p[0] & 0x80) ? UINT64_MAX : 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | p[i];
    return (int64_t)value;
}

/* The counts of a header in the file's order: isut, isstd, leap, time, type, char. False when it is none. */
static bool header(const unsigned char *p, size_t n, size_t ret[6])
{
    if (n < HEADER || memcmp(p, "TZif", 4) != 0)
        return false;
    for (size_t i = 0; i < 6; i++) {
        int64_t count = big_endian(p + 20 + 4 * i, 4);
        if (count < 0 || count > FILE_MOST)
            return false;
        ret[i] = (size_t)count;
    }
    return true;
}

static size_t data_size(const size_t c[6], size_t time_size)
{
    return c[3] * (time_size + 1) + c[4] * 6 + c[5] + c[2] * (time_size + 4) + c[1] + c[0];
}

static bool read_data(struct zone *zone, const unsigned char *p, const size_t c[6])
{
    const unsigned char *indexes = p + c[3] * 8, *types = indexes + c[3];
    zone->starts = calloc(c[3] + 1, sizeof *zone->starts);
    zone->offsets = calloc(c[3] + 1, sizeof *zone->offsets);
    if (!zone->starts || !zone->offsets || c[4] == 0)
        return false;
    zone->first = (int32_t)big_endian(types, 4);
    zone->count = c[3];
    for (size_t i = 0; i < c[3]; i++) {
        if (indexes[i] >= c[4])
            return false;
        zone->starts[i] = big_endian(p + 8 * i, 8);
        zone->offsets[i] = (int32_t)big_endian(types + 6 * indexes[i], 4);
    }
    return true;
}

struct zone *zone_read(const unsigned char *bytes, size_t n)
{
    size_t old[6], c[6];
    if (!header(bytes, n, old) || bytes[4] < '2')
        return NULL;
    size_t at = HEADER + data_size(old, 4); /* version 1 comes first, for who cannot count beyond 2038 */
    if (at > n || !header(bytes + at, n - at, c) || at + HEADER + data_size(c, 8) > n)
        return NULL;
    struct zone *zone = calloc(1, sizeof *zone);
    if (!zone || !read_data(zone, bytes + at + HEADER, c)) {
        zone_free(zone);
        return NULL;
    }
    const char *footer = (const char *)bytes + at + HEADER + data_size(c, 8);
    size_t left = n - (at + HEADER + data_size(c, 8));
    const char *end = left > 1 && footer[0] == '\n' ? memchr(footer + 1, '\n', left - 1) : NULL;
    char rule[128];
    if (end && (size_t)(end - footer) <= sizeof rule) {
        snprintf(rule, sizeof rule, "%.*s", (int)(end - footer - 1), footer + 1);
        zone->ruled = read_rule(zone, rule);
    }
    return zone;
}

static struct zone *load(const char *name)
{
    const char *folder = getenv("TZDIR");
    char path[512];
    int length = snprintf(path, sizeof path, "%s/%s", folder && *folder ? folder : "/usr/share/zoneinfo", name);
    if (name[0] == '\0' || name[0] == '/' || strstr(name, "..") || length >= (int)sizeof path)
        return NULL;
    FILE *f = fopen(path, "re");
    unsigned char *bytes = f ? malloc(FILE_MOST) : NULL;
    size_t n = bytes ? fread(bytes, 1, FILE_MOST, f) : 0;
    struct zone *zone = n ? zone_read(bytes, n) : NULL;
    free(bytes);
    if (f)
        fclose(f);
    if (zone && !(zone->name = strdup(name))) {
        zone_free(zone);
        return NULL;
    }
    return zone;
}

const struct zone *zone_named(const char *name)
{
    static struct zone *zones; /* never let go of: a thread may be in the middle of one */
    struct zone *zone = zones;
    while (zone && strcmp(zone->name, name) != 0)
        zone = zone->next;
    if (!zone && (zone = load(name)) != NULL) {
        zone->next = zones;
        zones = zone;
    }
    return zone;
}

void zone_free(struct zone *zone)
{
    if (!zone)
        return;
    free(zone->name);
    free(zone->starts);
    free(zone->offsets);
    free(zone);
}

void zone_local(const struct zone *zone, int64_t seconds, struct tm *ret)
{
    time_t t = (time_t)seconds;
    *ret = (struct tm){.tm_mday = 1};
    if (!zone) {
        localtime_r(&t, ret);
        return;
    }
    int32_t offset = zone->first;
    if (zone->ruled && (zone->count == 0 || seconds >= zone->starts[zone->count - 1])) {
        offset = ruled_offset(zone, seconds);
    } else {
        size_t low = 0, high = zone->count; /* how many have begun */
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (zone->starts[middle] <= seconds)
                low = middle + 1;
            else
                high = middle;
        }
        if (low)
            offset = zone->offsets[low - 1];
    }
    t += offset;
    gmtime_r(&t, ret);
}

/* SPDX-License-Identifier: MIT */
/* Import of a year's working-day calendar in the public format {year, papers, days: [{name, date, isOffDay}]}. */
#include <config.h>

#include "import.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct import_member year_members[] = {
    {.name = "year", .as = "year", .type = IMPORT_COUNT, .required = true, .most = 9998},
    {.name = "papers", .type = IMPORT_OTHER},
    {.name = "days", .type = IMPORT_OTHER},
};
static const struct import_member day_members[] = {
    {.name = "name", .as = "name", .type = IMPORT_TEXT, .required = true},
    {.name = "date", .as = "date", .type = IMPORT_TEXT, .required = true},
    {.name = "isOffDay", .as = "off", .type = IMPORT_FLAG, .required = true},
};

/* Year of a real date "2026-01-31", 0 if it is none. */
static int year_of(const char *date)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    bool leap;

    if (strlen(date) != 10 || strspn(date, "0123456789") != 4 || date[4] != '-' ||
        strspn(date + 5, "0123456789") != 2 || date[7] != '-' || strspn(date + 8, "0123456789") != 2)
        return 0;
    year = atoi(date);
    month = atoi(date + 5);
    day = atoi(date + 8);
    leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1] + (month == 2 && leap))
        return 0;
    return year;
}

static int read_day(struct import *in, int year, size_t index, json_t *from)
{
    json_t *day = json_object();
    const char *date;
    char where[40];
    int r = 0, of;

    if (day == NULL)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    snprintf(where, sizeof(where), "days[%zu].", index);
    if (!json_is_object(from))
        r = import_refuse(in, 0, "wrong type · days[%zu]", index);
    if (r == 0)
        r = import_json_members(in, 0, where, from, day, day_members, COUNT(day_members));
    if (r < 0)
        goto out;
    date = json_string_value(json_object_get(day, "date"));
    of = year_of(date);
    if (of == 0)
        r = import_refuse(in, 0, "not a date · %sdate · %s", where, date);
    else if (of != year && !(of == year - 1 && memcmp(date + 5, "12", 2) == 0)) /* holidays begin in December */
        r = import_refuse(in, 0, "a date of another year · %sdate · %s", where, date);
    else if (json_object_get(in->seen, date) != NULL)
        r = import_refuse(in, 0, "duplicate date · %sdate · %s", where, date);
    else if (json_object_set_new(in->seen, date, json_true()) < 0 ||
             json_object_set_new(day, "working", json_boolean(!json_is_true(json_object_get(day, "off")))) < 0 ||
             json_object_del(day, "off") < 0)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    if (r == 0)
        r = import_record(in, index + 1, day, 0);
out:
    json_decref(day);
    return r;
}

/* What the batch says beside its records. */
static int write_year(struct import *in, json_t *year, json_t *papers)
{
    json_t *texts = json_array();
    int r = 0;

    if (texts == NULL)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    for (size_t i = 0; i < json_array_size(papers) && r == 0; i++) {
        json_t *paper = json_array_get(papers, i);

        if (!json_is_string(paper))
            r = import_refuse(in, 0, "text expected · papers[%zu]", i);
        else
            r = import_text(in, 0, "papers", json_string_value(paper));
        if (r == 0 && json_array_append(texts, paper) < 0)
            r = error_set(in->error, BANSHI_ENOMEM, "import");
    }
    if (r == 0 && (json_object_set(in->about, "year", year) < 0 || json_object_set(in->about, "papers", texts) < 0))
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    json_decref(texts);
    return r;
}

int import_calendar_read(struct import *in)
{
    json_t *object = NULL, *days, *papers, *known = NULL;
    int r = import_json_object(in, &object);

    if (r < 0)
        return r;
    known = json_object();
    if (known == NULL)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    if (r == 0)
        r = import_json_members(in, 1, "", object, known, year_members, COUNT(year_members));
    if (r < 0)
        goto out;
    days = json_object_get(object, "days");
    papers = json_object_get(object, "papers");
    if (json_integer_value(json_object_get(known, "year")) < 1950)
        r = import_refuse(in, 0, "not a year · year");
    else if (!json_is_array(days))
        r = import_refuse(in, 0, days == NULL ? "missing · days" : "wrong type · days");
    else if (papers != NULL && !json_is_array(papers))
        r = import_refuse(in, 0, "wrong type · papers");
    if (r == 0)
        r = write_year(in, json_object_get(known, "year"), papers);
    for (size_t i = 0; r == 0 && i < json_array_size(days); i++)
        r = read_day(in, (int)json_integer_value(json_object_get(known, "year")), i, json_array_get(days, i));
out:
    json_decref(known);
    json_decref(object);
    return r;
}

/* SPDX-License-Identifier: MIT */
/* Numbers and days as they are typed. */
#include <config.h>

#include "number.h"

#include <string.h>

enum { DIGITS = 9 };

static bool digits(const char *text, size_t count, int *ret)
{
    *ret = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *ret = *ret * 10 + (text[i] - '0');
    }
    return count > 0;
}

bool number_parse(const char *text, int64_t *ret)
{
    size_t count = strlen(text);
    int number;
    if (count > DIGITS || !digits(text, count, &number))
        return false;
    *ret = number;
    return true;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* As far as `end`: its digits, of which there are so many at most; the text goes on behind it. */
static bool part(const char **text, size_t most, char end, int *ret)
{
    size_t count = strcspn(*text, "-");
    bool is = count <= most && (*text)[count] == end && digits(*text, count, ret);
    *text += count + 1;
    return is;
}

banshi_date number_day(const char *text)
{
    int year, month, day;
    if (!part(&text, 4, '-', &year) || !part(&text, 2, '-', &month) || !part(&text, 2, '\0', &day) || year < 1000 ||
        month < 1 || month > 12 || day < 1 || day > month_days(year, month))
        return 0;
    return year * 10000 + month * 100 + day;
}

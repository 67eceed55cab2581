/* SPDX-License-Identifier: MIT */
/* Identity numbers, credit codes, telephone numbers. */
#include <config.h>

#include <banshi/identity.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <banshi/text.h>

#include "error.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int number(const char *s, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (s[i] - '0');
    return value;
}

static bool is_day(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

/* Copy 18 characters upper-cased; false when there are more or fewer. */
static bool eighteen(const char *s, char ret[19])
{
    if (strlen(s) != 18)
        return false;
    for (size_t i = 0; i < 19; i++)
        ret[i] = (char)toupper((unsigned char)s[i]);
    return true;
}

int banshi_identity_resident(const char *s, banshi_date today, char ret[19], struct banshi_error *error)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    char id[19];
    if (!eighteen(s, id))
        return error_set(error, BANSHI_EIDNUMBER, "length · %zu", banshi_text_length(s));
    int sum = 0;
    for (size_t i = 0; i < 17; i++) {
        if (!is_digit(id[i]))
            return error_set(error, BANSHI_EIDNUMBER, "digit · %zu", i + 1);
        sum += (id[i] - '0') * weights[i];
    }
    int year = number(id + 6, 4), month = number(id + 10, 2), day = number(id + 12, 2);
    if (!is_day(year, month, day) || (today && year * 10000 + month * 100 + day > today))
        return error_set(error, BANSHI_EIDNUMBER, "date of birth · %.8s", id + 6);
    if (id[0] == '0')
        return error_set(error, BANSHI_EIDNUMBER, "region · %.6s", id);
    if (id[17] != "10X98765432"[sum % 11])
        return error_set(error, BANSHI_EIDNUMBER, "check digit · %c", is_digit(id[17]) || id[17] == 'X' ? id[17] : '?');
    memcpy(ret, id, sizeof id);
    return 0;
}

int banshi_identity_credit_code(const char *s, char ret[19], struct banshi_error *error)
{
    static const char set[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    char code[19];
    if (!eighteen(s, code))
        return error_set(error, BANSHI_ECREDITCODE, "length · %zu", banshi_text_length(s));
    int sum = 0, weight = 1;
    for (size_t i = 0; i < 18; i++) {
        const char *at = strchr(set, code[i]);
        if (!at || (i >= 2 && i < 8 && !is_digit(code[i])))
            return error_set(error, BANSHI_ECREDITCODE, "character · %zu", i + 1);
        if (i < 17)
            sum += (int)(at - set) * weight;
        weight = weight * 3 % 31;
    }
    if (code[17] != set[(31 - sum % 31) % 31])
        return error_set(error, BANSHI_ECREDITCODE, "check digit · %c", code[17]);
    memcpy(ret, code, sizeof code);
    return 0;
}

/* The digits of one part of a landline, at *s; how many there are. */
static size_t span(const char *s)
{
    return strspn(s, "0123456789");
}

int banshi_identity_phone(const char *s, char ret[24], struct banshi_error *error)
{
    char plain[24], squeezed[24];
    size_t n = 0, m = 0;
    for (; *s; s++) {
        if (*s == ' ')
            continue;
        if ((!is_digit(*s) && *s != '-') || n + 1 >= sizeof plain)
            return error_set(error, BANSHI_EPHONE, "%s", is_digit(*s) ? "length" : "digit");
        plain[n++] = *s;
        if (*s != '-')
            squeezed[m++] = *s;
    }
    plain[n] = squeezed[m] = '\0';
    if (m == 11 && squeezed[0] == '1' && squeezed[1] >= '3') {
        memcpy(ret, squeezed, m + 1);
        return 0;
    }
    /* area code (0 and 2 or 3 more), 7 or 8 digits not beginning with 0 or 1, extension up to 6 */
    const char *at = plain;
    if (plain[0] == '0') {
        size_t area = span(plain);
        if (plain[area] == '-' && area >= 3 && area <= 4)
            at = plain + area + 1;
        else if (area >= 10 && area <= 12)
            at = plain + (area == 12 || (area == 11 && plain[1] > '2') ? 4 : 3);
        else
            return error_set(error, BANSHI_EPHONE, "area code");
    }
    size_t local = span(at);
    const char *rest = at + local;
    size_t extension = *rest == '-' ? span(rest + 1) : 0;
    if (local < 7 || local > 8 || at[0] < '2')
        return error_set(error, BANSHI_EPHONE, "length · %zu", m);
    if (*rest && (extension == 0 || extension > 6 || rest[1 + extension]))
        return error_set(error, BANSHI_EPHONE, "extension");
    if (n + 2 > sizeof plain)
        return error_set(error, BANSHI_EPHONE, "length");
    size_t area = (size_t)(at - plain);
    memcpy(ret, plain, n + 1);
    if (area && plain[area - 1] != '-') { /* the area code gets its hyphen */
        memmove(ret + area + 1, ret + area, n - area + 1);
        ret[area] = '-';
    }
    return 0;
}

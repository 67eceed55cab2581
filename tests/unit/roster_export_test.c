/* SPDX-License-Identifier: MIT */
/* Duties as a calendar that other programs read (RFC 5545), and as text. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/roster.h>

static const struct banshi_roster_duty duties[] = {
    {.id = 7,
     .kind_name = "午间值班",
     .day = 20261124,
     .counter_label = "A1",
     .counter_name = "户政, 出入境;一个名称特别特别长以至于一行里写不下的综合服务窗口",
     .starts = INT64_C(1795492800000000),
     .ends = INT64_C(1795498200000000),
     .opens = "12:00",
     .closes = "13:30",
     .staff = 1,
     .staff_name = "草稿",
     .published = 2,
     .published_name = "王芳",
     .version = 3},
    {.id = 8,
     .kind_name = "午间值班",
     .day = 20261124,
     .counter_label = "A2",
     .counter_name = "户政",
     .starts = INT64_C(1795492800000000),
     .ends = INT64_C(1795498200000000),
     .opens = "12:00",
     .closes = "13:30",
     .staff_name = "",
     .published_name = ""},
    {.id = 9,
     .kind_name = "午间值班",
     .day = 20261125,
     .counter_label = "A1",
     .counter_name = "户政",
     .opens = "12:00",
     .closes = "13:30",
     .staff = 1,
     .staff_name = "李娜",
     .published_name = ""},
};
static const struct banshi_rows rows = {&banshi_roster_duty_shape, 3, duties};

static void a_calendar_says_when_where_and_who(void **state)
{
    (void)state;
    char *text = banshi_roster_export(&rows, "ics", INT64_C(1795478400000000));
    assert_non_null(strstr(text, "BEGIN:VEVENT\r\nUID:duty-7@banshi\r\nDTSTAMP:20261124T000000Z\r\n"
                                 "DTSTART:20261124T040000Z\r\nDTEND:20261124T053000Z\r\nSEQUENCE:3\r\n"
                                 "SUMMARY:午间值班 A1 王芳\r\nLOCATION:A1 户政\\, 出入境\\;"));
    assert_non_null(strstr(text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    free(text);
}

static void no_line_has_more_than_75_octets_or_half_a_character(void **state)
{
    (void)state;
    char *text = banshi_roster_export(&rows, "ics", 0), *next;
    size_t folded = 0, longest = 0;
    for (char *line = text; *line; line = next) {
        char *end = strstr(line, "\r\n");
        assert_non_null(end);
        next = end + 2;
        size_t n = (size_t)(end - line);
        folded += line[0] == ' ';
        longest = n > longest ? n : longest;
        assert_true(n <= 75);
        assert_true((unsigned char)line[line[0] == ' '] >> 6 != 2); /* no line begins inside a character */
    }
    assert_true(folded > 0 && longest > 70);
    free(text);
}

static void the_text_has_a_paragraph_a_day_and_says_who_is_missing(void **state)
{
    (void)state;
    char *text = banshi_roster_export(&rows, "text", 0);
    assert_non_null(strstr(text, "2026-11-24 午间值班 12:00–13:30\n  A1 户政, 出入境"));
    assert_non_null(strstr(text, "：王芳\n  A2 户政：（空缺）\n\n2026-11-25 午间值班 12:00–13:30\n  A1 户政：李娜\n"));
    free(text);
    assert_null(banshi_roster_export(&rows, "pdf", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_calendar_says_when_where_and_who),
        cmocka_unit_test(no_line_has_more_than_75_octets_or_half_a_character),
        cmocka_unit_test(the_text_has_a_paragraph_a_day_and_says_who_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

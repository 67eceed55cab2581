/* SPDX-License-Identifier: MIT */
/* The records of catalogue, staff, centre and import have the columns of their views. */
#include <config.h>

#include <banshi/catalogue.h>
#include <banshi/centre.h>
#include <banshi/import.h>
#include <banshi/staff.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sql.h"

/* Is the name a word of the text, other than in a comment's line? */
static bool names(const char *text, const char *name)
{
    size_t n = strlen(name);

    for (const char *s = strstr(text, name); s != NULL; s = strstr(s + 1, name)) {
        const char *line = s;

        while (line > text && line[-1] != '\n')
            line--;
        if (strncmp(line, "--", 2) != 0 && (s == text || (!isalnum((unsigned char)s[-1]) && s[-1] != '_')) &&
            !isalnum((unsigned char)s[n]) && s[n] != '_')
            return true;
    }
    return false;
}

static void view_gives_what_the_record_holds(const struct banshi_shape *shape)
{
    const char *text = NULL;
    char file[64];

    snprintf(file, sizeof(file), "%s.sql", shape->name);
    for (size_t i = 0; i < sql_view_count; i++)
        if (strcmp(sql_view[i].name, file) == 0)
            text = sql_view[i].text;
    assert_non_null(text);
    for (size_t i = 0; i < shape->count; i++) {
        if (!names(text, shape->fields[i].name))
            fail_msg("view %s has no %s", shape->name, shape->fields[i].name);
        assert_true(shape->fields[i].offset < shape->size);
    }
}

static void views_give_what_records_hold(void **state)
{
    (void)state;
    view_gives_what_the_record_holds(&banshi_item_shape);
    view_gives_what_the_record_holds(&banshi_material_shape);
    view_gives_what_the_record_holds(&banshi_staff_shape);
    view_gives_what_the_record_holds(&banshi_centre_shape);
    view_gives_what_the_record_holds(&banshi_department_shape);
    view_gives_what_the_record_holds(&banshi_import_line_shape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_give_what_records_hold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

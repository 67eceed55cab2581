/* SPDX-License-Identifier: MIT */
/* The records of catalogue, staff, centre and import have the columns of their views. */
#include <config.h>

#include <banshi/catalogue.h>
#include <banshi/centre.h>
#include <banshi/import.h>
#include <banshi/staff.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sql.h"

static void view_gives_what_the_record_holds(const struct banshi_shape *shape)
{
    char begin[64], column[64];
    snprintf(begin, sizeof begin, "\nview api.%s: ", shape->name);
    const char *line = strstr(sql_interface, begin);
    assert_non_null(line);
    line += strlen(begin) - 2;
    for (size_t i = 0; i < shape->count; i++) {
        snprintf(column, sizeof column, " %s ", shape->fields[i].name);
        const char *found = strstr(line, column);
        if (!found || found > strchr(line, '\n'))
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

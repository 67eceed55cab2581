/* SPDX-License-Identifier: MIT */
/* Records of a library that is newer than the program: larger than the program knows them. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/db/rows.h"

/* As the program was built, and as the library has it now. */
struct known {
    int64_t id;
    const char *name;
};
struct grown {
    struct known known;
    int64_t added;
    const char *more;
};

static const struct banshi_field fields[] = {
    {"id", "Id", BANSHI_INT, offsetof(struct grown, known.id), NULL},
    {"name", "Name", BANSHI_TEXT, offsetof(struct grown, known.name), NULL},
    {"added", "Added", BANSHI_INT, offsetof(struct grown, added), NULL},
    {"more", "More", BANSHI_TEXT, offsetof(struct grown, more), NULL},
};
static const struct banshi_shape shape = {.name = "grown", .size = sizeof(struct grown), .count = 4, .fields = fields};

static void a_program_of_an_older_header_reads_each_record(void **state)
{
    static const char *const texts[][4] = {{"1", "甲", "10", "x"}, {"2", "乙", "20", "y"}, {"3", "丙", "30", "z"}};
    struct banshi_rows *rows = rows_new(&shape, 1);
    (void)state;
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rows_add(rows, texts[i], &(struct banshi_error){0}), 0);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(banshi_row(struct known, rows, i)->id, i + 1);
        assert_string_equal(banshi_row(struct known, rows, i)->name, texts[i][1]);
        assert_int_equal(banshi_row(struct grown, rows, i)->added, 10 * (i + 1));
    }
    banshi_rows_free(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_program_of_an_older_header_reads_each_record)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Rows as a table of text and as content of a paper: what spreadsheets would take for formulas, encodings, columns. */
#include <config.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <banshi/table.h>

struct line {
    const char *name, *note;
};
static const struct banshi_field fields[] = {{"name", "Name", BANSHI_TEXT, offsetof(struct line, name), NULL},
                                             {"secret", NULL, BANSHI_TEXT, offsetof(struct line, name), NULL},
                                             {"note", "Note", BANSHI_TEXT, offsetof(struct line, note), NULL}};
static const struct banshi_shape shape = {"line", sizeof(struct line), 3, fields};

static const char *heading(const char *label)
{
    return label;
}
static void value(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size)
{
    const struct line *l = (const struct line *)rows->items + row;
    snprintf(ret, size, "%s", field->offset ? l->note : l->name);
}
static const struct banshi_table_words words = {heading, value};

static void a_cell_that_begins_like_a_formula_is_made_text(void **state)
{
    static const char *const begins[] = {"=", "+", "-", "@", "\t", "\r"};
    (void)state;
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        char text[16], wanted[64];
        snprintf(text, sizeof text, "%s1+1", begins[i]);
        const struct line item = {text, "plain"};
        const struct banshi_rows rows = {&shape, 1, &item};
        char *csv = banshi_table_csv(&rows, &words);
        snprintf(wanted, sizeof wanted, "\"Name\",\"Note\"\r\n\"'%s\",\"plain\"\r\n", text);
        assert_string_equal(csv, wanted);
        free(csv);
    }
}

static void quotes_are_doubled_and_hidden_fields_left_out(void **state)
{
    const struct line items[] = {{"甲\"乙\"", "a,b\nc"}, {"", "1=1"}};
    const struct banshi_rows rows = {&shape, 2, items};
    (void)state;
    char *csv = banshi_table_csv(&rows, &words);
    assert_string_equal(csv, "\"Name\",\"Note\"\r\n\"甲\"\"乙\"\"\",\"a,b\nc\"\r\n\"\",\"1=1\"\r\n");
    free(csv);
}

/* What is written to a file of that name, or the error. */
static int written(const struct line *item, const char *name, bool gb18030, char ret[256])
{
    char folder[] = "/tmp/banshi-table.XXXXXX", path[64];
    const struct banshi_rows rows = {&shape, 1, item};
    struct banshi_error error = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int r = banshi_table_write(&rows, &words, path, gb18030, &error);
    int fd = open(path, O_RDONLY);
    assert_true(r == 0 ? fd >= 0 : fd < 0);
    ssize_t n = fd >= 0 ? read(fd, ret, 255) : 0;
    ret[n > 0 ? n : 0] = '\0';
    if (fd >= 0)
        close(fd);
    unlink(path);
    assert_int_equal(rmdir(folder), 0);
    return r;
}

static void a_file_has_the_encoding_that_was_asked_for(void **state)
{
    char bytes[256];
    const struct line item = {"好", "x"}, none = {"\xff", "x"};
    (void)state;
    assert_int_equal(written(&item, "a.csv", false, bytes), 0);
    assert_string_equal(bytes, "\xef\xbb\xbf\"Name\",\"Note\"\r\n\"好\",\"x\"\r\n");
    assert_int_equal(written(&item, "a.CSV", true, bytes), 0);
    assert_string_equal(bytes, "\"Name\",\"Note\"\r\n\"\xba\xc3\",\"x\"\r\n");
    assert_int_equal(written(&none, "a.csv", true, bytes), BANSHI_ETEXT);
    assert_int_equal(written(&item, "a.xlsx", false, bytes), 0);
    assert_memory_equal(bytes, "PK", 2);
    assert_int_equal(written(&item, "a.txt", false, bytes), BANSHI_EINVALID);
    assert_true(banshi_table_is_file("a.XLSX") && banshi_table_is_file("b.csv") && !banshi_table_is_file("csv"));
}

static void a_column_of_a_paper_is_as_wide_as_what_stands_in_it(void **state)
{
    char note[200] = "";
    for (int i = 0; i < 30; i++)
        strcat(note, "宽");
    const struct line items[] = {{"甲乙丙丁", "x"}, {"a\tb\nc", note}};
    const struct banshi_rows rows = {&shape, 2, items};
    (void)state;
    char *paper = banshi_table_paper(&rows, &words, "T", "N");
    assert_non_null(strstr(paper, "title\tT\nlandscape\ncentre\tN\ncolumns\t9\t49\nhead\tName\tNote\nrow\t甲乙丙丁\tx\n"
                                  "row\ta b c\t宽"));
    free(paper);
    const struct line narrow[] = {{"a", "b"}};
    const struct banshi_rows one = {&shape, 1, narrow};
    paper = banshi_table_paper(&one, &words, "T", "N");
    assert_non_null(strstr(paper, "columns\t6\t6\n"));
    free(paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_that_begins_like_a_formula_is_made_text),
        cmocka_unit_test(quotes_are_doubled_and_hidden_fields_left_out),
        cmocka_unit_test(a_file_has_the_encoding_that_was_asked_for),
        cmocka_unit_test(a_column_of_a_paper_is_as_wide_as_what_stands_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

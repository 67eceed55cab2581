/* SPDX-License-Identifier: MIT */
/* Files are checked whole before anything is sent: what is wrong is named with its line, and costs little. */
#include <config.h>

#include <banshi/import.h>
#include <banshi/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

/* A file in memory, by a path that everybody can open. */
struct file {
    int fd;
    char path[64];
};

static struct file file_of(const void *bytes, size_t n)
{
    struct file file = {.fd = memfd_create("import", MFD_CLOEXEC)};

    assert_true(file.fd >= 0);
    snprintf(file.path, sizeof(file.path), "/proc/self/fd/%d", file.fd);
    while (n > 0) {
        ssize_t k = write(file.fd, bytes, n);

        assert_true(k > 0);
        bytes = (const char *)bytes + k;
        n -= (size_t)k;
    }
    return file;
}

/* Read bytes as a kind; what becomes of it is the batch or NULL. */
static json_t *read_bytes(const char *kind, const void *bytes, size_t n, struct banshi_error *ret_error)
{
    struct file file = file_of(bytes, n);
    struct banshi_error error = {0};
    char *json = NULL;
    json_t *batch = NULL;
    int r = banshi_import_read(kind, file.path, NULL, NULL, &json, &error);

    close(file.fd);
    if (r < 0) {
        assert_null(json);
        assert_int_equal(error.code, r);
        assert_int_equal(banshi_text_check(error.detail, NULL), 0);
    } else {
        batch = json_loads(json, 0, NULL);
        assert_non_null(batch);
        free(json);
    }
    if (ret_error != NULL)
        *ret_error = error;
    return batch;
}

static json_t *read_text(const char *kind, const char *text)
{
    struct banshi_error error;
    json_t *batch = read_bytes(kind, text, strlen(text), &error);

    if (batch == NULL)
        fail_msg("refused: %s", error.detail);
    return batch;
}

/* The text is refused, and the detail holds the line (0: none is asked for) and the words. */
static void refuses_bytes(const char *kind, const void *bytes, size_t n, int line, const char *words)
{
    struct banshi_error error;
    json_t *batch = read_bytes(kind, bytes, n, &error);
    char place[24];

    assert_null(batch);
    assert_int_equal(error.code, BANSHI_EIMPORT);
    snprintf(place, sizeof(place), ":%d · ", line);
    if ((line > 0 && strstr(error.detail, place) == NULL) || strstr(error.detail, words) == NULL)
        fail_msg("not line %d, %s: %s", line, words, error.detail);
}

static void refuses(const char *kind, const char *text, int line, const char *words)
{
    refuses_bytes(kind, text, strlen(text), line, words);
}

static json_t *record(json_t *batch, size_t i)
{
    return json_array_get(json_object_get(batch, "records"), i);
}
static const char *text_of(json_t *object, const char *name)
{
    const char *s = json_string_value(json_object_get(object, name));

    return s != NULL ? s : "(absent)";
}
static long long number_of(json_t *object, const char *name)
{
    json_t *n = json_object_get(object, name);

    return json_is_integer(n) ? json_integer_value(n) : -1;
}

#define ITEM "{\"department\":\"区公安分局\",\"name\":\"居民身份证换领\",\"code\":\"A1\""

static void short_catalogue_is_taken_as_it_is(void **state)
{
    json_t *batch = read_text("catalogue", "\xef\xbb\xbf[\n" ITEM ",\"group\":\"未分类\",\"task_type\":\"7\"}\n,\n"
                                           "{\"department\":\"乙\",\"name\":\" 居民身份证换领　\",\"code\":\"A2\"}]\n");

    (void)state;
    assert_int_equal(json_array_size(json_object_get(batch, "records")), 2);
    assert_string_equal(text_of(record(batch, 0), "heading"), "未分类");
    assert_string_equal(text_of(record(batch, 0), "kind"), "7");
    assert_int_equal(number_of(record(batch, 0), "line"), 2);
    assert_null(json_object_get(record(batch, 0), "materials"));
    assert_null(json_object_get(record(batch, 0), "conditions"));
    assert_string_equal(text_of(record(batch, 1), "name"), "居民身份证换领");
    assert_int_equal(number_of(record(batch, 1), "line"), 4);
    json_decref(batch);
    json_decref(read_text("catalogue", "[]"));
}

static void full_catalogue_has_limits_fees_and_materials(void **state)
{
    json_t *batch = read_text(
        "catalogue", "[" ITEM ",\"conditions\":[\"一\",\"二：\",\"三\"],\"legal_basis\":\"甲\\r\\n 乙。\\n丙\","
                     "\"statutory\":{\"n\":20,\"unit\":\"工作日\"},\"promised\":{\"n\":0,\"unit\":\"1\"},"
                     "\"fee\":2000,\"queue\":\"户政窗口\",\"subject\":\"person\",\"materials\":["
                     "{\"name\":\"户口簿\",\"form\":\"both\"},"
                     "{\"name\":\"照片\",\"originals\":2,\"required\":false}]}]");
    json_t *item = record(batch, 0);
    json_t *materials = json_object_get(item, "materials");

    (void)state;
    assert_string_equal(text_of(item, "conditions"), "一；二：三");
    assert_string_equal(text_of(item, "legal_basis"), "甲；乙。丙");
    assert_int_equal(number_of(item, "statutory"), 20);
    assert_string_equal(text_of(item, "statutory_unit"), "working_day");
    assert_null(json_object_get(item, "promised"));
    assert_int_equal(number_of(item, "fee"), 2000);
    assert_string_equal(text_of(item, "wanted_queue"), "户政窗口");
    assert_int_equal(json_array_size(materials), 2);
    assert_int_equal(number_of(json_array_get(materials, 0), "originals"), 1);
    assert_int_equal(number_of(json_array_get(materials, 0), "copies"), 1);
    assert_true(json_is_true(json_object_get(json_array_get(materials, 0), "required")));
    assert_int_equal(number_of(json_array_get(materials, 1), "originals"), 2);
    assert_int_equal(number_of(json_array_get(materials, 1), "copies"), 0);
    assert_true(json_is_false(json_object_get(json_array_get(materials, 1), "required")));
    json_decref(batch);
}

static void broken_json_is_refused_with_its_line(void **state)
{
    (void)state;
    refuses("catalogue", "", 1, "the file is empty");
    refuses("catalogue", " \n\n{}", 3, "wrong type");
    refuses("catalogue", "[\n" ITEM "},\n" ITEM ",\n", 4, "cut off");
    refuses("catalogue", "[\n" ITEM "},\n{\"name\":\n\"x", 4, "");
    refuses("catalogue", "[\n" ITEM "}\n", 3, "cut off");
    refuses("catalogue", "[\n" ITEM "},\n]", 3, "not valid JSON");
    refuses("catalogue", "[\n" ITEM "}\n" ITEM "}]", 3, "not valid JSON");
    refuses("catalogue", "[" ITEM "}]\n[]", 2, "something follows the end");
    refuses("catalogue", "[\n" ITEM ",\"name\":\"y\"}]", 2, "a member occurs twice");
    refuses("catalogue", "[\n" ITEM ",\"x\":nul}]", 2, "not valid JSON");
    refuses_bytes("catalogue", "[\0]", 3, 1, "");
}

static void wrong_types_and_missing_members_are_refused(void **state)
{
    (void)state;
    refuses("catalogue", "[\n1]", 2, "wrong type");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":\"乙\"}]", 2, "missing · code");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":\" \",\"code\":\"1\"}]", 2, "missing · name");
    refuses("catalogue", "[\n{\"department\":null,\"name\":\"乙\",\"code\":\"1\"}]", 2, "missing · department");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":5,\"code\":\"1\"}]", 2, "text expected · name");
    refuses("catalogue", "[\n" ITEM ",\"fee\":\"20\"}]", 2, "number expected · fee");
    refuses("catalogue", "[\n" ITEM ",\"fee\":-1}]", 2, "number expected · fee");
    refuses("catalogue", "[\n" ITEM ",\"fee\":1.5}]", 2, "number expected · fee");
    refuses("catalogue", "[\n" ITEM ",\"fee\":99999999999999999999}]", 2, "the number is too large");
    refuses("catalogue", "[\n" ITEM ",\"subject\":\"cat\"}]", 2, "unknown value · subject · cat");
    refuses("catalogue", "[\n" ITEM ",\"statutory\":5}]", 2, "statutory.n");
    refuses("catalogue", "[\n" ITEM ",\"statutory\":{\"n\":5}}]", 2, "unknown value · statutory.unit");
    refuses("catalogue", "[\n" ITEM ",\"materials\":{}}]", 2, "wrong type · materials");
    refuses("catalogue", "[\n" ITEM ",\"materials\":[{\"name\":\"甲\"},7]}]", 2, "materials[1]");
    refuses("catalogue", "[\n" ITEM ",\"materials\":[{\"name\":\"甲\"},{\"name\":\"乙\",\"copies\":100}]}]", 2,
            "materials[1].copies");
    refuses("catalogue", "[\n" ITEM ",\"materials\":[{\"form\":\"copy\"}]}]", 2, "missing · materials[0].name");
    refuses("counters", "[{\"department\":\"甲\",\"name\":\"乙\"}]", 1, "missing · counter");
}

static void duplicates_are_refused_naming_both_lines(void **state)
{
    (void)state;
    refuses("catalogue", "[\n" ITEM "},\n{\"department\":\"乙\",\"name\":\"丙\",\"code\":\" A1\"}]", 3,
            "duplicate code · A1");
    refuses("catalogue", "[\n" ITEM "},\n{\"department\":\"乙\",\"name\":\"丙\",\"code\":\"A1\"}]", 3, ":2");
    refuses("counters",
            "[{\"department\":\"甲\",\"name\":\"乙\",\"counter\":\"1\"},\n{\"department\":\"甲\",\"name\":\"丙\","
            "\"counter\":\"1\"}]",
            2, "duplicate counter");
    json_decref(read_text("counters", "[{\"department\":\"甲\",\"name\":\"乙\",\"counter\":\"1\"},"
                                      "{\"department\":\"丁\",\"name\":\"乙\",\"counter\":\"1\"}]"));
    refuses("staff", "login,name,department,role\nab,甲,,clerk\nab,乙,,clerk\n", 3, "duplicate login · ab");
}

static void text_that_cannot_be_stored_is_refused_with_its_line(void **state)
{
    (void)state;
    refuses("catalogue", "[\n" ITEM "},\n{\"department\":\"甲\",\"name\":\"\xe5\xb1\",\"code\":\"2\"}]", 3,
            "not valid UTF-8");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":\"a\\u202eb\",\"code\":\"2\"}]", 2, "name · ");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":\"a\\u0007b\",\"code\":\"2\"}]", 2, "name · ");
    refuses("catalogue", "[\n{\"department\":\"甲\",\"name\":\"a\\u0000b\",\"code\":\"2\"}]", 2, "a NUL character");
    refuses("staff", "login,name,department,role\nab,甲\x07,,clerk\n", 2, "name · ");
}

static void unknown_members_are_warned_of_once(void **state)
{
    json_t *batch = read_text("catalogue", "[\n" ITEM ",\"colour\":1,\"materials\":[{\"name\":\"甲\",\"size\":1},"
                                           "{\"name\":\"乙\",\"size\":2}]},\n"
                                           "{\"department\":\"乙\",\"name\":\"丙\",\"code\":\"A2\",\"colour\":2}]");
    json_t *warnings = json_object_get(batch, "warnings");

    (void)state;
    assert_int_equal(json_array_size(warnings), 2);
    assert_string_equal(text_of(json_array_get(warnings, 0), "key"), "colour");
    assert_int_equal(number_of(json_array_get(warnings, 0), "line"), 2);
    assert_string_equal(text_of(json_array_get(warnings, 1), "key"), "materials.size");
    json_decref(batch);
}

static void huge_garbage_is_refused_quickly_and_with_little_memory(void **state)
{
    struct rusage before, after;
    struct banshi_error error = {0};
    struct file file = file_of("", 0);
    char *json = NULL, *zeros = NULL;
    size_t size = 0;
    FILE *out;

    (void)state;
    getrusage(RUSAGE_SELF, &before);
    assert_int_equal(ftruncate(file.fd, 100 << 20), 0);
    assert_int_equal(banshi_import_read("catalogue", file.path, NULL, NULL, &json, &error), BANSHI_EIMPORT);
    assert_non_null(strstr(error.detail, "larger than 64 MiB"));
    assert_int_equal(ftruncate(file.fd, 60 << 20), 0);
    error = (struct banshi_error){0};
    assert_int_equal(banshi_import_read("catalogue", file.path, NULL, NULL, &json, &error), BANSHI_EIMPORT);
    close(file.fd);
    getrusage(RUSAGE_SELF, &after);
    assert_in_range(after.ru_maxrss - before.ru_maxrss, 0, 8 << 10);

    /* what would take a hundred times its size to parse is cut off before */
    out = open_memstream(&zeros, &size);
    fputs("[\n" ITEM ",\"x\":[0", out);
    for (int i = 0; i < 2 << 20; i++)
        fputs(",0", out);
    fputs("]}]", out);
    fclose(out);
    refuses_bytes("catalogue", zeros, size, 2, "a record larger than 1 MiB");
    free(zeros);
}

static void files_that_cannot_be_read_are_input_output_errors(void **state)
{
    struct banshi_error error = {0};
    char *json = NULL;

    (void)state;
    assert_int_equal(banshi_import_read("catalogue", "/nonexistent/file", NULL, NULL, &json, &error), BANSHI_EIO);
    error = (struct banshi_error){0};
    assert_int_equal(banshi_import_read("catalogue", "/", NULL, NULL, &json, &error), BANSHI_EIO);
    error = (struct banshi_error){0};
    assert_int_equal(banshi_import_read("nonsense", "/dev/null", NULL, NULL, &json, &error), BANSHI_EINVALID);
    assert_null(json);
}

static void staff_in_any_encoding_of_spreadsheets_is_the_same(void **state)
{
    static const char utf8[] = "登录名,姓名,部门,角色,党员\r\nzhang.san,张三,区公安分局,窗口人员,是\r\n\r\n\"li_si\","
                               "\"李,\"\"四\"\"\",,督导,\r\n";
    static const char gb[] =
        "\xb5\xc7\xc2\xbc\xc3\xfb,\xd0\xd5\xc3\xfb,\xb2\xbf\xc3\xc5,\xbd\xc7\xc9\xab,\xb5\xb3\xd4\xb1\n"
        "zhang.san,\xd5\xc5\xc8\xfd,\xc7\xf8\xb9\xab\xb0\xb2\xb7\xd6\xbe\xd6,\xb4\xb0\xbf\xda\xc8\xcb\xd4\xb1,"
        "\xca\xc7\n"
        "li_si,\"\xc0\xee,\"\"\xcb\xc4\"\"\",,\xb6\xbd\xb5\xbc,";
    json_t *plain = read_text("staff", utf8);
    json_t *chinese = read_bytes("staff", gb, strlen(gb), NULL);
    char marked[sizeof(utf8) + 3];
    json_t *bom;

    (void)state;
    snprintf(marked, sizeof(marked), "\xef\xbb\xbf%s", utf8);
    bom = read_text("staff", marked);
    assert_non_null(chinese);
    assert_string_equal(text_of(record(plain, 0), "login"), "zhang.san");
    assert_string_equal(text_of(record(plain, 0), "name"), "张三");
    assert_string_equal(text_of(record(plain, 0), "role"), "clerk");
    assert_true(json_is_true(json_object_get(record(plain, 0), "party_member")));
    assert_string_equal(text_of(record(plain, 1), "name"), "李,\"四\"");
    assert_string_equal(text_of(record(plain, 1), "role"), "supervisor");
    assert_int_equal(number_of(record(plain, 1), "line"), 4);
    assert_true(json_is_false(json_object_get(record(plain, 1), "party_member")));
    assert_true(json_equal(json_object_get(plain, "records"), json_object_get(bom, "records")));
    json_object_set_new(record(chinese, 1), "line", json_integer(4));
    assert_true(json_equal(json_object_get(plain, "records"), json_object_get(chinese, "records")));
    json_decref(plain);
    json_decref(chinese);
    json_decref(bom);
}

static void wrong_staff_is_refused_with_its_line(void **state)
{
    (void)state;
    refuses("staff", "", 1, "the file is empty");
    refuses("staff", "\n\n", 1, "the file is empty");
    refuses("staff", "login,name,role\nab,甲,clerk\n", 1, "missing · department");
    refuses("staff", "login,login,name,department,role\n", 1, "a member occurs twice");
    refuses("staff", "login,name,department,role\nab,甲,,king\n", 2, "unknown value · role · king");
    refuses("staff", "login,name,department,role\nAb,甲,,clerk\n", 2, "not a login · Ab");
    refuses("staff", "login,name,department,role\nab,,,clerk\n", 2, "missing · name");
    refuses("staff", "login,name,department,role\nab,甲\n", 2, "missing · department");
    refuses("staff", "login,name,department,role\nab,甲,,clerk,x\n", 2, "too many fields");
    refuses("staff", "login,name,department,role,党员\nab,甲,,clerk,或许\n", 2, "unknown value · party_member");
    refuses("staff", "login,name,department,role\n\"ab\nc\"d,甲,,clerk\n", 3, "something follows a quoted field");
    refuses("staff", "login,name,department,role\nab,\"甲,,clerk\n", 3, "not closed");
    refuses("staff", "login,name,department,role\nab,甲\"乙,,clerk\n", 2, "a quotation mark inside a field");
    refuses("staff", "登录名,姓名,部门,角色\nab,甲,,clerk\nac,\xff\xfe,,clerk\n", 3, "not valid UTF-8");
    refuses("staff", "login,name,department,role\nab,\xff\xff,,clerk\n", 2, "neither UTF-8 nor GB 18030");
    refuses_bytes("staff", "login,name\0,department,role\n", 28, 1, "a NUL character");
}

static void calendars_are_checked_day_by_day(void **state)
{
    json_t *batch = read_text("calendar", "{\"$schema\":\"x\",\"year\":2008,\"papers\":[\"p\"],\"days\":["
                                          "{\"name\":\"元旦\",\"date\":\"2007-12-30\",\"isOffDay\":true},"
                                          "{\"name\":\"春节\",\"date\":\"2008-02-29\",\"isOffDay\":false}]}");

    (void)state;
    assert_int_equal(number_of(batch, "year"), 2008);
    assert_true(json_is_false(json_object_get(record(batch, 0), "working")));
    assert_true(json_is_true(json_object_get(record(batch, 1), "working")));
    assert_int_equal(json_array_size(json_object_get(batch, "warnings")), 0);
    json_decref(batch);
    batch = read_text("calendar", "{\"year\":2027,\"papers\":[],\"days\":[]}");
    assert_int_equal(json_array_size(json_object_get(batch, "records")), 0);
    json_decref(batch);

#define DAY(date) "{\"year\":2026,\"days\":[{\"name\":\"元旦\",\"date\":\"" date "\",\"isOffDay\":true}]}"
    refuses("calendar", DAY("2026-02-29"), 0, "not a date · days[0].date");
    refuses("calendar", DAY("2026-2-03"), 0, "not a date");
    refuses("calendar", DAY("2025-11-30"), 0, "a date of another year");
    refuses("calendar", DAY("2027-01-01"), 0, "a date of another year");
    refuses("calendar", "{\"year\":2026}", 0, "missing · days");
    refuses("calendar", "{\"days\":[]}", 0, "missing · year");
    refuses("calendar", "{\"year\":\"2026\",\"days\":[]}", 0, "number expected · year");
    refuses("calendar", "{\"year\":2026,\"days\":[{\"name\":\"元旦\",\"date\":\"2026-01-01\"}]}", 0,
            "days[0].isOffDay");
    refuses("calendar", "{\"year\":2026,\"days\":[", 1, "cut off");
}

struct seen {
    size_t calls, last, total;
};
static void progress(void *closure, size_t done, size_t total)
{
    struct seen *seen = closure;

    assert_true(done >= seen->last);
    assert_true(total >= done);
    seen->calls++;
    seen->last = done;
    seen->total = total;
}

static char *path_of(const char *folder, const char *file)
{
    char *path;

    assert_true(asprintf(&path, "%s/%s", folder, file) > 0);
    return path;
}

/* Read a file that must be good; returns how many records it has. */
static size_t records_of(const char *kind, const char *folder, const char *file)
{
    struct banshi_error error = {0};
    struct seen seen = {0};
    char *json = NULL, *path = path_of(folder, file);
    json_t *batch;
    size_t count;

    if (banshi_import_read(kind, path, progress, &seen, &json, &error) < 0)
        fail_msg("%s", error.detail);
    batch = json_loads(json, 0, NULL);
    assert_non_null(batch);
    count = json_array_size(json_object_get(batch, "records"));
    assert_int_equal(seen.last, count);
    assert_int_equal(seen.total, count);
    assert_in_range(seen.calls, count > 0, count + 1);
    json_decref(batch);
    free(json);
    free(path);
    return count;
}

static void demo_centre_can_be_read(void **state)
{
    const char *folder = getenv("BANSHI_DATADIR");

    (void)state;
    if (folder == NULL)
        skip();
    assert_in_range(records_of("catalogue", folder, "demo/catalogue.json"), 15, 100);
    assert_in_range(records_of("counters", folder, "demo/counters.json"), 15, 100);
    assert_in_range(records_of("staff", folder, "demo/staff.csv"), 10, 100);
    assert_int_equal(records_of("calendar", folder, "calendar/2026.json"), 39);
    assert_int_equal(records_of("calendar", folder, "calendar/2027.json"), 0);
}

static void real_data_can_be_read(void **state)
{
    const char *given = getenv("BANSHI_TEST_DATA"), *source = getenv("abs_top_srcdir");
    char *folder = given != NULL ? strdup(given) : path_of(source != NULL ? source : ".", "../shared/data");

    (void)state;
    if (access(folder, R_OK) < 0) {
        print_message("no public data in %s: set BANSHI_TEST_DATA\n", folder);
        free(folder);
        skip();
    }
    assert_int_equal(records_of("catalogue", folder, "catalogue-1135.json"), 1135);
    assert_int_equal(records_of("counters", folder, "counters-79.json"), 79);
    for (int year = 2007; year <= 2027; year++) {
        char file[32];

        snprintf(file, sizeof(file), "holiday-cn/%d.json", year);
        records_of("calendar", folder, file);
    }
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_catalogue_is_taken_as_it_is),
        cmocka_unit_test(full_catalogue_has_limits_fees_and_materials),
        cmocka_unit_test(broken_json_is_refused_with_its_line),
        cmocka_unit_test(wrong_types_and_missing_members_are_refused),
        cmocka_unit_test(duplicates_are_refused_naming_both_lines),
        cmocka_unit_test(text_that_cannot_be_stored_is_refused_with_its_line),
        cmocka_unit_test(unknown_members_are_warned_of_once),
        cmocka_unit_test(huge_garbage_is_refused_quickly_and_with_little_memory),
        cmocka_unit_test(files_that_cannot_be_read_are_input_output_errors),
        cmocka_unit_test(staff_in_any_encoding_of_spreadsheets_is_the_same),
        cmocka_unit_test(wrong_staff_is_refused_with_its_line),
        cmocka_unit_test(calendars_are_checked_day_by_day),
        cmocka_unit_test(demo_centre_can_be_read),
        cmocka_unit_test(real_data_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

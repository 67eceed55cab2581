/* SPDX-License-Identifier: MIT */
/* Half-typed forms that survive the program: with their operation, without passwords, the owner's alone. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft.h"
#include "kit/form.h"

static const struct banshi_word kinds[] = {
    {.code = "person", .message = "person"}, {.code = "enterprise", .message = "enterprise"}, {.code = NULL}};
static const struct form_field fields[] = {{"kind", "Kind", FIELD_CHOICE, .choices = kinds},
                                           {"name", "Name", .limit = 10}};

static char folder[sizeof "/tmp/banshi-draft.XXXXXX"];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/banshi-draft.XXXXXX");
    return mkdtemp(folder) ? setenv("XDG_STATE_HOME", folder, 1) : -1;
}

/* Nothing else is in it. */
static int remove_folder(void **state)
{
    static const char *const made[] = {"/banshi/drafts", "/banshi", ""};
    char path[128];
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", folder, made[i]);
        assert_int_equal(rmdir(path), 0);
    }
    return 0;
}

static void a_password_is_in_no_draft(void **state)
{
    char value[64];
    (void)state;
    struct form f = {0};
    form_add(&f, &(struct form_field){"login", "Login", .limit = 20});
    form_add(&f, &(struct form_field){"password", "Password", FIELD_PASSWORD, .limit = 20});
    form_set(&f, "login", "ann");
    form_set(&f, "password", "secret");
    assert_true(draft_save("test-3", "00000000-0000-4000-8000-000000000001", &f, true));
    assert_true(draft_peek("test-3", "login", value, sizeof value));
    assert_false(draft_peek("test-3", "password", value, sizeof value));
    draft_remove("test-3");
    form_free(&f);
}

static void a_draft_comes_back_with_its_operation_and_is_the_owners_alone(void **state)
{
    (void)state;
    char path[128], opid[BANSHI_OPID_SIZE], value[64];
    struct form f = {0}, again = {0};
    form_declare(&f, fields, 2);
    form_declare(&again, fields, 2);
    form_set(&f, "kind", "enterprise");
    form_set(&f, "name", "云南 官渡\\有限公司");
    assert_false(draft_load("test-1", opid, &again));
    assert_true(draft_save("test-1", "00000000-0000-4000-8000-000000000001", &f, false));
    assert_true(draft_save("test-1", "00000000-0000-4000-8000-000000000001", &f, true));
    snprintf(path, sizeof path, "%s/banshi/drafts/test-1", folder);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_true(draft_peek("test-1", "name", value, sizeof value));
    assert_string_equal(value, "云南 官渡\\有限公司");
    assert_true(draft_load("test-1", opid, &again));
    assert_string_equal(opid, "00000000-0000-4000-8000-000000000001");
    assert_string_equal(form_value(&again, "name"), "云南 官渡\\有限公司");
    assert_string_equal(form_value(&again, "kind"), "enterprise");
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_true(draft_save("test-2", opid, &f, false));
    utimensat(AT_FDCWD, path, old, 0);
    draft_expire(); /* the old one goes, the fresh one stays */
    assert_int_equal(access(path, F_OK), -1);
    assert_true(draft_load("test-2", opid, &again));
    draft_remove("test-2");
    assert_false(draft_load("test-2", opid, &again));
    form_free(&f);
    form_free(&again);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_password_is_in_no_draft, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_draft_comes_back_with_its_operation_and_is_the_owners_alone, make_folder,
                                        remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* What the server refuses has its error, whatever it is; what is told of it can be shown. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/error.h>
#include <banshi/text.h>

#include "db/db.h"

static void each_sqlstate_has_its_error(void **state)
{
    static const struct {
        const char *sqlstate;
        int code;
    } list[] = {
        {"BS001", BANSHI_EINVALID},      {"BS002", BANSHI_EPERMISSION}, {"BS003", BANSHI_ENOTFOUND},
        {"BS004", BANSHI_ESTATE},        {"BS005", BANSHI_EACTIVE},     {"BS006", BANSHI_ECOUNTER},
        {"BS007", BANSHI_ENOBODY},       {"BS008", BANSHI_ERECALL},     {"BS009", BANSHI_EFORBIDDEN},
        {"BS010", BANSHI_ETEXT},         {"BS011", BANSHI_EIDNUMBER},   {"BS012", BANSHI_ECREDITCODE},
        {"BS013", BANSHI_EPHONE},        {"BS014", BANSHI_EMATERIAL},   {"BS015", BANSHI_EREASON},
        {"BS016", BANSHI_ESUPPLEMENTED}, {"BS017", BANSHI_EDUPLICATE},  {"BS018", BANSHI_EIMPORT},
        {"BS019", BANSHI_ECALENDAR},     {"BS020", BANSHI_EREUSED},     {"BS021", BANSHI_ELAYOUT},
        {"BS030", BANSHI_EDUTY},         {"BS031", BANSHI_ECHANGED},    {"42501", BANSHI_EPERMISSION},
        {"28P01", BANSHI_EAUTH},         {"28000", BANSHI_EAUTH},       {"57014", BANSHI_ETIMEOUT},
        {"55P03", BANSHI_ETIMEOUT},      {"3D000", BANSHI_EOLDER},      {"23505", BANSHI_EDATABASE},
        {"BS999", BANSHI_EDATABASE},     {"", BANSHI_EDATABASE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
        assert_int_equal(error_of_sqlstate(list[i].sqlstate), list[i].code);
}

static void each_error_has_words(void **state)
{
    (void)state;
    assert_string_equal(banshi_error_sentence(BANSHI_ENOMEM), "Out of memory");
    assert_string_equal(banshi_error_sentence(0), "Done");
    for (int code = BANSHI_EBASE + 1; code < BANSHI_EEND; code++) {
        assert_true(*banshi_error_sentence(code) && *banshi_error_hint(code));
        assert_string_not_equal(banshi_error_sentence(code), "Unknown error");
    }
    assert_string_equal(banshi_error_sentence(BANSHI_EBASE), "Unknown error");
    assert_string_equal(banshi_error_sentence(BANSHI_EEND), "Unknown error");
    assert_string_equal(banshi_error_sentence(1), "Unknown error");
}

static void a_detail_longer_than_its_room_ends_in_a_whole_character(void **state)
{
    char text[2048];
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        struct banshi_error error = {0};
        memset(text, 'x', shift);
        text[shift] = '\0';
        while (strlen(text) + 4 < sizeof text)
            strcat(text, shift % 2 ? "𬍛" : "好");
        assert_int_equal(error_set(&error, BANSHI_EINVALID, "%s", text), BANSHI_EINVALID);
        assert_int_equal(banshi_text_check(error.detail, NULL), 0);
        size_t n = strlen(error.detail);
        assert_true(n < sizeof error.detail && n + 4 >= sizeof error.detail);
        assert_memory_equal(error.detail, text, n);
    }
}

static void a_detail_can_be_shown_on_any_terminal(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    error_set(&error, BANSHI_EINVALID, "%s", "a\x1b[31m\nb\tc\xff\xe4\xb8 d\xe2\x80\xae好");
    assert_string_equal(error.detail, "a?[31m b c??? d?好");
}

static void the_first_failure_is_the_one_that_is_told(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    error_set(&error, BANSHI_EPHONE, "first");
    assert_int_equal(error_set(&error, BANSHI_EREASON, "second"), BANSHI_EREASON);
    assert_int_equal(error.code, BANSHI_EPHONE);
    assert_string_equal(error.detail, "first");
    assert_int_equal(error_set(NULL, BANSHI_EREASON, "nobody asks"), BANSHI_EREASON);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sqlstate_has_its_error),
        cmocka_unit_test(each_error_has_words),
        cmocka_unit_test(a_detail_longer_than_its_room_ends_in_a_whole_character),
        cmocka_unit_test(a_detail_can_be_shown_on_any_terminal),
        cmocka_unit_test(the_first_failure_is_the_one_that_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

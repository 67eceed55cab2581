/* SPDX-License-Identifier: MIT */
/* The language of the messages: what the environment asks for, whatever locales the system has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "i18n.h"

/* The language chosen under these settings; NULL: not set. */
static const char *under(const char *language, const char *all, const char *messages, const char *lang)
{
    const struct {
        const char *name, *value;
    } settings[] = {{"LANGUAGE", language}, {"LC_ALL", all}, {"LC_MESSAGES", messages}, {"LANG", lang}};
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        if (settings[i].value)
            setenv(settings[i].name, settings[i].value, 1);
        else
            unsetenv(settings[i].name);
    const char *chosen = language_choose();
    assert_string_equal(message_text("Usage:"), strcmp(chosen, "zh_CN") == 0 ? "用法：" : "Usage:");
    return chosen;
}

static void chinese_when_no_language_is_named(void **state)
{
    (void)state;
    assert_string_equal(under(NULL, NULL, NULL, NULL), "zh_CN");
    assert_string_equal(under("", "", "", ""), "zh_CN");
    assert_string_equal(under(NULL, NULL, NULL, "C.UTF-8"), "zh_CN");
    assert_string_equal(under(NULL, "C", NULL, NULL), "zh_CN");
    assert_string_equal(under(NULL, "POSIX", NULL, "C.utf8"), "zh_CN");
    assert_string_equal(under("C", NULL, NULL, "C"), "zh_CN");
    assert_string_equal(under(":", NULL, "C", NULL), "zh_CN");
}

static void chinese_when_asked_for(void **state)
{
    (void)state;
    assert_string_equal(under(NULL, NULL, NULL, "zh_CN.UTF-8"), "zh_CN");
    assert_string_equal(under(NULL, NULL, NULL, "zh_CN"), "zh_CN");
    assert_string_equal(under(NULL, NULL, NULL, "zh_CN.gb18030@pinyin"), "zh_CN");
    assert_string_equal(under("zh", NULL, NULL, "en_US.UTF-8"), "zh_CN");
    assert_string_equal(under(NULL, NULL, NULL, "zh_TW.UTF-8"), "zh_CN");
    assert_string_equal(under("zh_CN:en", "C", NULL, "en_US.UTF-8"), "zh_CN");
    assert_string_equal(under(NULL, "C", NULL, "zh_CN.UTF-8"), "zh_CN");
}

static void english_when_asked_for(void **state)
{
    (void)state;
    assert_string_equal(under(NULL, NULL, NULL, "en_US.UTF-8"), "en");
    assert_string_equal(under("en", NULL, NULL, NULL), "en");
    assert_string_equal(under("en", "zh_CN.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8"), "en");
    assert_string_equal(under("en_GB:zh_CN", NULL, NULL, "C.UTF-8"), "en");
    assert_string_equal(under(NULL, NULL, NULL, "en"), "en");
    assert_string_equal(under(NULL, "C", NULL, "en_US.UTF-8"), "en");
}

static void the_first_setting_that_names_a_language_decides(void **state)
{
    (void)state;
    assert_string_equal(under(NULL, "en_US.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8"), "en");
    assert_string_equal(under(NULL, NULL, "en_US.UTF-8", "zh_CN.UTF-8"), "en");
    assert_string_equal(under(NULL, NULL, "zh_CN.UTF-8", "en_US.UTF-8"), "zh_CN");
    assert_string_equal(under("zh_CN", "en_US.UTF-8", NULL, NULL), "zh_CN");
}

static void english_for_a_language_without_messages(void **state)
{
    (void)state;
    assert_string_equal(under(NULL, NULL, NULL, "fr_FR.UTF-8"), "en");
    assert_string_equal(under("fr:zh_CN", NULL, NULL, NULL), "zh_CN");
    assert_string_equal(under(NULL, NULL, NULL, "zha_CN"), "en");
    assert_string_equal(under(NULL, NULL, NULL, "z"), "en");
}

static void every_message_is_found(void **state)
{
    (void)state;
    under("zh_CN", NULL, NULL, NULL);
    assert_true(catalogues[0].count > 1000);
    for (const struct catalogue *c = catalogues; c->language; c++)
        for (size_t i = 0; i < c->count; i++) {
            assert_true(i == 0 || strcmp(c->messages[i - 1].id, c->messages[i].id) < 0);
            if (strcmp(c->language, "zh_CN") == 0)
                assert_ptr_equal(message_text(c->messages[i].id), c->messages[i].text);
        }
    assert_string_equal(message_text("no message of ours"), "no message of ours");
    assert_string_equal(message_text(""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_when_no_language_is_named),
        cmocka_unit_test(chinese_when_asked_for),
        cmocka_unit_test(english_when_asked_for),
        cmocka_unit_test(the_first_setting_that_names_a_language_decides),
        cmocka_unit_test(english_for_a_language_without_messages),
        cmocka_unit_test(every_message_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

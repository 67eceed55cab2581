/* SPDX-License-Identifier: MIT */
/* What commands declare makes sense, and a command line is read by it. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cmd.h"

/* Read the words of a line, which NULL ends; what was said about it on standard error is in `said`. */
static char said[4096];
static int reads(struct cmd_run *run, ...)
{
    static char *words[32];
    int count = 0;
    va_list list;
    va_start(list, run);
    for (char *word; (word = va_arg(list, char *)) != NULL;)
        words[count++] = word;
    va_end(list);
    *run = (struct cmd_run){0};
    FILE *file = tmpfile();
    int before = dup(2);
    assert_true(file && before >= 0 && dup2(fileno(file), 2) == 2);
    int status = cmd_read(run, count, words);
    fflush(stderr);
    assert_int_equal(dup2(before, 2), 2);
    close(before);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    fclose(file);
    return status;
}
#define READ(...) reads(&run, __VA_ARGS__, (char *)NULL)

static void assert_said(const char *words)
{
    if (!strstr(said, words))
        fail_msg("\"%s\" is not in: %s", words, said);
}

/* Declarations --------------------------------------------------------------------------------------------------- */

/* Each of the verb's names is another, and no other command takes a value where this one has a flag. */
static void check_name(const struct cmd_verb *verb, const struct cmd_param *p)
{
    for (const struct cmd_param *other = verb->params; other < p; other++)
        assert_string_not_equal(other->name, p->name);
    for (const struct cmd_param *global = cmd_globals; global->name; global++)
        assert_string_not_equal(global->name, p->name);
    for (const struct cmd *const *c = cmd_registry; cmd_is_option(p) && *c; c++)
        for (const struct cmd_verb *v = (*c)->verbs; v->name; v++)
            for (const struct cmd_param *other = v->params; other && other->name; other++)
                if (strcmp(other->name, p->name) == 0)
                    assert_int_equal(other->kind == CMD_FLAG, p->kind == CMD_FLAG);
}

static void check_param(const struct cmd_verb *verb, const struct cmd_param *p)
{
    assert_non_null(p->help);
    check_name(verb, p);
    assert_true(p->kind != CMD_CODE || p->codes);
    assert_true(p->kind != CMD_DATE || p->exact);
    assert_true(p->kind != CMD_FLAG || cmd_is_option(p));
    assert_true(!p->many || cmd_is_argument(p));
    assert_true(!p->required || !p->otherwise);
    if (p->or_next || p->with_next)
        assert_non_null(p[1].name);
    for (const struct cmd_param *before = verb->params; before < p; before++)
        if (cmd_is_argument(before) && cmd_is_argument(p))
            assert_true(!before->many && (before->required || !p->required));
}

static void every_command_declares_what_can_be_said(void **state)
{
    (void)state;
    size_t verbs = 0, params;
    for (const struct cmd *const *c = cmd_registry; *c; c++) {
        assert_non_null((*c)->summary);
        for (const struct cmd_verb *v = (*c)->verbs; v->name; v++, verbs++) {
            assert_non_null(v->summary);
            assert_non_null(v->run);
            params = 0;
            for (const struct cmd_param *p = v->params; p && p->name; p++, params++)
                check_param(v, p);
            assert_true(params <= CMD_PARAMS_MOST);
        }
    }
    assert_true(verbs > 100);
}

/* What is taken when nothing is said would be taken when it is said. */
static void what_is_taken_otherwise_can_be_said(void **state)
{
    (void)state;
    for (const struct cmd *const *c = cmd_registry; *c; c++)
        for (const struct cmd_verb *v = (*c)->verbs; v->name; v++)
            for (const struct cmd_param *p = v->params; p && p->name; p++) {
                struct cmd_run run = {.verb = v};
                bool code = false;
                for (const struct banshi_word *choice = p->codes; choice && choice->code; choice++)
                    code |= p->otherwise && strcmp(choice->code, p->otherwise) == 0;
                if (p->otherwise && p->kind == CMD_NUMBER)
                    assert_true(code || cmd_number(&run, p->name) >= p->least);
                else if (p->otherwise && (p->kind == CMD_CODE || p->kind == CMD_DATE))
                    assert_true(code);
            }
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static void options_stand_anywhere_and_in_each_way_of_writing(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("-U", "zhulin", "--json", "ticket", "issue", "sfz", "--purpose", "enquiry"), EXIT_FINE);
    assert_string_equal(run.noun->name, "ticket");
    assert_string_equal(run.verb->name, "issue");
    assert_string_equal(run.options.user, "zhulin");
    assert_true(run.options.json);
    assert_string_equal(cmd_text(&run, "ITEM"), "sfz");
    assert_string_equal(cmd_text(&run, "--purpose"), "enquiry");
    assert_int_equal(READ("--purpose=pickup", "ticket", "--queue", "A", "issue", "-Uzhulin", "--opid=x"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "--purpose"), "pickup");
    assert_string_equal(cmd_text(&run, "--queue"), "A");
    assert_string_equal(run.options.user, "zhulin");
    assert_string_equal(run.options.opid, "x");
    assert_false(cmd_given(&run, "ITEM"));
    assert_int_equal(READ("ticket", "issue", "--purp", "pickup"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "--purpose"), "pickup");
    assert_int_equal(READ("ticket", "issue"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "--purpose"), "case");
    assert_false(cmd_given(&run, "--purpose"));
}

static void a_value_may_look_like_an_option_and_so_may_what_follows_two_dashes(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("case", "search", "--", "--limit"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "TEXT"), "--limit");
    assert_int_equal(cmd_number(&run, "--limit"), 50);
    assert_int_equal(READ("ticket", "hold", "-"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "REASON"), "-");
    assert_int_equal(READ("absence", "add", "ann", "leave", "2026-10-01", "--note", "--help"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "--note"), "--help");
    assert_false(run.options.help);
}

static void dates_are_days_months_or_years_and_words_may_stand_in_their_place(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("extension", "register", "2026-02"), EXIT_FINE);
    assert_int_equal(cmd_first(&run, "DAY|MONTH"), 20260201);
    assert_int_equal(cmd_last(&run, "DAY|MONTH"), 20260228);
    assert_int_equal(READ("extension", "register", "2026-02-28"), EXIT_FINE);
    assert_int_equal(cmd_first(&run, "DAY|MONTH"), 20260228);
    assert_int_equal(READ("extension", "register", "2026-02-29"), EXIT_USAGE);
    assert_int_equal(READ("extension", "register", "2026"), EXIT_USAGE);
    assert_int_equal(READ("calendar", "show", "2026"), EXIT_FINE);
    assert_int_equal(cmd_last(&run, "YEAR|MONTH"), 20261231);
    assert_int_equal(READ("calendar", "show", "2026-13"), EXIT_USAGE);
    assert_int_equal(READ("calendar", "show", "2026-10-01"), EXIT_USAGE);
    assert_int_equal(READ("roster", "show", "week"), EXIT_FINE);
    assert_int_equal(cmd_first(&run, "DAY|MONTH"), 0);
    assert_int_equal(READ("roster", "show", "weak"), EXIT_USAGE);
    assert_said("today week mine");
}

static void numbers_have_their_range_and_codes_their_list(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("floor", "queue", "1", "A", "none"), EXIT_FINE);
    assert_int_equal(READ("floor", "queue", "1", "A", "1440"), EXIT_FINE);
    assert_int_equal(cmd_number(&run, "MINUTES"), 1440);
    assert_int_equal(READ("floor", "queue", "1", "A", "1441"), EXIT_USAGE);
    assert_said("floor queue: MINUTES: 1441: ");
    assert_int_equal(READ("case", "decide", "X", "--outcome", "grant"), EXIT_USAGE);
    assert_said("case decide: --outcome: grant: ");
    assert_said("accept supplement refuse not_required withdraw");
}

static void fields_are_the_verbs_own(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("document", "serve", "recipient=a=b", "N", "mode=left"), EXIT_FINE);
    assert_string_equal(cmd_text(&run, "NUMBER"), "N");
    assert_string_equal(cmd_text(&run, "recipient="), "a=b");
    assert_int_equal(run.many_count, 2);
    assert_string_equal(run.many[0], "recipient=a=b");
    assert_string_equal(run.many[1], "mode=left");
    assert_int_equal(READ("document", "serve", "N", "mode=fly"), EXIT_USAGE);
    assert_said("direct left");
    assert_int_equal(READ("document", "serve", "N", "seal=red"), EXIT_USAGE);
    assert_said("seal=");
    assert_said("recipient= relation= place=");
    /* of a paper whose layout says what it asks for, any */
    assert_int_equal(READ("document", "issue", "enquiry", "X", "applicant.name=a", "b=c"), EXIT_FINE);
    assert_int_equal(run.many_count, 2);
}

static void what_is_wrong_is_named_with_what_is_possible(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("tickets"), EXIT_USAGE);
    assert_said("banshi: tickets: ");
    assert_said(" ticket");
    assert_int_equal(READ("ticket"), EXIT_USAGE);
    assert_said("call-next");
    assert_int_equal(READ("ticket", "cal"), EXIT_USAGE);
    assert_said("ticket cal: ");
    assert_int_equal(READ("staff", "list", "--department", "x"), EXIT_USAGE);
    assert_said("staff list: --department: ");
    assert_int_equal(READ("case", "search", "x", "--lim=1", "--mine"), EXIT_USAGE);
    assert_said("--mine: ");
    assert_said(" --limit");
    assert_int_equal(READ("--nothing"), EXIT_USAGE);
    assert_said("--nothing: ");
    assert_said("--conninfo --user");
    assert_int_equal(READ("ticket", "why", "A1", "A2"), EXIT_USAGE);
    assert_said("A2: ");
    assert_int_equal(READ("ticket", "why"), EXIT_USAGE);
    assert_said("NUMBER");
    assert_int_equal(READ("migrate", "--status=yes"), EXIT_USAGE);
    assert_int_equal(READ("migrate", "--state-dir"), EXIT_USAGE);
    assert_said("--state-dir: ");
    assert_int_equal(READ("ticket", "issue", "--p", "x"), EXIT_USAGE); /* several begin so */
}

static void alternatives_exclude_each_other_and_halves_need_the_other(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("ticket", "transfer", "why"), EXIT_USAGE);
    assert_said("--queue");
    assert_said("--counter");
    assert_int_equal(READ("ticket", "transfer", "why", "--queue", "A", "--counter", "1"), EXIT_USAGE);
    assert_int_equal(READ("ticket", "transfer", "why", "--counter", "1"), EXIT_FINE);
    assert_int_equal(READ("message", "send", "hello", "--counter", "1", "--zone", "A"), EXIT_USAGE);
    assert_int_equal(READ("message", "send", "hello"), EXIT_FINE);
    assert_int_equal(READ("hours", "set", "1", "lunch", "12:00"), EXIT_USAGE);
    assert_int_equal(READ("hours", "set", "1", "lunch", "12:00", "13:00"), EXIT_FINE);
    assert_int_equal(READ("hours", "set", "1", "lunch"), EXIT_FINE);
    assert_int_equal(READ("roster", "swap", "today", "A1", "ann", "today"), EXIT_USAGE);
}

static void help_and_the_version_need_nothing_else(void **state)
{
    struct cmd_run run;
    (void)state;
    assert_int_equal(READ("ticket", "why", "--help", "--nonsense"), EXIT_FINE);
    assert_true(run.options.help);
    assert_string_equal(run.verb->name, "why");
    assert_int_equal(READ("ticket", "-h"), EXIT_FINE);
    assert_true(run.options.help && !run.verb);
    assert_int_equal(READ("--version"), EXIT_FINE);
    assert_true(run.options.version && !run.noun);
}

/* Saying --------------------------------------------------------------------------------------------------------- */

static void assert_usage(const char *noun, const char *verb, int columns, const char *wanted)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    const struct cmd *c = cmd_find(noun);
    cmd_usage(out, c, cmd_find_verb(c, verb), "", columns);
    fclose(out);
    assert_string_equal(text, wanted);
    free(text);
}

static void usage_says_what_must_and_what_may_be_there(void **state)
{
    (void)state;
    assert_usage("ticket", "transfer", 80, "banshi ticket transfer REASON --queue QUEUE|--counter COUNTER [--end]\n");
    assert_usage("hours", "set", 90,
                 "banshi hours set WEEKDAY|DAY morning|lunch|afternoon|extended|closed [FROM TO]\n");
    assert_usage(
        "document", "preview", 120,
        "banshi document preview KIND DESTINATION [NAME=VALUE …] [--case CASE] [--item ITEM] [--ticket NUMBER] "
        "[--wait SECONDS]\n");
    assert_usage("staff", "edit", 80,
                 "banshi staff edit LOGIN [--name NAME] [--department NAME] [--party|--no-party]\n");
    assert_usage("roster", "show", 80, "banshi roster show [today|week|mine|DAY|MONTH]\n");
    assert_usage("migrate", "", 80, "banshi migrate [--status]\n");
    assert_usage("staff", "edit", 50,
                 "banshi staff edit LOGIN [--name NAME]\n      [--department NAME] [--party|--no-party]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_declares_what_can_be_said),
        cmocka_unit_test(what_is_taken_otherwise_can_be_said),
        cmocka_unit_test(options_stand_anywhere_and_in_each_way_of_writing),
        cmocka_unit_test(a_value_may_look_like_an_option_and_so_may_what_follows_two_dashes),
        cmocka_unit_test(dates_are_days_months_or_years_and_words_may_stand_in_their_place),
        cmocka_unit_test(numbers_have_their_range_and_codes_their_list),
        cmocka_unit_test(fields_are_the_verbs_own),
        cmocka_unit_test(what_is_wrong_is_named_with_what_is_possible),
        cmocka_unit_test(alternatives_exclude_each_other_and_halves_need_the_other),
        cmocka_unit_test(help_and_the_version_need_nothing_else),
        cmocka_unit_test(usage_says_what_must_and_what_may_be_there),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}

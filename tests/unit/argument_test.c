/* SPDX-License-Identifier: MIT */
/* What is checked before anything is sent, and what is sent then. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "db/db.h"
#include "fake_link.h"
#include "fake_pq.h"

/* A handle whose server will be sent one statement of that name, which it refuses with BS004; none: nothing is sent. */
static struct banshi *connected(const char *statement)
{
    static struct fake_line script[FAKE_CONNECTED_LINES + 2];
    const struct fake_line lines[] = {FAKE_CONNECTED, {statement, FAKE_ERROR, "BS004", "x", NULL, 0}, {0}};
    memcpy(script, lines, sizeof lines);
    return fake_connected(script);
}

/* Ends the operation and the handle; BANSHI_ESTATE: it was sent. The detail is kept. */
static char detail[1024];
static int end(struct banshi *b, struct banshi_op *op)
{
    struct banshi_error error = {0};
    int code = banshi_run(b, op, NULL, &error);
    snprintf(detail, sizeof detail, "%s", error.detail);
    banshi_close(b);
    return code;
}

static struct banshi_intake intake(void)
{
    return (struct banshi_intake){.ticket = 5,
                                  .item = 6,
                                  .channel = "counter",
                                  .applicant_kind = "person",
                                  .applicant_name = "张三",
                                  .id_kind = "resident",
                                  .id_number = "11010519491231002x",
                                  .phone = "138 8888 0000",
                                  .contact = "李"};
}
static int take_in(const struct banshi_intake *in, const struct banshi_decision *decision)
{
    struct banshi *b = connected("case_intake");
    return end(b, banshi_case_intake(b, NULL, in, decision, NULL, NULL));
}
static bool was_sent(const char *text)
{
    return strstr(fake_arguments(), text) != NULL;
}

static void an_intake_is_sent_as_it_should_be_written(void **state)
{
    struct banshi_intake in = intake();
    const struct banshi_decision d = {.outcome = "supplement", .supplement_days = 7, .override_reason = "漏列"};
    (void)state;
    in.agent_name = "王五";
    in.agent_id_number = "530111199001010016";
    in.agent_phone = "087167181234";
    assert_int_equal(take_in(&in, &d), BANSHI_ESTATE);
    assert_true(was_sent("\"ticket\":5") && was_sent("\"item\":6"));
    assert_true(was_sent("\"id_number\":\"11010519491231002X\""));
    assert_true(was_sent("\"phone\":\"13888880000\""));
    assert_true(was_sent("\"agent_id_number\":\"530111199001010016\""));
    assert_true(was_sent("\"agent_phone\":\"0871-67181234\""));
    assert_true(was_sent("\"spellings\":[\"zs\"]"));
    assert_true(was_sent("\"outcome\":\"supplement\"") && was_sent("\"supplement_days\":7"));
    assert_true(was_sent("\"override_reason\":\"漏列\""));
}

static void each_field_of_an_intake_is_checked_and_named(void **state)
{
    const struct banshi_decision none = {0};
    struct banshi_intake in = intake();
    (void)state;
    in.applicant_name = "";
    assert_int_equal(take_in(&in, &none), BANSHI_EINVALID);
    assert_non_null(strstr(detail, "applicant_name"));
    in = intake();
    in.id_number = NULL;
    assert_int_equal(take_in(&in, &none), BANSHI_EINVALID);
    assert_non_null(strstr(detail, "id_number"));
    in = intake();
    in.id_number = "530111199001010017";
    assert_int_equal(take_in(&in, &none), BANSHI_EIDNUMBER);
    in.id_kind = "passport"; /* which is no resident's number */
    assert_int_equal(take_in(&in, &none), BANSHI_ESTATE);
    in.id_kind = "credit_code";
    assert_int_equal(take_in(&in, &none), BANSHI_ECREDITCODE);
    in = intake();
    in.phone = "1388888";
    assert_int_equal(take_in(&in, &none), BANSHI_EPHONE);
    assert_int_equal(strncmp(detail, "phone · ", strlen("phone · ")), 0);
    in = intake();
    in.address = "a\nb";
    assert_int_equal(take_in(&in, &none), BANSHI_ETEXT);
    assert_int_equal(strncmp(detail, "address · ", strlen("address · ")), 0);
    const struct banshi_case_material wrong = {.name = "户口簿", .note = "\x1b"};
    in = intake();
    in.materials = &wrong;
    in.material_count = 1;
    assert_int_equal(take_in(&in, &none), BANSHI_ETEXT);
}

static void an_agent_is_checked_like_the_applicant(void **state)
{
    const struct banshi_decision none = {0};
    struct banshi_intake in = intake();
    (void)state;
    in.agent_name = "王五";
    in.agent_phone = "13888880000";
    assert_int_equal(take_in(&in, &none), BANSHI_EIDNUMBER);
    assert_int_equal(strncmp(detail, "agent_id_number · ", strlen("agent_id_number · ")), 0);
    in.agent_id_number = "530111199001010016";
    in.agent_phone = "12345";
    assert_int_equal(take_in(&in, &none), BANSHI_EPHONE);
    assert_int_equal(strncmp(detail, "agent_phone · ", strlen("agent_phone · ")), 0);
    in.agent_name = ""; /* then there is none */
    assert_int_equal(take_in(&in, &none), BANSHI_ESTATE);
}

static void what_is_refused_or_withdrawn_has_its_reason(void **state)
{
    static const char *const needs[] = {"refuse", "not_required", "withdraw"};
    static const char *const free_of_it[] = {"accept", "supplement", ""};
    struct banshi_intake in = intake();
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct banshi_decision d = {.outcome = needs[i]};
        assert_int_equal(take_in(&in, &d), BANSHI_EREASON);
        struct banshi *b = connected("case_decide");
        assert_int_equal(end(b, banshi_case_decide(b, NULL, 9, &d, NULL, 0, NULL, NULL)), BANSHI_EREASON);
        d.reason = "已撤回";
        assert_int_equal(take_in(&in, &d), BANSHI_ESTATE);
        d = (struct banshi_decision){.outcome = free_of_it[i]};
        assert_int_equal(take_in(&in, &d), BANSHI_ESTATE);
    }
    const struct banshi_decision texts[] = {{.outcome = "refuse", .reason = "\x07"},
                                            {.outcome = "accept", .basis = "\x07"},
                                            {.outcome = "accept", .organ = "\x07"},
                                            {.outcome = "supplement", .override_reason = "\x07"}};
    static const char *const names[] = {"reason", "basis", "organ", "override_reason"};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(take_in(&in, &texts[i]), BANSHI_ETEXT);
        assert_int_equal(strncmp(detail, names[i], strlen(names[i])), 0);
    }
}

static void steps_on_the_clock_are_sent_in_their_order(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000001";
    (void)state;
    struct banshi *b = connected("case_extend");
    assert_int_equal(end(b, banshi_case_extend(b, opid, 9, 10, true, "为何", NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(), "00000000-0000-4000-8000-000000000001|9|10|t|为何");
    b = connected("case_suspend");
    assert_int_equal(end(b, banshi_case_suspend(b, opid, 9, "hearing", "注", 30, NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(), "00000000-0000-4000-8000-000000000001|9|hearing|注|30");
    b = connected("case_finish");
    assert_int_equal(end(b, banshi_case_finish(b, opid, 9, "granted", "注", NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(), "00000000-0000-4000-8000-000000000001|9|granted|注");
    b = connected("case_deliver");
    assert_int_equal(end(b, banshi_case_deliver(b, opid, 9, "post", "注", NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(), "00000000-0000-4000-8000-000000000001|9|post|注");
    b = connected("document_void");
    assert_int_equal(end(b, banshi_document_void(b, opid, 4, "有误", false, NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(), "00000000-0000-4000-8000-000000000001|4|有误|f");
}

static int suspend(const char *note)
{
    struct banshi *b = connected("case_suspend");
    return end(b, banshi_case_suspend(b, NULL, 9, "hearing", note, 30, NULL, NULL));
}
static int extend(const char *reason)
{
    struct banshi *b = connected("case_extend");
    return end(b, banshi_case_extend(b, NULL, 9, 10, false, reason, NULL, NULL));
}
static int finish(const char *note)
{
    struct banshi *b = connected("case_finish");
    return end(b, banshi_case_finish(b, NULL, 9, "granted", note, NULL, NULL));
}
static int deliver(const char *note)
{
    struct banshi *b = connected("case_deliver");
    return end(b, banshi_case_deliver(b, NULL, 9, "post", note, NULL, NULL));
}

static void what_an_applicant_will_read_can_be_read(void **state)
{
    (void)state;
    assert_int_equal(suspend("\x1b"), BANSHI_ETEXT);
    assert_string_equal(detail, "note · U+001B · 1");
    assert_int_equal(extend("\x1b"), BANSHI_ETEXT);
    assert_string_equal(detail, "reason · U+001B · 1");
    assert_int_equal(finish("\x1b"), BANSHI_ETEXT);
    assert_int_equal(deliver("\x1b"), BANSHI_ETEXT);
}

static int month(int64_t year_month)
{
    struct banshi *b = connected("calendar_show");
    return end(b, banshi_calendar_show(b, year_month, NULL, NULL));
}
static int due(int64_t days)
{
    struct banshi *b = connected("calendar_due");
    return end(b, banshi_calendar_due(b, 20261124, days, "working", NULL, NULL));
}

static void months_and_limits_have_their_bounds(void **state)
{
    (void)state;
    assert_int_equal(month(194900), BANSHI_ESTATE);
    assert_int_equal(month(194812), BANSHI_EINVALID);
    assert_int_equal(month(202612), BANSHI_ESTATE);
    assert_int_equal(month(202613), BANSHI_EINVALID);
    assert_int_equal(month(1000001), BANSHI_EINVALID);
    assert_int_equal(due(0), BANSHI_ESTATE);
    assert_int_equal(due(3660), BANSHI_ESTATE);
    assert_int_equal(due(3661), BANSHI_EINVALID);
    assert_int_equal(due(-1), BANSHI_EINVALID);
}

static void a_password_is_sent_only_as_its_verifier(void **state)
{
    const char opid[] = "00000000-0000-4000-8000-000000000001";
    struct banshi *b = connected("staff_password");
    (void)state;
    assert_int_equal(end(b, banshi_staff_password(b, opid, "li", "Geheim-123", NULL, NULL)), BANSHI_ESTATE);
    assert_string_equal(fake_arguments(),
                        "00000000-0000-4000-8000-000000000001|li|scram-sha-256 verifier of 10 characters for li");
    b = connected("staff_password");
    assert_int_equal(end(b, banshi_staff_password(b, opid, "li", "geheim", NULL, NULL)), BANSHI_EINVALID);
    assert_int_equal(banshi_open(&b, &(struct banshi_options){.conninfo = "host=one"}, NULL), 0);
    assert_int_equal(end(b, banshi_staff_password(b, opid, "li", "Geheim-123", NULL, NULL)), BANSHI_ECONNECT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_intake_is_sent_as_it_should_be_written),
        cmocka_unit_test(each_field_of_an_intake_is_checked_and_named),
        cmocka_unit_test(an_agent_is_checked_like_the_applicant),
        cmocka_unit_test(what_is_refused_or_withdrawn_has_its_reason),
        cmocka_unit_test(steps_on_the_clock_are_sent_in_their_order),
        cmocka_unit_test(what_an_applicant_will_read_can_be_read),
        cmocka_unit_test(months_and_limits_have_their_bounds),
        cmocka_unit_test(a_password_is_sent_only_as_its_verifier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

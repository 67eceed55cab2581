/* SPDX-License-Identifier: MIT */
/* banshi case: taking in applications, deciding on them, finding them again. */
#include <config.h>

#include <stdlib.h>

#include "cmd.h"
#include "i18n.h"

static struct banshi_decision decision_of(const struct cmd_run *run)
{
    return (struct banshi_decision){.outcome = cmd_text_or(run, "--outcome", ""),
                                    .reason = cmd_text_or(run, "--reason", ""),
                                    .basis = cmd_text_or(run, "--basis", ""),
                                    .organ = cmd_text_or(run, "--organ", ""),
                                    .override_reason = cmd_text_or(run, "--override", ""),
                                    .supplement_days = cmd_number(run, "--days")};
}

/* The item's materials, all received with --all-received. */
static struct banshi_case_material *materials_of(const struct banshi_rows *rows, bool received)
{
    struct banshi_case_material *m = calloc(rows->count + 1, sizeof *m);
    for (size_t i = 0; m && i < rows->count; i++) {
        const struct banshi_material *from = banshi_row(struct banshi_material, rows, i);
        m[i] = (struct banshi_case_material){.seq = from->seq,
                                             .name = from->name,
                                             .form = from->form,
                                             .originals = from->originals,
                                             .copies = from->copies,
                                             .required = from->required,
                                             .standard = from->standard,
                                             .state = received ? "received" : "missing",
                                             .note = ""};
    }
    return m;
}

/* The number in hand, 0 for none. */
static int64_t ticket_in_hand(struct cmd_run *run, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_ticket_list(run->b, BANSHI_TICKET_CURRENT, NULL, NULL), &rows);
    int64_t id = rows && rows->count ? banshi_row(struct banshi_ticket, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

static int intake(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_decision decision = decision_of(run);
    int status;
    int64_t item = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    int64_t ticket = status == EXIT_FINE ? ticket_in_hand(run, &status) : 0;
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_material_list(run->b, item, NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    struct banshi_case_material *materials = materials_of(rows, cmd_given(run, "--all-received"));
    if (!materials) {
        banshi_rows_free(rows);
        return cmd_fail(&(struct banshi_error){.code = BANSHI_ENOMEM});
    }
    struct banshi_intake in = {.ticket = ticket,
                               .item = item,
                               .channel = ticket ? "counter" : "post",
                               .applicant_kind = cmd_text(run, "--kind"),
                               .applicant_name = cmd_text_or(run, "--name", ""),
                               .id_kind = cmd_text(run, "--id-kind"),
                               .id_number = cmd_text_or(run, "--id", ""),
                               .phone = cmd_text_or(run, "--phone", ""),
                               .agent_name = cmd_text_or(run, "--agent", ""),
                               .agent_id_number = cmd_text_or(run, "--agent-id", ""),
                               .agent_phone = cmd_text_or(run, "--agent-phone", ""),
                               .agent_authority = cmd_text_or(run, "--authority", ""),
                               .assistance = cmd_given(run, "--assistance"),
                               .delivery = cmd_text(run, "--delivery"),
                               .note = cmd_text_or(run, "--note", ""),
                               .materials = materials,
                               .material_count = rows->count};
    status = cmd_print(run, banshi_case_intake(run->b, run->options.opid, &in, &decision, NULL, NULL), false);
    free(materials);
    banshi_rows_free(rows);
    return status;
}

static int64_t find_case(struct cmd_run *run, int *ret_status)
{
    return cmd_find_case(run, cmd_text(run, "CASE"), ret_status);
}

static int decide(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_decision decision = decision_of(run);
    int status;
    int64_t id = find_case(run, &status);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_case_material_list(run->b, id, NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    struct banshi_case_material *materials = calloc(rows->count + 1, sizeof *materials);
    if (!materials) {
        banshi_rows_free(rows);
        return cmd_fail(&(struct banshi_error){.code = BANSHI_ENOMEM});
    }
    for (size_t i = 0; i < rows->count; i++) {
        materials[i] = *banshi_row(struct banshi_case_material, rows, i);
        if (cmd_given(run, "--all-received"))
            materials[i].state = "received";
    }
    status = cmd_print(
        run, banshi_case_decide(run->b, run->options.opid, id, &decision, materials, rows->count, NULL, NULL), false);
    free(materials);
    banshi_rows_free(rows);
    return status;
}

static int suspend(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_case_suspend(run->b, run->options.opid, id, cmd_text(run, "PROCEDURE"),
                                               cmd_text_or(run, "--note", ""), cmd_number(run, "--days"), NULL, NULL),
                           false);
}

static int resume(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_case_resume(run->b, run->options.opid, id, NULL, NULL), true);
}

static int extend(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_case_extend(run->b, run->options.opid, id, cmd_number(run, "--days"),
                                                              cmd_given(run, "--unified"),
                                                              cmd_text_or(run, "--reason", ""), NULL, NULL),
                                           false);
}

static int finish(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_case_finish(run->b, run->options.opid, id, cmd_text(run, "RESULT"),
                                                              cmd_text_or(run, "--note", ""), NULL, NULL),
                                           true);
}

static int deliver(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_case_deliver(run->b, run->options.opid, id, cmd_text_or(run, "--delivery", ""),
                                               cmd_text_or(run, "--note", ""), NULL, NULL),
                           true);
}

static int forecast(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_case_forecast(run->b, id, cmd_text(run, "STEP"),
                                                                cmd_number(run, "--days"), NULL, NULL),
                                           true);
}

static int sweep(struct cmd_run *run)
{
    return cmd_print(run, banshi_case_sweep(run->b, run->options.opid, NULL, NULL), true);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_case_show(run->b, 0, cmd_text(run, "CASE"), NULL, NULL), true);
}

static int materials(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_case_material_list(run->b, id, NULL, NULL), false);
}

static int search(struct cmd_run *run)
{
    return cmd_print(run, banshi_case_search(run->b, cmd_text(run, "TEXT"), cmd_number(run, "--limit"), NULL, NULL),
                     false);
}

static int history(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_case_history(run->b, id, NULL, NULL), false);
}

#define REASON "--reason", CMD_TEXT, .help = N_("why, for the applicant")
#define BASIS "--basis", CMD_TEXT, .help = N_("the legal basis; without it: the item's")
#define ORGAN "--organ", CMD_TEXT, .value = "NAME", .help = N_("the organ whose matter it is, when refused")
#define DAYS "--days", CMD_NUMBER, .least = 1, .most = 3660
#define OVERRIDE "--override", CMD_TEXT, .value = "REASON", .help = N_("why a second supplement is asked for")
#define ALL_RECEIVED "--all-received", CMD_FLAG, .help = N_("all materials were received")
#define NOTE "--note", CMD_TEXT, .help = N_("a remark")

static const struct banshi_word steps[] = {{.code = "suspend", .message = N_("Suspend")},
                                           {.code = "resume", .message = N_("Resume")},
                                           {.code = "extend", .message = N_("Prolong")},
                                           {.code = "finish", .message = N_("Finish")},
                                           {.code = NULL}};

static const struct cmd_verb verbs[] = {
    {"intake", N_("Take in an application of the number in hand, or by post when there is none, and decide on it"),
     .run = intake,
     .params = CMD_PARAMS(
         {CMD_ITEM}, {"--name", CMD_TEXT, .value = "NAME", .help = N_("the applicant's name"), .required = true},
         {"--id", CMD_TEXT, .value = "NUMBER", .help = N_("number of the identity document, or credit code")},
         {"--phone", CMD_TEXT, .value = "NUMBER", .help = N_("telephone")},
         {"--kind", CMD_CODE, .value = "KIND", .codes = banshi_word_applicant_kind, .otherwise = "person",
          .help = N_("kind of applicant")},
         {"--id-kind", CMD_CODE, .value = "KIND", .codes = banshi_word_id_kind, .otherwise = "resident",
          .help = N_("kind of identity document")},
         {"--agent", CMD_TEXT, .value = "NAME", .help = N_("who acts for the applicant")},
         {"--agent-id", CMD_TEXT, .value = "NUMBER", .help = N_("number of the agent's identity document")},
         {"--agent-phone", CMD_TEXT, .value = "NUMBER", .help = N_("the agent's telephone")},
         {"--authority", CMD_TEXT, .help = N_("what the power of attorney covers")},
         {"--assistance", CMD_FLAG, .help = N_("delegated assistance: a helper does it for the applicant")},
         {"--delivery", CMD_CODE, .value = "MODE", .codes = banshi_word_case_delivery, .otherwise = "pickup",
          .help = N_("how the result is to be delivered")},
         {NOTE},
         {"--outcome", CMD_CODE, .codes = banshi_word_case_outcome_intake,
          .help = N_("the decision; without it: only received")},
         {REASON}, {BASIS}, {ORGAN}, {DAYS, .help = N_("working days to supplement; without it: the centre's")},
         {OVERRIDE}, {ALL_RECEIVED})},
    {"decide", N_("Decide on a case that was received or supplemented"), .run = decide,
     .params = CMD_PARAMS(
         {CMD_CASE},
         {"--outcome", CMD_CODE, .codes = banshi_word_case_outcome, .help = N_("the decision"), .required = true},
         {REASON}, {BASIS}, {ORGAN}, {DAYS, .help = N_("working days to supplement; without it: the centre's")},
         {OVERRIDE}, {ALL_RECEIVED})},
    {"suspend", N_("Stop the clock for a special procedure, with its notice"), .run = suspend,
     .params = CMD_PARAMS({CMD_CASE},
                          {"PROCEDURE", CMD_CODE, .codes = banshi_word_suspension_kind,
                           .help = N_("the special procedure"), .required = true},
                          {DAYS, .help = N_("working days that it will take"), .required = true},
                          {"--note", CMD_TEXT, .help = N_("what the applicant is told of it"), .required = true})},
    {"resume", N_("Start the clock again; deadlines move by the time suspended"), .run = resume,
     .params = CMD_PARAMS({CMD_CASE})},
    {"extend", N_("Prolong the limit once, as lead, supervisor or administrator, with its notice"), .run = extend,
     .params = CMD_PARAMS(
         {CMD_CASE}, {DAYS, .help = N_("working days"), .required = true}, {REASON, .required = true},
         {"--unified", CMD_FLAG, .help = N_("several organs handle it together: 15 days at most instead of 10")})},
    {"finish", N_("Give an accepted case its result"), .run = finish,
     .params = CMD_PARAMS(
         {CMD_CASE}, {"RESULT", CMD_CODE, .codes = banshi_word_case_result, .help = N_("the result"), .required = true},
         {"--note", CMD_TEXT, .help = N_("why, when it is not granted")})},
    {"deliver", N_("The result was delivered"), .run = deliver,
     .params = CMD_PARAMS({CMD_CASE},
                          {"--delivery", CMD_CODE, .value = "MODE", .codes = banshi_word_case_delivery,
                           .help = N_("how; without it: as the applicant wished")},
                          {NOTE})},
    {"forecast", N_("The deadlines as a step would make them; nothing is changed"), .run = forecast,
     .params = CMD_PARAMS({CMD_CASE}, {"STEP", CMD_CODE, .codes = steps, .help = N_("the step"), .required = true},
                          {DAYS, .help = N_("working days, of suspending and prolonging")})},
    {"sweep", N_("Count cases past the five days to tell as accepted from the day of receipt"), .run = sweep},
    {"show", N_("One case in full; the reading is recorded"), .run = show, .params = CMD_PARAMS({CMD_CASE})},
    {"materials", N_("Its materials"), .run = materials, .params = CMD_PARAMS({CMD_CASE})},
    {"search", N_("By number, name, identity number, telephone or pinyin initials"), .run = search,
     .params = CMD_PARAMS(
         {"TEXT", CMD_TEXT, .otherwise = "", .help = N_("what to look for; without it: the newest")},
         {"--limit", CMD_NUMBER, .least = 1, .most = 10000, .otherwise = "50", .help = N_("how many at most")})},
    {"history", N_("What happened to it"), .run = history, .params = CMD_PARAMS({CMD_CASE})},
    {0},
};
const struct cmd cmd_case = {.name = "case", .summary = N_("Applications taken in"), .verbs = verbs};

/* SPDX-License-Identifier: MIT */
/* banshi case: taking in applications, deciding on them, finding them again. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "cmd.h"
#include "i18n.h"

enum { DAYS_MOST = 3660 };

static const char *given(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

/* False after a message. */
static bool decision_of(const struct cmd_options *o, struct banshi_decision *ret)
{
    int64_t days = 0;
    if (o->days && !cmd_number("--days", o->days, 1, DAYS_MOST, &days))
        return false;
    *ret = (struct banshi_decision){.outcome = given(o->outcome, ""),
                                    .reason = given(o->reason, ""),
                                    .basis = given(o->basis, ""),
                                    .organ = given(o->organ, ""),
                                    .override_reason = given(o->override_reason, ""),
                                    .supplement_days = (int)days};
    return true;
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
    const struct cmd_options *o = &run->options;
    const struct banshi_rows *rows = NULL;
    struct banshi_decision decision;
    size_t kind, id_kind, delivery;
    int status;
    if (!decision_of(o, &decision) || !cmd_choice("--kind", o->kind, banshi_word_applicant_kind, &kind) ||
        !cmd_choice("--id-kind", o->id_kind, banshi_word_id_kind, &id_kind) ||
        !cmd_choice("--delivery", o->delivery, banshi_word_case_delivery, &delivery))
        return EXIT_USAGE;
    int64_t item = cmd_find_item(run, run->args[0], &status);
    int64_t ticket = status == EXIT_FINE ? ticket_in_hand(run, &status) : 0;
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_material_list(run->b, item, NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    struct banshi_case_material *materials = materials_of(rows, o->all_received);
    if (!materials) {
        banshi_rows_free(rows);
        return cmd_fail(&(struct banshi_error){.code = BANSHI_ENOMEM});
    }
    struct banshi_intake in = {.ticket = ticket,
                               .item = item,
                               .channel = ticket ? "counter" : "post",
                               .applicant_kind = banshi_word_applicant_kind[kind].code,
                               .applicant_name = given(o->name, ""),
                               .id_kind = banshi_word_id_kind[id_kind].code,
                               .id_number = given(o->id_number, ""),
                               .phone = given(o->phone, ""),
                               .agent_name = given(o->agent, ""),
                               .agent_id_number = given(o->agent_id, ""),
                               .agent_phone = given(o->agent_phone, ""),
                               .agent_authority = given(o->authority, ""),
                               .assistance = o->assistance,
                               .delivery = banshi_word_case_delivery[delivery].code,
                               .note = given(o->note, ""),
                               .materials = materials,
                               .material_count = rows->count};
    status = cmd_print(run, banshi_case_intake(run->b, o->opid, &in, &decision, NULL, NULL), false);
    free(materials);
    banshi_rows_free(rows);
    return status;
}

static int64_t find_case(struct cmd_run *run, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_case_show(run->b, 0, run->args[0], NULL, NULL), &rows);
    int64_t id = rows && rows->count ? banshi_row(struct banshi_case, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

static int decide(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_decision decision;
    int status;
    if (!decision_of(&run->options, &decision))
        return EXIT_USAGE;
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
        if (run->options.all_received)
            materials[i].state = "received";
    }
    status = cmd_print(
        run, banshi_case_decide(run->b, run->options.opid, id, &decision, materials, rows->count, NULL, NULL), false);
    free(materials);
    banshi_rows_free(rows);
    return status;
}

/* --days, which must be there; 0 after a message. */
static int64_t days_of(struct cmd_run *run)
{
    int64_t n = 0;
    if (!run->options.days) {
        fprintf(stderr, "banshi: --days: %s\n", _("is required"));
        return 0;
    }
    return cmd_number("--days", run->options.days, 1, DAYS_MOST, &n) ? n : 0;
}

static int suspend(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    int64_t days = days_of(run);
    size_t procedure;
    if (!days || !cmd_choice("case suspend", run->args[1], banshi_word_suspension_kind, &procedure))
        return EXIT_USAGE;
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_case_suspend(run->b, o->opid, id, run->args[1], given(o->note, ""), days, NULL, NULL),
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
    const struct cmd_options *o = &run->options;
    int64_t days = days_of(run);
    if (!days)
        return EXIT_USAGE;
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_case_extend(run->b, o->opid, id, days, o->unified, given(o->reason, ""), NULL, NULL),
                           false);
}

static int finish(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    size_t result;
    if (!cmd_choice("case finish", run->args[1], banshi_word_case_result, &result))
        return EXIT_USAGE;
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_case_finish(run->b, o->opid, id, run->args[1], given(o->note, ""), NULL, NULL),
                           true);
}

static int deliver(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    size_t delivery;
    if (!cmd_choice("--delivery", o->delivery, banshi_word_case_delivery, &delivery))
        return EXIT_USAGE;
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_case_deliver(run->b, o->opid, id, given(o->delivery, ""),
                                                               given(o->note, ""), NULL, NULL),
                                           true);
}

static int forecast(struct cmd_run *run)
{
    int64_t days = 0;
    if (run->options.days && !cmd_number("--days", run->options.days, 1, DAYS_MOST, &days))
        return EXIT_USAGE;
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_case_forecast(run->b, id, run->args[1], days, NULL, NULL), true);
}

static int sweep(struct cmd_run *run)
{
    return cmd_print(run, banshi_case_sweep(run->b, run->options.opid, NULL, NULL), true);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_case_show(run->b, 0, run->args[0], NULL, NULL), true);
}

static int materials(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_case_material_list(run->b, id, NULL, NULL), false);
}

static int search(struct cmd_run *run)
{
    int64_t limit = 50;
    if (run->options.limit && !cmd_number("--limit", run->options.limit, 1, 10000, &limit))
        return EXIT_USAGE;
    return cmd_print(run, banshi_case_search(run->b, run->count ? run->args[0] : "", limit, NULL, NULL), false);
}

static int history(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_case_history(run->b, id, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"intake",
     "ITEM --name NAME --id NUMBER --phone NUMBER [--kind KIND] [--id-kind KIND] [--agent NAME --agent-id NUMBER "
     "--agent-phone NUMBER "
     "--authority TEXT] [--all-received] [--assistance] [--delivery MODE] [--note TEXT] [--outcome "
     "accept|supplement|refuse|not_required "
     "--reason TEXT --basis TEXT --organ NAME --days N --override REASON]",
     N_("Take in an application of the number in hand, or by post when there is none, and decide on it"), 1, 1, intake},
    {"decide",
     "CASE --outcome accept|supplement|refuse|withdraw [--all-received] [--reason TEXT] "
     "[--basis TEXT] [--organ NAME] [--days N] [--override REASON]",
     N_("Decide on a case that was received or supplemented"), 1, 1, decide},
    {"suspend", "CASE hearing|tender|auction|inspection|test|quarantine|appraisal|expert_review --days N --note TEXT",
     N_("Stop the clock for a special procedure, with its notice"), 2, 2, suspend},
    {"resume", "CASE", N_("Start the clock again; deadlines move by the time suspended"), 1, 1, resume},
    {"extend", "CASE --days N --reason TEXT [--unified]",
     N_("Prolong the limit once, as lead, supervisor or administrator, with its notice"), 1, 1, extend},
    {"finish", "CASE granted|denied|ended [--note TEXT]", N_("Give an accepted case its result"), 2, 2, finish},
    {"deliver", "CASE [--delivery MODE] [--note TEXT]", N_("The result was delivered"), 1, 1, deliver},
    {"forecast", "CASE suspend|resume|extend|finish [--days N]",
     N_("The deadlines as a step would make them; nothing is changed"), 2, 2, forecast},
    {"sweep", "", N_("Count cases past the five days to tell as accepted from the day of receipt"), 0, 0, sweep},
    {"show", "CASE", N_("One case in full; the reading is recorded"), 1, 1, show},
    {"materials", "CASE", N_("Its materials"), 1, 1, materials},
    {"search", "[TEXT] [--limit N]", N_("By number, name, identity number, telephone or pinyin initials"), 0, 1,
     search},
    {"history", "CASE", N_("What happened to it"), 1, 1, history},
    {0},
};
const struct cmd cmd_case = {.name = "case", .summary = N_("Applications taken in"), .verbs = verbs};

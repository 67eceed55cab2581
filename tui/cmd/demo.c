/* SPDX-License-Identifier: MIT */
/* banshi demo: a centre to try things with: loading it, its day going on by itself, one session played through. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app.h"
#include "cmd.h"
#include "i18n.h"
#include "import_file.h"

enum { FEWEST_WAITING = 6, MOST_WAITING = 25, ARRIVAL_MS = 4000 };

static const char demo_clerk[] = "wangfang", demo_supervisor[] = "zhaomin", kiosk[] = "kiosk1";

/* Loading ------------------------------------------------------------------------------------------------------ */

static char *data_path(const char *name)
{
    const char *folder = getenv("BANSHI_DATADIR");
    char *path = NULL;
    return asprintf(&path, "%s/%s", folder && *folder ? folder : DATADIR, name) < 0 ? NULL : path;
}

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "re");
    char *text = NULL;
    size_t size = 0;
    FILE *out = f ? open_memstream(&text, &size) : NULL;
    for (int c; out && (c = getc(f)) != EOF;)
        putc(c, out);
    if (f)
        fclose(f);
    if (out)
        fclose(out);
    else
        fprintf(stderr, "banshi: %s: %s\n", path, strerror(errno));
    return text;
}

static int set_centre(struct cmd_run *run)
{
    char *path = data_path("demo/centre.json"), *json = path ? read_file(path) : NULL;
    int status = json ? cmd_wait(run, banshi_centre_set(run->b, NULL, json, NULL, NULL), NULL) : EXIT_FILE;
    free(json);
    free(path);
    return status;
}

static int load_data(struct cmd_run *run)
{
    static const struct {
        const char *kind, *file;
    } files[] = {
        {"counters", "demo/counters.json"}, {"catalogue", "demo/catalogue.json"}, {"staff", "demo/staff.csv"},
        {"calendar", "calendar/2025.json"}, {"calendar", "calendar/2026.json"},   {"calendar", "calendar/2027.json"},
    };
    int status = set_centre(run);
    for (size_t i = 0; status == EXIT_FINE && i < sizeof files / sizeof files[0]; i++) {
        char *path = data_path(files[i].file);
        status = path ? import_file(run, files[i].kind, path, NULL) : EXIT_OTHER;
        free(path);
    }
    return status;
}

/* A new password for everybody, kept in the password file of the embedded server. */
static int give_passwords(struct cmd_run *run)
{
    const struct banshi_rows *staff = NULL;
    struct banshi_error error = {0};
    int status = cmd_wait(run, banshi_staff_list(run->b, NULL, NULL), &staff);
    for (size_t i = 0; status == EXIT_FINE && i < staff->count; i++) {
        const struct banshi_staff *s = banshi_row(struct banshi_staff, staff, i);
        unsigned char r[12];
        char password[32] = "Bs";
        if (strcmp(s->login, banshi_row(struct banshi_session, run->session, 0)->login) == 0)
            continue;
        if (getrandom(r, sizeof r, 0) != (ssize_t)sizeof r) {
            status = EXIT_OTHER;
            break;
        }
        for (size_t k = 0; k < sizeof r; k++)
            sprintf(password + 2 + 2 * k, "%02x", r[k]);
        status = cmd_wait(run, banshi_staff_password(run->b, NULL, s->login, password, NULL, NULL), NULL);
        if (status == EXIT_FINE && banshi_local_remember(run->options.state_dir, s->login, password, &error) != 0)
            status = cmd_fail(&error);
        explicit_bzero(password, sizeof password);
    }
    banshi_rows_free(staff);
    return status;
}

/* Who can do more than their department's work; and lunch duty of this month and the next, published. */
static int make_roster(struct cmd_run *run)
{
    static const struct {
        const char *login, *queue;
    } skills[] = {{"zhulin", "B"}, {"hechao", "D"}};
    int status = EXIT_FINE;
    for (size_t i = 0; status == EXIT_FINE && i < sizeof skills / sizeof skills[0]; i++)
        status = cmd_wait(run, banshi_skill_set(run->b, NULL, skills[i].login, skills[i].queue, "t", NULL, NULL), NULL);
    banshi_date today = day_of(banshi_row(struct banshi_session, run->session, 0)->now);
    banshi_date months[] = {today, day_add(day_month_end(today), 1)};
    for (size_t i = 0; status == EXIT_FINE && i < 2; i++) {
        status = cmd_wait(run, banshi_roster_generate(run->b, NULL, "lunch", months[i], NULL, NULL), NULL);
        if (status == EXIT_FINE)
            status = cmd_wait(run, banshi_roster_publish(run->b, NULL, "lunch", months[i], 0, NULL, NULL), NULL);
    }
    return status;
}

/* 0 when the demo has been loaded, by the program as it is now; else why its clerk cannot sign on. */
static int sign_on_demo(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int code = banshi_run(run->b, banshi_session_connect(run->b, demo_clerk, NULL, NULL, NULL), &rows, NULL);
    banshi_rows_free(rows);
    return code;
}

static int open_handle(struct cmd_run *run)
{
    struct banshi_error error = {0};
    struct banshi_options options = {.conninfo = run->options.conninfo, .state_dir = run->options.state_dir};
    return banshi_open(&run->b, &options, &error) == 0 ? EXIT_FINE : cmd_fail(&error);
}

/* A database of an earlier program is brought up to this one. One that was made before there were releases cannot be: a demo's own
 * is made again. */
static int migrate(struct cmd_run *run)
{
    struct banshi_error error = {0};
    int status = cmd_connect(run, CMD_OWNER);
    if (status != EXIT_FINE)
        return status;
    int code = banshi_run(run->b, banshi_centre_migrate(run->b, NULL, NULL), NULL, &error);
    if (code == BANSHI_EEDITED && !run->options.conninfo) {
        cmd_disconnect(run);
        error = (struct banshi_error){0};
        if (banshi_local_discard(run->options.state_dir, &error) != 0)
            return cmd_fail(&error);
        fprintf(
            stderr, "%s\n",
            _("The demo database was made by a program from before the first release. It is removed and made again."));
        status = open_handle(run);
        return status == EXIT_FINE ? migrate(run) : status;
    }
    return code == 0 ? EXIT_FINE : cmd_fail(&error);
}

static int make(struct cmd_run *run)
{
    int status = set_centre(run);
    if (status == EXIT_FINE)
        status = cmd_connect(run, CMD_STAFF);
    if (status == EXIT_FINE)
        status = load_data(run);
    if (status == EXIT_FINE)
        status = give_passwords(run);
    if (status == EXIT_FINE)
        status = make_roster(run);
    return status;
}

static int load(struct cmd_run *run)
{
    int status = open_handle(run);
    int code = status == EXIT_FINE ? sign_on_demo(run) : 0;
    if (code == BANSHI_EVERSION)
        return cmd_connect(run, CMD_STAFF); /* says so */
    if (code != 0) {
        fprintf(stderr, "%s\n",
                code == BANSHI_EOLDER ? _("Preparing the database of the demo centre…") : _("Making the demo centre…"));
        status = migrate(run);
        if (status == EXIT_FINE && sign_on_demo(run) != 0) {
            status = cmd_connect(run, CMD_OWNER);
            if (status == EXIT_FINE)
                status = make(run);
        }
    }
    if (status == EXIT_FINE)
        fprintf(stderr,
                _("The demo centre is ready; sign on as %s (clerk), zengchang (lead), zhaomin (supervisor) or admin, "
                  "without a password.\n"),
                demo_clerk);
    return status;
}

/* The day goes on ---------------------------------------------------------------------------------------------- */

static unsigned random_below(unsigned n)
{
    unsigned r = 0;
    return getrandom(&r, sizeof r, 0) == (ssize_t)sizeof r && n ? r % n : 0;
}

/* Somebody comes for one of the items; one in eight has a priority. */
static int arrive(struct cmd_run *run, const struct banshi_rows *items)
{
    static const struct banshi_ticket_order classes[] = {{.priority = "elderly", .proof = "居民身份证"},
                                                         {.priority = "military", .proof = "军官证"},
                                                         {.priority = "disabled", .proof = "残疾人证"}};
    struct banshi_ticket_order order = {0};
    unsigned chance = random_below(24);
    if (chance < 3)
        order = classes[chance];
    /* the first item of the catalogue is one of the demo clerk's: every second person comes for her counter */
    int64_t busiest = banshi_row(struct banshi_item, items, 0)->queue;
    const struct banshi_item *item;
    do
        item = banshi_row(struct banshi_item, items, random_below((unsigned)items->count));
    while (chance % 2 == 0 && item->queue != busiest);
    order.item = item->id;
    if (chance == 3)
        order.purpose = "enquiry";
    return cmd_wait(run, banshi_ticket_issue(run->b, NULL, &order, NULL, NULL), NULL);
}

static int64_t waiting(struct cmd_run *run)
{
    const struct banshi_rows *queues = NULL;
    int64_t n = 0;
    if (cmd_wait(run, banshi_queue_list(run->b, NULL, NULL), &queues) != EXIT_FINE)
        return -1;
    for (size_t i = 0; i < queues->count; i++)
        n += banshi_row(struct banshi_queue, queues, i)->waiting;
    banshi_rows_free(queues);
    return n;
}

static int arrivals(struct cmd_run *run)
{
    const struct banshi_rows *items = NULL;
    run->options.user = kiosk;
    int status = cmd_connect(run, CMD_STAFF);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_item_list(run->b, NULL, NULL), &items);
    while (status == EXIT_FINE && items->count) {
        int64_t n = waiting(run);
        if (n < 0)
            status = EXIT_CONNECT;
        for (; status == EXIT_FINE && n < FEWEST_WAITING; n++)
            status = arrive(run, items);
        if (status == EXIT_FINE && n < MOST_WAITING)
            status = arrive(run, items);
        struct pollfd fds[4];
        size_t count = banshi_pollfds(run->b, fds, 4);
        int64_t until = time_now() / 1000 + ARRIVAL_MS / 2 + random_below(ARRIVAL_MS);
        for (int64_t now = time_now() / 1000; now < until; now = time_now() / 1000) {
            poll(fds, count, (int)(until - now));
            banshi_process(run->b);
        }
    }
    banshi_rows_free(items);
    return status;
}

static int run_demo(struct cmd_run *run)
{
    int status = load(run);
    if (status != EXIT_FINE)
        return status;
    fflush(NULL);
    pid_t parent = getpid(), child = fork();
    if (child == 0) { /* a handle of its own; the parent's descriptors are left alone */
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != parent)
            _exit(0);
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        setpgid(0, 0);
        struct cmd_run own = {.options = run->options};
        status = arrivals(&own);
        cmd_disconnect(&own);
        _exit(status);
    }
    status = tui_run(run->b, demo_clerk);
    if (child > 0) {
        kill(child, SIGTERM);
        waitpid(child, NULL, 0);
    }
    return status;
}

/* Beside a terminal where the day goes on. */
static int run_floor(struct cmd_run *run)
{
    int status = load(run);
    return status != EXIT_FINE ? status : tui_run(run->b, demo_supervisor);
}

/* One session played --------------------------------------------------------------------------------------------- */

static int play_intake(struct cmd_run *run, bool accept)
{
    const struct banshi_rows *called = NULL, *materials = NULL, *documents = NULL, *full = NULL;
    int status = cmd_wait(run, banshi_ticket_call_next(run->b, NULL, NULL, NULL), &called);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_ticket_serve(run->b, NULL, NULL, NULL), NULL);
    if (status != EXIT_FINE)
        return status;
    const struct banshi_ticket *t = banshi_row(struct banshi_ticket, called, 0);
    printf(_("\nCalled %s for %s\n"), t->number, t->item_name);
    status = cmd_wait(run, banshi_material_list(run->b, t->item, NULL, NULL), &materials);
    struct banshi_case_material *m = calloc(status == EXIT_FINE ? materials->count + 1 : 1, sizeof *m);
    if (!m)
        status = cmd_fail(&(struct banshi_error){.code = BANSHI_ENOMEM});
    for (size_t i = 0; m && status == EXIT_FINE && i < materials->count; i++) {
        const struct banshi_material *from = banshi_row(struct banshi_material, materials, i);
        m[i] = (struct banshi_case_material){.seq = from->seq,
                                             .name = from->name,
                                             .form = from->form,
                                             .originals = from->originals,
                                             .copies = from->copies,
                                             .state = "received"};
    }
    struct banshi_intake in = {.ticket = t->id,
                               .item = t->item,
                               .applicant_kind = "person",
                               .id_kind = "resident",
                               .applicant_name = accept ? "张曲㛃" : "买买提·艾力",
                               .phone = accept ? "13888880000" : "0871-67181234",
                               .id_number = accept ? "530111199001010016" : "530122198503150021",
                               .materials = m,
                               .material_count = materials ? materials->count : 0};
    struct banshi_decision decision = {.outcome = accept ? "accept" : "refuse",
                                       .reason = accept ? "" : "申请事项不属于本机关职权范围，请向有权机关提出申请。",
                                       .organ = accept ? "" : "昆明市公安局"};
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_case_intake(run->b, NULL, &in, &decision, NULL, NULL), &documents);
    for (size_t i = 0; status == EXIT_FINE && i < documents->count; i++) {
        status = cmd_wait(
            run, banshi_document_show(run->b, banshi_row(struct banshi_document, documents, i)->id, NULL, NULL, NULL),
            &full);
        char *text =
            status == EXIT_FINE ? banshi_paper_text(banshi_row(struct banshi_document, full, 0)->content, 76) : NULL;
        if (text)
            fputs(text, stdout);
        free(text);
        banshi_rows_free(full);
        full = NULL;
    }
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_ticket_done(run->b, NULL, NULL, NULL), NULL);
    free(m);
    banshi_rows_free(called);
    banshi_rows_free(materials);
    banshi_rows_free(documents);
    return status;
}

/* The counter of the demo clerk's department that is free, or her own. */
static int64_t free_counter(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    const struct banshi_session *s = banshi_row(struct banshi_session, run->session, 0);
    int64_t id = s->counter;
    if (cmd_wait(run, banshi_counter_list(run->b, NULL, NULL), &rows) != EXIT_FINE)
        return 0;
    for (size_t i = 0; i < rows->count && !id; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, rows, i);
        if (!c->staff && strcmp(c->department, s->department) == 0)
            id = c->id;
    }
    banshi_rows_free(rows);
    return id;
}

static int take_numbers(struct cmd_run *run)
{
    const struct banshi_rows *items = NULL;
    int status = cmd_wait(run, banshi_item_list(run->b, NULL, NULL), &items);
    for (int n = 0; status == EXIT_FINE && n < 3; n++)
        for (size_t i = 0; status == EXIT_FINE && i < items->count; i++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, items, i);
            struct banshi_ticket_order order = {.item = item->id};
            if (item->mine) {
                status = cmd_wait(run, banshi_ticket_issue(run->b, NULL, &order, NULL, NULL), NULL);
                break;
            }
        }
    banshi_rows_free(items);
    return status;
}

static int play(struct cmd_run *run)
{
    char in_order[CMD_DRESS];
    int status = load(run);
    banshi_rows_free(run->session);
    run->session = NULL;
    run->options.user = demo_clerk;
    if (status == EXIT_FINE)
        status = cmd_connect(run, CMD_STAFF);
    int64_t counter = status == EXIT_FINE ? free_counter(run) : 0;
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_session_sign_on(run->b, NULL, counter, cmd_dress(in_order), NULL, NULL), true);
    if (status == EXIT_FINE)
        status = take_numbers(run);
    if (status == EXIT_FINE)
        status = play_intake(run, true);
    if (status == EXIT_FINE)
        status = play_intake(run, false);
    if (status == EXIT_FINE) {
        printf("\n%s\n", _("The board:"));
        status = cmd_print(run, banshi_queue_list(run->b, NULL, NULL), false);
    }
    if (status == EXIT_FINE) {
        printf("\n%s\n", _("What was stored:"));
        status = cmd_print(run, banshi_case_search(run->b, "", 2, NULL, NULL), false);
    }
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_session_sign_off(run->b, NULL, NULL, NULL), NULL);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"", N_("Load the demo centre; does nothing when it is there"), .run = load},
    {"load", N_("The same"), .run = load},
    {"run", N_("Load it and open its clerk's counter, with people arriving"), .run = run_demo},
    {"floor", N_("In a second terminal: sign on as the supervisor; F12 is the floor"), .run = run_floor},
    {"play", N_("Play one whole counter session without a terminal"), .run = play},
    {"arrivals", N_("Let people arrive until stopped"), .run = arrivals},
    {0},
};
const struct cmd cmd_demo = {
    .name = "demo", .role = CMD_NOBODY, .summary = N_("A centre to try things with"), .verbs = verbs};

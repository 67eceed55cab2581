/* SPDX-License-Identifier: MIT */
/* The counter screens of three clerks beside all that may happen in a centre, drawn by a seed: acts of their own and of others,
 * acts that are taken back, changes that nobody tells of, forged notifications, lost connections. Whenever it is calm, each screen
 * is what the same screen is that is opened then.
 *
 *     screen_afresh SEED ACTS      the clerks' screens after each few acts
 *     screen_afresh flood LOG      how much they ask for while they are flooded, by the server's log of statements */
#include <config.h>

#include <libpq-fe.h>
#include <locale.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "app.h"
#include "db/handle.h"
#include "kit/clock.h"
#include "screen/counter/counter.h"

enum { TERMINALS = 3, ROUND_ACTS = 25, CALM_MS = 30000, WAITING_MOST = 30, ROWS = 43, COLS = 132 };

static struct terminal {
    const char *login, *counter;
    struct app app, afresh;
    int whole; /* how often all was to be read again */
} terminals[TERMINALS] = {
    {.login = "ann", .counter = "1"}, {.login = "bob", .counter = "2"}, {.login = "cat", .counter = "3"}};

/* Who acts besides: the clerks once more, then these. */
enum who { CLERK, KIOSK = TERMINALS, CHIEF, OWNER, ACTORS };
static const char *const actors[ACTORS] = {"ann", "bob", "cat", "kiosk", "sue", "postgres"};
static PGconn *conns[ACTORS];
static uint64_t drawn;
static int kiosk_time, kiosk_step;

static _Noreturn void __attribute__((format(printf, 1, 2))) die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    exit(1);
}

/* A number below the limit, the same ones with the same seed. */
static int draw(int limit)
{
    drawn += UINT64_C(0x9e3779b97f4a7c15); /* splitmix64 */
    uint64_t z = drawn;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (int)((z ^ (z >> 31)) % (uint64_t)limit);
}

/* The others ------------------------------------------------------------------------------------------------------- */

/* What is refused by a rule is as good as done; the first value of the answer. */
static long long ask(int who, const char *sql)
{
    PGresult *result = PQexec(conns[who], sql);
    ExecStatusType status = PQresultStatus(result);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && (!state || strncmp(state, "BS", 2) != 0))
        die("%s: %s\n%s", actors[who], sql, PQerrorMessage(conns[who]));
    long long value = status == PGRES_TUPLES_OK && PQntuples(result) && PQnfields(result)
                          ? strtoll(PQgetvalue(result, 0, 0), NULL, 10)
                          : 0;
    PQclear(result);
    return value;
}

static long long __attribute__((format(printf, 2, 3))) askf(int who, const char *format, ...)
{
    char sql[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(sql, sizeof sql, format, args);
    va_end(args);
    return ask(who, sql);
}

#define ISSUE \
    "select from api.ticket_issue(gen_random_uuid(), any_queue(), null, 'enquiry', any_priority(), '证件', null)"
#define ACT(call) "select from api." call
static const struct deed {
    int weight;
    enum who who;
    const char *sql;
} deeds[] = {
    {30, KIOSK, ISSUE},
    {16, CLERK, ACT("ticket_call_next(gen_random_uuid())")},
    {4, CLERK, ACT("ticket_call(gen_random_uuid(), any_ticket('waiting'), '急事')")},
    {2, CLERK, ACT("ticket_recall(gen_random_uuid())")},
    {8, CLERK, ACT("ticket_serve(gen_random_uuid())")},
    {8, CLERK, ACT("ticket_done(gen_random_uuid())")},
    {5, CLERK, ACT("ticket_hold(gen_random_uuid(), '填表')")},
    {5, CLERK, ACT("ticket_resume(gen_random_uuid(), any_ticket('held'))")},
    {14, CLERK, ACT("ticket_skip(gen_random_uuid())")},
    {9, CLERK, ACT("ticket_restore(gen_random_uuid(), any_ticket('skipped'))")},
    {3, CLERK, ACT("ticket_leave(gen_random_uuid(), any_ticket('waiting'))")},
    {4, CLERK, ACT("ticket_transfer(gen_random_uuid(), any_queue(), null, random() < 0.5, '')")},
    {5, CLERK, ACT("ticket_transfer(gen_random_uuid(), null, any_counter(), random() < 0.5, '')")},
    {4, CLERK, ACT("ticket_return(gen_random_uuid(), '误叫')")},
    {2, CLERK, ACT("counter_pause(gen_random_uuid(), '午餐')")},
    {3, CLERK, ACT("counter_resume(gen_random_uuid())")},
    {1, CLERK, ACT("session_sign_off(gen_random_uuid())")},
    {4, CLERK,
     ACT("session_sign_on(gen_random_uuid(), any_counter(), "
         "'{\"badge\": true, \"party_badge\": true, \"uniform\": true, \"grooming\": true}')")},
    {3, CHIEF, ACT("ticket_void(gen_random_uuid(), any_ticket('skipped'), '过号')")},
    {1, CHIEF, ACT("ticket_void(gen_random_uuid(), any_ticket('waiting'), '重复')")},
    {3, CHIEF,
     ACT("floor_queue(gen_random_uuid(), any_counter(), any_queue(), (array[0, 0, 15, 60, null])[1 + floor(random() * "
         "5)::int], '')")},
    {1, CHIEF, ACT("floor_pause(gen_random_uuid(), any_counter(), '支援')")},
    {2, CHIEF, ACT("floor_resume(gen_random_uuid(), any_counter(), '')")},
    {1, CHIEF, ACT("floor_close(gen_random_uuid(), any_counter(), '支援')")},
    {2, CHIEF,
     ACT("floor_open(gen_random_uuid(), any_counter(), (array['ann', 'bob', 'cat'])[1 + floor(random() * 3)::int], "
         "'')")},
};
enum { DEEDS = sizeof deeds / sizeof deeds[0] };

/* The kiosk's clock goes on, so that head starts and lags bring some before others. */
static void do_deed(const struct deed *deed, const char *around)
{
    int who = deed->who == CLERK ? draw(TERMINALS) : (int)deed->who;
    if (who == KIOSK)
        askf(KIOSK, "set banshi.clock = '2026-11-24 %02d:%02d:%02d+08'", 1 + kiosk_time / 3600, kiosk_time / 60 % 60,
             kiosk_time % 60);
    if (deed->who == KIOSK)
        kiosk_time += draw(2 * kiosk_step + 1);
    if (around)
        ask(who, "begin");
    ask(who, deed->sql);
    if (around)
        ask(who, around);
}

/* The terminals ---------------------------------------------------------------------------------------------------- */

static struct counter *screen_of(struct app *app)
{
    struct opened *o = app->top;
    while (o && strcmp(o->screen->name, "counter") != 0)
        o = o->below;
    return o ? (struct counter *)o->state : NULL;
}

static void on_event(void *closure, const struct banshi_event *event)
{
    struct terminal *t = closure;
    t->whole += event->concept == BANSHI_CONCEPT_ALL;
    app_event(&t->app, event);
}

/* One turn of the loop of all: what is ready, and what is due; waits for at most so long. */
static void turn(int most)
{
    struct pollfd fds[4 * TERMINALS];
    size_t n = 0;
    for (int i = 0; i < 2 * TERMINALS; i++) {
        struct app *app = i % 2 ? &terminals[i / 2].afresh : &terminals[i / 2].app;
        int timeout = banshi_timeout(app->b);
        int64_t due = app_due(app), now = now_ms();
        n += banshi_pollfds(app->b, fds + n, sizeof fds / sizeof fds[0] - n);
        most = timeout >= 0 && timeout < most ? timeout : most;
        most = due && due - now < most ? (due > now ? (int)(due - now) : 0) : most;
    }
    poll(fds, n, most);
    for (int i = 0; i < 2 * TERMINALS; i++) {
        struct app *app = i % 2 ? &terminals[i / 2].afresh : &terminals[i / 2].app;
        app_do_due(app, now_ms());
        banshi_process(app->b);
    }
}

/* Nothing is asked, nothing due, nothing missing. */
static bool is_calm(const struct app *app)
{
    const struct banshi *b = app->b;
    return b->link.stage == LINK_READY && !b->waiting.head && !b->finished.head && !events_due(&b->events) &&
           !app_due(app) && (!app->top || (request_age(app->top) < 0 && request_read_age(app->top) < 0));
}

static bool all_calm(int64_t number)
{
    bool calm = true;
    for (int i = 0; i < TERMINALS; i++)
        calm = calm && is_calm(&terminals[i].app) && is_calm(&terminals[i].afresh) &&
               (!number || terminals[i].app.b->events.number == number);
    return calm;
}

/* Until nothing is to come: the last number has been heard everywhere, also over a connection that was just made again. */
static void become_calm(bool told)
{
    int64_t until = now_ms() + CALM_MS, again = 0, number = 0;
    do {
        if (told && now_ms() >= again) {
            number = askf(OWNER, "select nextval('banshi.change_530111001')");
            askf(OWNER, "select pg_notify('banshi_530111001', '%lld staff 0 0 0 0 -')", (long long)number);
            again = now_ms() + 3000;
        }
        turn(20);
        if (now_ms() > until)
            die("it does not become calm within %d s", CALM_MS / 1000);
    } while (!all_calm(number));
}

static void open_screen(struct app *app)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_error error = {0};
    if (banshi_run(app->b, banshi_session_show(app->b, NULL, NULL), &rows, &error) != 0)
        die("session: %s", error.detail);
    keep_rows(&app->session, rows);
    banshi_rows_free(rows);
    app_open(app, "counter", 0, NULL);
}

static void connect_app(struct app *app, const char *login, const char *name)
{
    struct banshi_error error = {0};
    if (banshi_open(&app->b, &(struct banshi_options){.conninfo = "", .application = name}, &error) != 0 ||
        banshi_run(app->b, banshi_session_connect(app->b, login, NULL, NULL, NULL), NULL, &error) != 0)
        die("%s: %s", login, error.detail);
    keymap_init(&app->keys);
    canvas_resize(&app->canvas, ROWS, COLS);
}

static void open_all(void)
{
    for (int i = 0; i < ACTORS; i++) {
        char conninfo[128];
        snprintf(conninfo, sizeof conninfo, "user=%s application_name=act", actors[i]);
        conns[i] = PQconnectdb(conninfo);
        if (PQstatus(conns[i]) != CONNECTION_OK)
            die("%s: %s", actors[i], PQerrorMessage(conns[i]));
        askf(i, "select setseed(%d / 1000000.0)", draw(1000000));
    }
    for (int i = 0; i < TERMINALS; i++) {
        struct terminal *t = &terminals[i];
        askf(i,
             ACT("session_sign_on(gen_random_uuid(), (select id from api.counter where number = '%s'), '{\"badge\": "
                 "true, "
                 "\"party_badge\": true, \"uniform\": true, \"grooming\": true}')"),
             t->counter);
        connect_app(&t->app, t->login, "screen");
        connect_app(&t->afresh, t->login, "afresh");
        banshi_on_event(t->app.b, on_event, t);
        open_screen(&t->app);
        time_set(banshi_row(struct banshi_session, t->app.session, 0));
    }
    become_calm(false);
}

static void close_all(void)
{
    for (int i = 0; i < TERMINALS; i++) {
        struct app *both[] = {&terminals[i].app, &terminals[i].afresh};
        for (size_t k = 0; k < 2; k++) {
            app_close_all(both[k]);
            message_drop(both[k]);
            banshi_rows_free(both[k]->session);
            canvas_free(&both[k]->canvas);
            banshi_close(both[k]->b);
        }
    }
    for (int i = 0; i < ACTORS; i++)
        PQfinish(conns[i]);
}

/* A clerk's key on the screen itself; questions are answered as they stand. */
static void press(struct terminal *t)
{
    static const enum action actions[] = {ACTION_PROCEED, ACTION_PROCEED, ACTION_PROCEED, ACTION_RECALL, ACTION_SKIP,
                                          ACTION_SKIP,    ACTION_HOLD,    ACTION_RETURN,  ACTION_DONE,   ACTION_PAUSE};
    struct counter *c = screen_of(&t->app);
    if (c->closed || app_busy(&t->app, c))
        return;
    c->lists.pane = draw(3) ? PANE_WAITING : (size_t)draw(PANES);
    app_act(&t->app, actions[draw(sizeof actions / sizeof actions[0])]);
    if (strcmp(t->app.top->screen->name, "confirm") == 0)
        app_press(&t->app, 'y');
    else if (strcmp(t->app.top->screen->name, "prompt") == 0)
        app_press(&t->app, K_ENTER);
    while (strcmp(t->app.top->screen->name, "counter") != 0)
        app_close(&t->app, false, NULL, 0);
}

/* Comparing -------------------------------------------------------------------------------------------------------- */

static int differences;

static void print_list(const char *what, const void *records, size_t count)
{
    printf("#   %-7s", what);
    for (size_t i = 0; i < count; i++) {
        const struct banshi_ticket *t = (const struct banshi_ticket *)records + i;
        printf(" %s(%lld %s %lld)", t->number, (long long)t->id, t->state, (long long)t->ahead);
    }
    putchar('\n');
}

static bool same_value(const struct banshi_field *field, const void *a, const void *b)
{
    const void *x = (const char *)a + field->offset, *y = (const char *)b + field->offset;
    switch (field->type) {
    case BANSHI_TEXT:
    case BANSHI_JSON:
        return strcmp(*(const char *const *)x, *(const char *const *)y) == 0;
    case BANSHI_BOOL:
        return *(const bool *)x == *(const bool *)y;
    case BANSHI_DATE:
        return *(const banshi_date *)x == *(const banshi_date *)y;
    case BANSHI_INT:
    case BANSHI_TIME:
        return *(const int64_t *)x == *(const int64_t *)y;
    }
    return false;
}

/* Which counters serve a queue and how fast follows at the next calm, and the screen does not tell it. */
static bool is_told(const struct banshi_field *field)
{
    return strcmp(field->name, "estimate") != 0 && strcmp(field->name, "counters") != 0;
}

/* The name of what is not the same; NULL: all is. */
static const char *difference(const struct banshi_ticket *a, size_t a_count, const struct banshi_ticket *b,
                              size_t b_count)
{
    if (a_count != b_count)
        return "count";
    for (size_t i = 0; i < a_count; i++)
        for (size_t f = 0; f < banshi_ticket_shape.count; f++)
            if (is_told(&banshi_ticket_shape.fields[f]) && !same_value(&banshi_ticket_shape.fields[f], a + i, b + i))
                return banshi_ticket_shape.fields[f].name;
    return NULL;
}

static void compare(const struct terminal *t, const char *what, const void *a, size_t a_count, const void *b,
                    size_t b_count)
{
    const char *name = difference(a, a_count, b, b_count);
    if (!name)
        return;
    differences++;
    printf("# %s, %s: not the same %s\n", t->login, what, name);
    print_list("shown", a, a_count);
    print_list("afresh", b, b_count);
}

static void paint_screen(struct app *app)
{
    struct counter *c = screen_of(app);
    c->phrase = 0;
    c->lists.pane = PANE_WAITING;
    list_update(c);
    canvas_clear(&app->canvas);
    counter_draw(app, c, canvas_area(&app->canvas));
}

static bool same_row(const struct canvas *a, const struct canvas *b, int row)
{
    for (int i = row * COLS; i < (row + 1) * COLS; i++)
        if (a->cells[i].c != b->cells[i].c || a->cells[i].mark != b->cells[i].mark ||
            a->cells[i].style != b->cells[i].style)
            return false;
    return true;
}

static void print_row(const char *what, const struct canvas *canvas, int row)
{
    printf("#   %-7s|", what);
    for (int col = 0; col < COLS; col++)
        if (canvas->cells[row * COLS + col].c)
            printf("%lc", (wint_t)canvas->cells[row * COLS + col].c);
    puts("|");
}

static void compare_pictures(struct terminal *t)
{
    banshi_time minute;
    do { /* what is counted in minutes is counted at the same one */
        minute = time_now() / 60000000;
        paint_screen(&t->app);
        paint_screen(&t->afresh);
    } while (minute != time_now() / 60000000);
    for (int row = 0; row < ROWS; row++) {
        if (same_row(&t->app.canvas, &t->afresh.canvas, row))
            continue;
        differences++;
        printf("# %s: not the same picture\n", t->login);
        print_row("shown", &t->app.canvas, row);
        print_row("afresh", &t->afresh.canvas, row);
    }
}

static void compare_screens(struct terminal *t)
{
    static const char *const names[PANES] = {"waiting", "held", "skipped"};
    const struct counter *a = screen_of(&t->app), *b = screen_of(&t->afresh);
    int before = differences;
    compare(t, "in hand", counter_current(a), counter_current(a) != NULL, counter_current(b),
            counter_current(b) != NULL);
    for (size_t pane = 0; pane < PANES; pane++)
        compare(t, names[pane], a->lists.panes[pane].table.records, a->lists.panes[pane].table.all,
                b->lists.panes[pane].table.records, b->lists.panes[pane].table.all);
    if (a->paused != b->paused || a->closed != b->closed) {
        differences++;
        printf("# %s: paused %d closed %d, afresh paused %d closed %d\n", t->login, a->paused, a->closed, b->paused,
               b->closed);
    }
    if (before == differences)
        compare_pictures(t);
}

static bool equal(void)
{
    int before = differences;
    for (int i = 0; i < TERMINALS; i++)
        open_screen(&terminals[i].afresh);
    become_calm(false);
    for (int i = 0; i < TERMINALS; i++) {
        compare_screens(&terminals[i]);
        app_close_all(&terminals[i].afresh);
        terminals[i].afresh.quit = false;
    }
    return differences == before;
}

/* What may go wrong ------------------------------------------------------------------------------------------------ */

/* A change that nobody is told of, though it has taken its number. */
static void change_untold(void)
{
    ask(OWNER, "select nextval('banshi.change_530111001')");
    ask(OWNER, "update banshi.ticket set sort_at = sort_at + interval '47 minutes' where id = any_ticket('waiting')");
}

static void cut(void)
{
    const struct terminal *t = &terminals[draw(TERMINALS)];
    askf(OWNER,
         "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '%s' and application_name = "
         "'screen'",
         t->login);
}

/* Any login can notify: what is no event, and what never was one. A number is one of the past or one far ahead. */
static void forge(int who, int far_in)
{
    static const char *const texts[] = {"",
                                        "1",
                                        "x 1 2",
                                        "9 ticket",
                                        "-1 ticket 1 1 1 1 -",
                                        "99999999999999999999 ticket 1 1 1 1 -",
                                        "5 ticket 1 1 1 1 called;",
                                        "5 ticket 1  1 1 1 called",
                                        "7 nothing 1 1 1 1 -"};
    static const char *const concepts[] = {"ticket",   "ticket", "ticket", "counter",
                                           "counters", "roster", "phrase", "message"};
    static const char *const states[] = {"waiting", "waiting", "called", "serving", "held",
                                         "skipped", "done",    "left",   "-"};
    if (draw(4) == 0) {
        askf(who, "select pg_notify('banshi_530111001', '%s')", texts[draw(sizeof texts / sizeof texts[0])]);
        return;
    }
    askf(who, "select pg_notify('banshi_530111001', '%d %s %d %d %d 0 %s')",
         draw(far_in) == 0 ? 1000000 + draw(1000) : 1 + draw(50), concepts[draw(sizeof concepts / sizeof concepts[0])],
         draw(300), draw(5), draw(3) ? 0 : draw(5), states[draw(sizeof states / sizeof states[0])]);
}

/* Rounds ----------------------------------------------------------------------------------------------------------- */

enum kind { PLAIN, LOST, HOLES, FORGED };

static size_t longest(enum pane pane)
{
    size_t most = 0;
    for (int i = 0; i < TERMINALS; i++)
        if (screen_of(&terminals[i].app)->lists.panes[pane].table.all > most)
            most = screen_of(&terminals[i].app)->lists.panes[pane].table.all;
    return most;
}

static const struct deed *any_deed(void)
{
    int all = 0, at;
    for (int i = 0; i < DEEDS; i++)
        all += deeds[i].weight;
    at = draw(all);
    const struct deed *deed = deeds;
    while ((at -= deed->weight) >= 0)
        deed++;
    return deed;
}

static void act(enum kind kind)
{
    const struct deed *deed = any_deed();
    if (draw(5) == 0)
        press(&terminals[draw(TERMINALS)]);
    else if (deed->who != KIOSK || longest(PANE_WAITING) < WAITING_MOST)
        do_deed(deed, kind == HOLES && draw(4) == 0 ? "rollback" : NULL);
    if (kind == LOST && draw(8) == 0)
        cut();
    if (kind == HOLES && draw(8) == 0)
        change_untold();
    if (kind == FORGED)
        forge(draw(TERMINALS + 1), 40);
    /* nothing, something or all of it is read meanwhile */
    for (int turns = draw(4) ? draw(4) : 8; turns > 0; turns--)
        turn(draw(4));
}

static int whole(void)
{
    int count = 0;
    for (int i = 0; i < TERMINALS; i++)
        count += terminals[i].whole;
    return count;
}

static int run(unsigned long seed, int acts)
{
    static const enum kind kinds[] = {PLAIN, PLAIN, PLAIN, PLAIN, LOST,  PLAIN, PLAIN, PLAIN,
                                      PLAIN, PLAIN, HOLES, PLAIN, PLAIN, PLAIN, PLAIN, FORGED};
    static const char *const names[] = {"plain", "lost connections", "holes", "forged"};
    drawn = seed;
    kiosk_step = 70000 / acts;
    open_all();
    for (int done = 0, round = 0; done < acts; round++) {
        enum kind kind = kinds[round % (int)(sizeof kinds / sizeof kinds[0])];
        int before = whole();
        for (int i = 0; i < ROUND_ACTS && done < acts; i++, done++)
            act(kind);
        become_calm(true);
        if (!equal())
            printf("# seed %lu, after %d acts, round of %s\n", seed, done, names[kind]);
        if (kind == PLAIN && whole() != before) {
            differences++;
            printf("# seed %lu, after %d acts: all was read again for no reason\n", seed, done);
        }
    }
    printf("# seed %lu: %d acts, %d times all was read again, %d differences\n", seed, acts, whole(), differences);
    close_all();
    return differences > 0;
}

/* Floods ----------------------------------------------------------------------------------------------------------- */

/* Statements that the screens have asked for, by the server's log. */
static int count_asked(const char *log)
{
    char line[4096];
    int count = 0;
    FILE *f = fopen(log, "re");
    while (f && fgets(line, sizeof line, f))
        count += strncmp(line, "screen:", 7) == 0 && (strstr(line, "  execute ") || strstr(line, "  statement: "));
    if (f)
        fclose(f);
    return count;
}

/* Whatever is pretended, how much each terminal asks for in a second, the first one, in which it does at once what is rare. */
static int flood(const char *log)
{
    enum { FLOOD_MS = 1000, EACH_MS = 25, EACH = 10000 * EACH_MS / FLOOD_MS, KEPT = 60, MOST = 200 };
    static const struct {
        const char *name, *payload; /* of the g-th, in SQL */
        int each; /* so many at a time: as few as the terminal keeps apart, or all that somebody can send */
    } floods[] = {
        {"numbers, as many as are kept apart", "'1 ticket ' || g || ' 1 0 0 waiting'", KEPT},
        {"its own counter", "'1 counter 1 ' || g || ' 1 0 open'", KEPT},
        {"all there is, 10,000 of them", "'1 ' || concept || ' ' || g % 50 || ' ' || g || ' 1 0 waiting'", EACH},
        {"running numbers that are far ahead", "g || '000 ticket 1 1 0 0 waiting'", KEPT},
    };
    int bad = 0;
    open_all();
    ask(OWNER, "alter system set log_statement = 'all'");
    ask(OWNER, "select pg_reload_conf()");
    for (size_t i = 0; i < sizeof floods / sizeof floods[0]; i++) {
        become_calm(true);
        int before = count_asked(log);
        int64_t begun = now_ms(), at = begun;
        for (int turns = 0; now_ms() < begun + FLOOD_MS; turns++) {
            askf(KIOSK,
                 "select count(pg_notify('banshi_530111001', %s)) from generate_series(%d, %d) as g, "
                 "lateral (select (array['ticket', 'counter', 'counters', 'phrase', 'roster', 'hours', 'message', "
                 "'staff'])"
                 "[1 + g %% 8] as concept) as c",
                 floods[i].payload, turns * floods[i].each + 1, (turns + 1) * floods[i].each);
            for (at += EACH_MS; now_ms() < at;)
                turn((int)(at - now_ms()));
        }
        become_calm(true);
        int asked = (count_asked(log) - before) / TERMINALS;
        printf("# %s: %d statements\n", floods[i].name, asked);
        bad += asked > MOST;
    }
    bad += !equal();
    close_all();
    return bad > 0;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    if (argc == 3 && strcmp(argv[1], "flood") == 0)
        return flood(argv[2]);
    if (argc != 3)
        die("screen_afresh SEED ACTS");
    return run(strtoul(argv[1], NULL, 10), atoi(argv[2]));
}

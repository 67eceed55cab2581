/* SPDX-License-Identifier: MIT */
/* A hall: real terminals on pseudo-terminals, each signed on at a counter of its own; floors; boards, which listen as terminals do
 * and read nothing; a kiosk. Visits begin by the clock (call, serve, done by keys; some with intake and acceptance), numbers are
 * issued at the same rate; every act is timed from its key to the screen that shows what comes next. hall.sh makes the centre, its
 * counters, items and logins in their order. Prints, and says what it cannot do. */
#include <config.h>

#include <fcntl.h>
#include <libpq-fe.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include <banshi/banshi.h>

#include "figures.h"
#include "processors.h"
#include "vt.h"

enum {
    SHOWN_MS = 30000,  /* an act that is not shown until then never is */
    REPORT_MS = 11000, /* an idle session tells its statistics within ten seconds (PostgreSQL's pgstat.c) */
    DWELL_MS = 1000,   /* on average between two acts of a visit */
    ALONE = 10,        /* numbers that are issued one at a time */
    ALONE_MS = 300,    /* with so much time between them */
};

/* What hall.sh says, NAME=VALUE */
static struct {
    double postmaster, terminals, each, waiting, floors, boards, visits, seconds, idle, intake, target;
    const char *program;
} given;
static const struct {
    const char *name;
    double *value;
} names[] = {
    {"postmaster", &given.postmaster}, {"terminals", &given.terminals}, {"each", &given.each},
    {"waiting", &given.waiting},       {"floors", &given.floors},       {"boards", &given.boards},
    {"visits", &given.visits},         {"seconds", &given.seconds},     {"idle", &given.idle},
    {"intake", &given.intake},         {"target", &given.target},
};

/* Acts ---------------------------------------------------------------------------------------------------------- */

enum act { CALL, SERVE, DONE, INTAKE, TYPE, ACCEPT, BACK, ACTS };
static const struct {
    const char *keys;
    const wchar_t *shown; /* then the act is over */
    enum act next;
    const char *name; /* NULL: asks nothing of the server */
} acts[ACTS] = {
    [CALL] = {"\r", L"→ The person is here", SERVE, "call"},
    [SERVE] = {"\r", L"→ Finish the visit", DONE, "serve"},
    [DONE] = {"\r", L"→ Call the next number", ACTS, "done"},
    [INTAKE] = {"\r", L"Identity number", TYPE, "intake, the form"},
    [TYPE] = {"周八\r\r530111199001010016\r13888880001\033[19~", L"All materials are marked", ACCEPT, NULL},
    [ACCEPT] = {"\x13", L"printed: ", BACK, "acceptance with its document"},
    [BACK] = {"\r", L"→ Finish the visit", DONE, NULL},
};

/* What somebody else is to show of a call. */
enum { UNWATCHED = -1, AWAITED = 0 };
struct call {
    bool open, sure; /* the number that was first in line is the one that was called */
    double at;
    wchar_t number[16];
    double *seen; /* of each terminal: UNWATCHED, AWAITED, or after how many milliseconds */
};

struct terminal {
    pid_t pid;
    int fd;
    bool floor;
    int queue;
    char login[32];
    enum { REST, PRESSED, DWELL, GONE } state;
    enum act act; /* the one that was pressed, or comes next */
    double at;    /* when it was pressed, or will be */
    struct call call;
    struct vt vt;
};

/* The kiosk and the boards */
struct device {
    struct banshi *b;
    size_t first, count; /* of its descriptors */
    double heard;
};

static struct terminal *terminals;
static size_t clerks, all;
static struct device *devices; /* the first one is the kiosk */
static size_t device_count;
static int64_t *items; /* of the queues */
static PGconn *owner;
static bool has_statements;
static double lone; /* when the act began that is the only one under way */
static size_t under_way, issued, refused, never, lost, begun, ended, late, events;
static struct samples timed[ACTS], usual, others, floors, boards;

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

/* A number from 0 to 1, the same ones in every run. */
static double chance(void)
{
    static uint32_t seed = 1;
    seed = seed * 1103515245u + 12345u;
    return (double)(seed >> 16 & 0x7fff) / 0x8000;
}

/* Calls at other terminals -------------------------------------------------------------------------------------- */

/* Does the terminal show the number where the call changes something: in its list, or on the floor? */
static bool shows_call(const struct terminal *t, const struct call *call)
{
    wchar_t text[32];
    swprintf(text, 32, t->floor ? L"%ls called" : L"%ls ", call->number);
    return vt_shows(&t->vt, text);
}

static bool shows_list(const struct terminal *t)
{
    return vt_shows(&t->vt, L"─[Waiting ") && t->state != GONE;
}

/* Whose number will be called is on the screen that calls. */
static void call_begin(struct terminal *t, double at)
{
    wchar_t rest[VT_COLS + 1];
    struct call *call = &t->call;
    if (!vt_find(&t->vt, L"first in line ", NULL, rest))
        return;
    rest[wcscspn(rest, L" ")] = 0;
    swprintf(call->number, 16, L"%.15ls", rest);
    call->open = true;
    call->sure = false;
    call->at = at;
    for (size_t i = 0; i < all; i++) {
        const struct terminal *o = &terminals[i];
        bool watched =
            o != t && (o->floor ? !shows_call(o, call) : o->queue == t->queue && shows_list(o) && shows_call(o, call));
        call->seen[i] = watched ? AWAITED : UNWATCHED;
    }
}

static void calls_look(const struct terminal *t, double at)
{
    size_t i = (size_t)(t - terminals);
    for (size_t k = 0; k < clerks; k++) {
        struct call *call = &terminals[k].call;
        if (!call->open || call->seen[i] != AWAITED)
            continue;
        if (!t->floor && !shows_list(t))
            call->seen[i] = UNWATCHED; /* another screen lies over the list */
        else if (shows_call(t, call) == t->floor)
            call->seen[i] = at - call->at;
    }
}

static void call_end(struct terminal *t)
{
    struct call *call = &t->call;
    for (size_t i = 0; call->open && call->sure && i < all; i++) {
        if (call->seen[i] > 0)
            add(terminals[i].floor ? &floors : &others, call->seen[i]);
        else if (call->seen[i] == AWAITED && !terminals[i].floor) /* a floor's list may be longer than its screen */
            never++;
    }
    call->open = false;
}

/* Terminals ----------------------------------------------------------------------------------------------------- */

static void gone(struct terminal *t, const char *why)
{
    if (lost++ == 0) {
        printf("  %s %s; its screen:\n", t->login, why);
        vt_print(&t->vt);
    }
    under_way -= t->state == PRESSED && acts[t->act].name;
    t->state = GONE;
    t->call.open = false;
}

static void press_keys(struct terminal *t, const char *keys)
{
    for (size_t n = strlen(keys); n > 0;) {
        ssize_t sent = write(t->fd, keys, n);
        if (sent <= 0) {
            gone(t, "takes no keys");
            return;
        }
        keys += sent;
        n -= (size_t)sent;
    }
}

static void press(struct terminal *t, enum act act)
{
    double at = now_ms();
    if (act == CALL)
        call_begin(t, at);
    if (act == DONE)
        call_end(t);
    if (acts[act].name) {
        events++;
        lone = under_way++ == 0 ? at : 0;
    }
    t->state = PRESSED;
    t->act = act;
    t->at = at;
    press_keys(t, acts[act].keys);
}

static void acted(struct terminal *t, double at)
{
    enum act act = t->act;
    if (acts[act].name) {
        under_way--;
        add(&timed[act], at - t->at);
        if (act <= DONE)
            add(&usual, at - t->at);
    }
    t->act = acts[act].next;
    if (act == CALL) {
        wchar_t called[32];
        swprintf(called, 32, L"%ls  called", t->call.number);
        t->call.sure = vt_shows(&t->vt, called);
        if (vt_shows(&t->vt, L"take in the application"))
            t->act = INTAKE;
    }
    ended += t->act == ACTS;
    t->state = t->act == ACTS ? REST : DWELL;
    t->at = at + DWELL_MS * (0.5 + chance());
}

static void read_terminal(struct terminal *t)
{
    char bytes[65536];
    ssize_t n = read(t->fd, bytes, sizeof bytes);
    if (n <= 0) {
        close(t->fd);
        t->fd = -1;
        gone(t, "has ended");
        return;
    }
    vt_feed(&t->vt, bytes, (size_t)n);
    double at = now_ms();
    if (t->state == PRESSED && vt_shows(&t->vt, acts[t->act].shown))
        acted(t, at);
    calls_look(t, at);
}

static bool start(struct terminal *t, const char *kind, size_t number, const char *home)
{
    struct winsize size = {.ws_row = t->floor ? 43 : 24, .ws_col = t->floor ? 132 : 80};
    snprintf(t->login, sizeof t->login, "%s%zu", kind, number);
    vt_open(&t->vt, size.ws_row, size.ws_col);
    t->call.seen = calloc(all, sizeof *t->call.seen);
    t->pid = forkpty(&t->fd, NULL, NULL, &size);
    if (t->pid == 0) {
        char own[512];
        snprintf(own, sizeof own, "%s/%s", home, t->login);
        setenv("HOME", own, 1);
        setenv("XDG_STATE_HOME", own, 1);
        setenv("XDG_CONFIG_HOME", own, 1);
        setenv("TERM", "hall", 1);
        execlp(given.program, given.program, "-U", t->login, (char *)NULL);
        _exit(127);
    }
    return t->pid > 0 && t->call.seen && fcntl(t->fd, F_SETFD, FD_CLOEXEC) == 0;
}

/* The loop ------------------------------------------------------------------------------------------------------ */

static void on_issued(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)closure, (void)rows;
    under_way--;
    if (error->code != 0 && refused++ == 0)
        printf("  a number is refused: %s, %s\n", banshi_error_sentence(error->code), error->detail);
}

static bool issue(size_t queue)
{
    static double share;
    share += given.intake;
    struct banshi_ticket_order order = {.item = items[queue], .purpose = share >= 1 ? "case" : "enquiry"};
    share -= share >= 1;
    bool sent = banshi_ticket_issue(devices[0].b, NULL, &order, on_issued, NULL) != NULL;
    lone = 0;
    under_way += sent;
    issued++;
    events++;
    return sent;
}

static void on_event(void *closure, enum banshi_concept concept)
{
    struct device *device = closure;
    if (concept == BANSHI_CONCEPT_TICKET && lone > 0 && device->heard < lone && device != devices) {
        device->heard = lone;
        add(&boards, now_ms() - lone);
    }
}

/* Read and press what is due, at most until then. */
static void turn(double until)
{
    static struct pollfd fds[2048];
    double now = now_ms();
    for (size_t i = 0; i < clerks; i++) {
        struct terminal *t = &terminals[i];
        if (t->state == DWELL && t->at <= now)
            press(t, t->act);
        else if (t->state == DWELL && t->at < until)
            until = t->at;
        else if (t->state == PRESSED && now - t->at > SHOWN_MS)
            gone(t, "does not show what was pressed");
    }
    double wait = until > now ? until - now + 0.5 : 0;
    size_t n = all;
    for (size_t i = 0; i < all; i++)
        fds[i] = (struct pollfd){.fd = terminals[i].fd, .events = POLLIN};
    for (size_t i = 0; i < device_count; i++) {
        struct device *d = &devices[i];
        int most = banshi_timeout(d->b);
        if (most >= 0 && most < wait)
            wait = most;
        d->first = n;
        d->count = banshi_pollfds(d->b, fds + n, sizeof fds / sizeof fds[0] - n);
        n += d->count;
    }
    poll(fds, n, (int)wait);
    for (size_t i = 0; i < all; i++)
        if (fds[i].revents)
            read_terminal(&terminals[i]);
    for (size_t i = 0; i < device_count; i++) {
        bool ready = banshi_timeout(devices[i].b) == 0;
        for (size_t k = 0; k < devices[i].count; k++)
            ready = ready || fds[devices[i].first + k].revents;
        if (ready)
            banshi_process(devices[i].b);
    }
}

static void pass(double ms)
{
    for (double until = now_ms() + ms; now_ms() < until;)
        turn(until);
}

static bool wait_shown(struct terminal *t, const wchar_t *text, double most)
{
    for (double until = now_ms() + most; now_ms() < until && t->state != GONE;) {
        if (vt_shows(&t->vt, text))
            return true;
        turn(until);
    }
    return false;
}

/* Visits by the clock: the terminals at rest take turns; one that would begin while none is at rest is late. */
static void visit(void)
{
    static size_t turn_of;
    for (size_t i = 0; i < clerks; i++) {
        struct terminal *t = &terminals[turn_of++ % clerks];
        if (t->state == REST) {
            begun++;
            press(t, CALL);
            return;
        }
    }
    late++;
}

static void visits(double seconds)
{
    double every = 1000 / given.visits, start_at = now_ms(), next = start_at, number = start_at + every / 2;
    size_t queues = (clerks + (size_t)given.each - 1) / (size_t)given.each, queue = 0;
    for (double until = start_at + seconds * 1000; now_ms() < until;) {
        if (now_ms() >= next) {
            visit();
            next += every;
        }
        if (now_ms() >= number) {
            /* where the visit began: the terminals of a queue take their turns one after another */
            issue(queue++ / (size_t)given.each % queues);
            queue %= queues * (size_t)given.each;
            number += every;
        }
        turn(next < number ? next : number);
    }
}

/* What is measured ---------------------------------------------------------------------------------------------- */

struct used {
    double at, server, programs, here, machine;
};

static struct used used(void)
{
    struct used u = {now_ms() / 1000, processor_time_family((pid_t)given.postmaster), 0,
                     processor_time(getpid(), false, NULL), processor_time_machine()};
    for (size_t i = 0; i < all; i++)
        u.programs += processor_time(terminals[i].pid, false, NULL);
    return u;
}

static struct used since(struct used from)
{
    struct used to = used();
    double s = to.at - from.at;
    return (struct used){s, (to.server - from.server) / s, (to.programs - from.programs) / s, (to.here - from.here) / s,
                         (to.machine - from.machine) / s};
}

static double ask(const char *sql)
{
    PGresult *result = PQexec(owner, sql);
    double answer = PQntuples(result) == 1 ? atof(PQgetvalue(result, 0, 0)) : 0;
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        printf("  %s", PQerrorMessage(owner));
    PQclear(result);
    return answer;
}

/* Who is at a counter of the first queue, of another one, at none; and what the database has done for them, and in all. */
enum group { FIRST, OTHER, FLOOR, GROUPS };
struct done {
    double transactions, read, calls[GROUPS], rows[GROUPS];
};

static enum group group(const struct terminal *t)
{
    return t->floor ? FLOOR : t->queue == 0 ? FIRST : OTHER;
}

static double people(enum group g)
{
    double count = 0;
    for (size_t i = 0; i < all; i++)
        count += group(&terminals[i]) == g;
    return count;
}

static struct done done(void)
{
    const char *of_database = "from pg_stat_database where datname = current_database()";
    char sql[256];
    struct done d = {0};
    snprintf(sql, sizeof sql, "select xact_commit + xact_rollback %s", of_database);
    d.transactions = ask(sql);
    snprintf(sql, sizeof sql, "select tup_returned %s", of_database);
    d.read = ask(sql);
    if (!has_statements)
        return d;
    PGresult *result = PQexec(owner, "select s.userid::regrole::text, sum(s.calls), sum(s.rows) "
                                     "from pg_stat_statements as s group by 1");
    for (int row = 0; row < PQntuples(result); row++)
        for (size_t i = 0; i < all; i++)
            if (strcmp(PQgetvalue(result, row, 0), terminals[i].login) == 0) {
                d.calls[group(&terminals[i])] += atof(PQgetvalue(result, row, 1));
                d.rows[group(&terminals[i])] += atof(PQgetvalue(result, row, 2));
            }
    PQclear(result);
    return d;
}

static struct done done_since(struct done from)
{
    struct done to = done();
    to.transactions -= from.transactions;
    to.read -= from.read;
    for (enum group g = 0; g < GROUPS; g++) {
        to.calls[g] -= from.calls[g];
        to.rows[g] -= from.rows[g];
    }
    return to;
}

static double sum(const double of[GROUPS])
{
    return of[FIRST] + of[OTHER] + of[FLOOR];
}

/* Numbers one at a time, each shown by all terminals of the queue before the next; how many were. */
static size_t numbers_alone(void)
{
    size_t shown = 0;
    for (int n = 0; n < ALONE; n++) {
        wchar_t before[VT_COLS + 1], text[64];
        if (!vt_find(&terminals[0].vt, L" waiting, first in line", before, NULL))
            return shown;
        swprintf(text, 64, L" %ld waiting, first in line", wcstol(before, NULL, 10) + 1);
        bool everywhere = issue(0);
        for (size_t i = 0; i < clerks; i++)
            if (terminals[i].queue == 0)
                everywhere = wait_shown(&terminals[i], text, SHOWN_MS) && everywhere;
        shown += everywhere;
        pass(ALONE_MS);
    }
    return shown;
}

/* Setting up ---------------------------------------------------------------------------------------------------- */

static bool connect_devices(void)
{
    device_count = 1 + (size_t)given.boards;
    devices = calloc(device_count, sizeof *devices);
    for (size_t i = 0; devices && i < device_count; i++) {
        struct banshi_error error = {0};
        char login[32] = "kiosk1";
        if (i > 0)
            snprintf(login, sizeof login, "board%zu", i);
        if (banshi_open(&devices[i].b, &(struct banshi_options){.application = login}, &error) != 0 ||
            banshi_run(devices[i].b, banshi_session_connect(devices[i].b, login, NULL, NULL, NULL), NULL, &error) !=
                0) {
            printf("  %s: %s %s\n", login, banshi_error_sentence(error.code), error.detail);
            return false;
        }
        banshi_on_event(devices[i].b, on_event, &devices[i]);
    }
    return devices != NULL;
}

static bool find_items(size_t queues)
{
    PGresult *result = PQexec(owner, "select i.id from banshi.item as i order by i.code");
    items = calloc(queues, sizeof *items);
    bool enough = items && (size_t)PQntuples(result) >= queues;
    for (size_t i = 0; enough && i < queues; i++)
        items[i] = strtoll(PQgetvalue(result, (int)i, 0), NULL, 10);
    if (!enough)
        printf("  %d items instead of %zu %s\n", PQntuples(result), queues, PQerrorMessage(owner));
    PQclear(result);
    return enough;
}

/* What autovacuum does within a minute, and only that: of a partitioned table, the partitions. */
static void analyze(void)
{
    PGresult *result = PQexec(owner, "do $$ declare t regclass; begin "
                                     "for t in select c.oid from pg_class as c "
                                     "where c.relkind = 'r' and c.relnamespace = 'banshi'::regnamespace loop "
                                     "execute format('analyze %s', t); end loop; end $$");
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        printf("  %s", PQerrorMessage(owner));
    PQclear(result);
}

static bool sign_on(struct terminal *t)
{
    static const struct {
        const wchar_t *shown;
        const char *keys;
    } clerk[] = {{L"Password", "\r"},
                 {L"not answered", "a\r"},
                 {L"Which counter?", "\r"},
                 {L"→ Call the next number", ""}},
      supervisor[] = {{L"Password", "\r"}, {L"not answered", "\033[24~"}, {L"Waiting ", ""}};
    size_t n = t->floor ? sizeof supervisor / sizeof supervisor[0] : sizeof clerk / sizeof clerk[0];
    for (size_t i = 0; i < n; i++) {
        if (!wait_shown(t, (t->floor ? supervisor : clerk)[i].shown, SHOWN_MS)) {
            if (t->state != GONE)
                gone(t, "cannot sign on");
            return false;
        }
        press_keys(t, (t->floor ? supervisor : clerk)[i].keys);
    }
    return true;
}

static bool set_up(const char *home)
{
    size_t queues = (clerks + (size_t)given.each - 1) / (size_t)given.each;
    for (size_t i = 0; i < all; i++)
        terminals[i].fd = -1;
    if (!find_items(queues) || !connect_devices())
        return false;
    for (size_t queue = 0; queue < queues; queue++)
        for (int n = 0; n < (int)given.waiting; n++)
            issue(queue);
    while (under_way > 0)
        turn(now_ms() + 1000);
    analyze();
    for (size_t i = 0; i < all; i++) {
        struct terminal *t = &terminals[i];
        t->floor = i >= clerks;
        t->queue = t->floor ? -1 : (int)(i / (size_t)given.each);
        if (!start(t, t->floor ? "floor" : "clerk", 1 + (t->floor ? i - clerks : i), home) || !sign_on(t))
            return false;
    }
    return true;
}

/* The table ----------------------------------------------------------------------------------------------------- */

static void tell_visits(struct used load, struct done worked, size_t in_time)
{
    double n = events ? (double)events : 1;
    figure("server, with visits: processors", load.server, given.target);
    figure("all terminals, with visits: processors", load.programs, 0);
    row("server: processor time an event", "–", "%.1f ms",
        load.server * load.at * 1000 / (in_time ? (double)in_time : 1));
    latencies("an act (call, serve, done): key → its terminal shows it", &usual, 5, 20);
    for (enum act act = 0; act < ACTS; act++)
        if (timed[act].count) {
            char what[64];
            snprintf(what, sizeof what, "· %s", acts[act].name);
            latencies(what, &timed[act], 0, 0);
        }
    latencies("call: key → other terminals of the queue show it", &others, 0, 50);
    if (given.floors > 0)
        latencies("call: key → floors show it", &floors, 0, 50);
    if (given.boards > 0)
        latencies("an act alone: key → boards hear of it", &boards, 0, 50);
    if (has_statements) {
        row("an event: statements of all terminals", "–", "%.1f", sum(worked.calls) / n);
        row("an event: rows answered to all terminals", "–", "%.1f", sum(worked.rows) / n);
    } else {
        row("an event: transactions", "–", "%.1f", worked.transactions / n);
    }
    row("an event: rows and index entries read by the server", "–", "%.0f", worked.read / n);
}

static void tell_alone(struct done alone, size_t shown)
{
    static const struct {
        const char *what, *target;
    } whose[GROUPS] = {
        [FIRST] = {"one number more: statements, rows of a terminal that shows it", "rows ≤ 1"},
        [OTHER] = {"one number more: of a terminal that does not show it", "0, 0"},
        [FLOOR] = {"one number more: of a floor", "rows ≤ 1"},
    };
    double n = (double)shown;
    if (shown < ALONE)
        row("one number more: times that all terminals of its queue showed it", "", "%zu of %d", shown, ALONE);
    if (!shown)
        return;
    for (enum group g = 0; has_statements && g < GROUPS; g++)
        if (people(g) > 0)
            row(whose[g].what, whose[g].target, "%.1f, %.1f", alone.calls[g] / n / people(g),
                alone.rows[g] / n / people(g));
    row("one number more: rows and index entries read by the server", "–", "%.0f", alone.read / n);
}

static void tell_idle(struct used idle, struct done idly)
{
    double minutes = idle.at / 60;
    figure("server, idle: processors", idle.server, 0.02);
    figure("all terminals, idle: processors", idle.programs, 0.05);
    row(has_statements ? "idle: statements of all terminals in a minute" : "idle: transactions in a minute", "–",
        "%.0f", (has_statements ? sum(idly.calls) : idly.transactions) / minutes);
    row("idle: rows and index entries read by the server in a minute", "–", "%.0f", idly.read / minutes);
}

static void measure(void)
{
    pass(REPORT_MS);
    struct done before = done();
    struct used from = used();
    pass(given.idle * 1000);
    struct used idle = since(from);
    struct done idly = done_since(before);

    before = done();
    size_t shown = numbers_alone();
    pass(REPORT_MS);
    struct done alone = done_since(before);

    before = done();
    events = 0;
    from = used();
    visits(given.seconds);
    struct used load = since(from);
    size_t in_time = events;
    for (size_t busy = 1; busy > 0; turn(now_ms() + 1000)) { /* the last visits end */
        busy = under_way;
        for (size_t i = 0; i < clerks; i++)
            busy += terminals[i].state == PRESSED || terminals[i].state == DWELL;
    }
    pass(REPORT_MS);
    struct done worked = done_since(before);

    printf("  %zu visits begun, %zu ended, %zu could not begin in time; %zu events (acts and numbers)\n", begun, ended,
           late, events);
    line("p50 / p99 (how often)", "measured", "target");
    tell_visits(load, worked, in_time);
    tell_alone(alone, shown);
    tell_idle(idle, idly);
    row("beside it, with visits: this program, all else on the machine", "", "%.2f, %.2f", load.here,
        load.machine - load.server - load.programs - load.here);
    if (!has_statements)
        printf("  pg_stat_statements is not here: transactions are counted, not statements, nor whose they are.\n");
    if (never)
        printf("  %zu times another terminal did not show a call until the visit's end.\n", never);
    if (lost)
        printf(
            "  %zu terminals ended, or did not show within %d s what was pressed: they are in no figure of latency.\n",
            lost, SHOWN_MS / 1000);
    if (refused)
        printf("  %zu of %zu numbers were refused.\n", refused, issued);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    setlinebuf(stdout);
    given.program = argv[argc - 1];
    for (int i = 2; i < argc - 1; i++)
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            size_t n = strlen(names[k].name);
            if (strncmp(argv[i], names[k].name, n) == 0 && argv[i][n] == '=')
                *names[k].value = atof(argv[i] + n + 1);
        }
    if (argc < 4 || given.terminals < 1 || given.each < 1 || given.visits <= 0) {
        printf("usage: hall HOME NAME=VALUE… PROGRAM\n");
        return 2;
    }
    clerks = (size_t)given.terminals;
    all = clerks + (size_t)given.floors;
    terminals = calloc(all, sizeof *terminals);
    owner = PQconnectdb("");
    if (!terminals || PQstatus(owner) != CONNECTION_OK) {
        printf("  %s", PQerrorMessage(owner));
        return 0;
    }
    has_statements = ask("select count(*) from pg_extension where extname = 'pg_stat_statements'") > 0;
    if (set_up(argv[1]))
        measure();
    for (size_t i = 0; i < all; i++)
        if (terminals[i].pid > 0)
            kill(terminals[i].pid, SIGKILL);
    while (wait(NULL) > 0)
        ;
    for (size_t i = 0; i < device_count; i++)
        banshi_close(devices[i].b);
    PQfinish(owner);
    return 0;
}

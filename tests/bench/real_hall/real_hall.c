/* SPDX-License-Identifier: MIT */
/* A hall: real terminals on pseudo-terminals, each signed on at a counter of its own; floors; boards, which listen as terminals do
 * and read nothing; a kiosk. Visits begin by the clock (call, serve, done by keys; some with intake and acceptance), numbers are
 * issued at the same rate; every act is timed from its key to the screen that shows what comes next. hall.sh makes the centre, its
 * counters, items and logins in their order. Prints, and says what it cannot do. */
#include <config.h>

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "hall.h"

struct given given;
struct hall hall;
static const struct {
    const char *name;
    double *value;
} names[] = {
    {"postmaster", &given.postmaster}, {"terminals", &given.terminals}, {"each", &given.each},
    {"waiting", &given.waiting},       {"floors", &given.floors},       {"boards", &given.boards},
    {"visits", &given.visits},         {"seconds", &given.seconds},     {"idle", &given.idle},
    {"intake", &given.intake},         {"target", &given.target},
};

double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

double chance(void)
{
    static uint32_t seed = 1;
    seed = seed * 1103515245u + 12345u;
    return (double)(seed >> 16 & 0x7fff) / 0x8000;
}

/* Setting up ---------------------------------------------------------------------------------------------------- */

static bool connect_devices(void)
{
    hall.device_count = 1 + (size_t)given.boards;
    hall.devices = calloc(hall.device_count, sizeof *hall.devices);
    for (size_t i = 0; hall.devices && i < hall.device_count; i++) {
        struct banshi_error error = {0};
        char login[32] = "kiosk1";
        if (i > 0)
            snprintf(login, sizeof login, "board%zu", i);
        if (banshi_open(&hall.devices[i].b, &(struct banshi_options){.application = login}, &error) != 0 ||
            banshi_run(hall.devices[i].b, banshi_session_connect(hall.devices[i].b, login, NULL, NULL, NULL), NULL,
                       &error) != 0) {
            printf("  %s: %s %s\n", login, banshi_error_sentence(error.code), error.detail);
            return false;
        }
        banshi_on_event(hall.devices[i].b, loop_on_event, &hall.devices[i]);
    }
    return hall.devices != NULL;
}

static bool find_items(size_t queues)
{
    PGresult *result = PQexec(hall.owner, "select i.id from banshi.item as i order by i.code");
    hall.items = calloc(queues, sizeof *hall.items);
    bool enough = hall.items && (size_t)PQntuples(result) >= queues;
    for (size_t i = 0; enough && i < queues; i++)
        hall.items[i] = strtoll(PQgetvalue(result, (int)i, 0), NULL, 10);
    if (!enough)
        printf("  %d items instead of %zu %s\n", PQntuples(result), queues, PQerrorMessage(hall.owner));
    PQclear(result);
    return enough;
}

/* What autovacuum does within a minute, and only that: of a partitioned table, the partitions. */
static void analyze(void)
{
    PGresult *result = PQexec(hall.owner, "do $$ declare t regclass; begin "
                                          "for t in select c.oid from pg_class as c "
                                          "where c.relkind = 'r' and c.relnamespace = 'banshi'::regnamespace loop "
                                          "execute format('analyze %s', t); end loop; end $$");
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        printf("  %s", PQerrorMessage(hall.owner));
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
        if (!loop_wait_shown(t, (t->floor ? supervisor : clerk)[i].shown, SHOWN_MS)) {
            if (t->state != GONE)
                terminal_gone(t, "cannot sign on");
            return false;
        }
        terminal_press_keys(t, (t->floor ? supervisor : clerk)[i].keys);
    }
    return true;
}

static bool set_up(const char *home)
{
    size_t queues = (hall.clerks + (size_t)given.each - 1) / (size_t)given.each;
    for (size_t i = 0; i < hall.all; i++)
        hall.terminals[i].fd = -1;
    if (!find_items(queues) || !connect_devices())
        return false;
    for (size_t queue = 0; queue < queues; queue++)
        for (int n = 0; n < (int)given.waiting; n++)
            loop_issue(queue);
    while (hall.under_way > 0)
        loop_turn(now_ms() + 1000);
    analyze();
    for (size_t i = 0; i < hall.all; i++) {
        struct terminal *t = &hall.terminals[i];
        t->floor = i >= hall.clerks;
        t->queue = t->floor ? -1 : (int)(i / (size_t)given.each);
        if (!terminal_start(t, t->floor ? "floor" : "clerk", 1 + (t->floor ? i - hall.clerks : i), home) || !sign_on(t))
            return false;
    }
    return true;
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
        printf("usage: real_hall HOME NAME=VALUE… PROGRAM\n");
        return 2;
    }
    hall.clerks = (size_t)given.terminals;
    hall.all = hall.clerks + (size_t)given.floors;
    hall.terminals = calloc(hall.all, sizeof *hall.terminals);
    hall.owner = PQconnectdb("");
    if (!hall.terminals || PQstatus(hall.owner) != CONNECTION_OK) {
        printf("  %s", PQerrorMessage(hall.owner));
        return 0;
    }
    hall.has_statements = ask("select count(*) from pg_extension where extname = 'pg_stat_statements'") > 0;
    if (set_up(argv[1]))
        measure();
    for (size_t i = 0; i < hall.all; i++)
        if (hall.terminals[i].pid > 0)
            kill(hall.terminals[i].pid, SIGKILL);
    while (wait(NULL) > 0)
        ;
    for (size_t i = 0; i < hall.device_count; i++)
        banshi_close(hall.devices[i].b);
    PQfinish(hall.owner);
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* What is measured: what the kernel and the server count, asked before and after, and the table of it. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hall.h"
#include "processors.h"

enum {
    REPORT_MS = 11000, /* an idle session tells its statistics within ten seconds (PostgreSQL's pgstat.c) */
    ALONE = 10,        /* numbers that are issued one at a time */
    ALONE_MS = 300,    /* with so much time between them */
};

struct used {
    double at, server, programs, here, machine;
};

static struct used used(void)
{
    struct used u = {now_ms() / 1000, processor_time_family((pid_t)given.postmaster), 0,
                     processor_time(getpid(), false, NULL), processor_time_machine()};
    for (size_t i = 0; i < hall.all; i++)
        u.programs += processor_time(hall.terminals[i].pid, false, NULL);
    return u;
}

static struct used since(struct used from)
{
    struct used to = used();
    double s = to.at - from.at;
    return (struct used){s, (to.server - from.server) / s, (to.programs - from.programs) / s, (to.here - from.here) / s,
                         (to.machine - from.machine) / s};
}

double ask(const char *sql)
{
    PGresult *result = PQexec(hall.owner, sql);
    double answer = PQntuples(result) == 1 ? atof(PQgetvalue(result, 0, 0)) : 0;
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        printf("  %s", PQerrorMessage(hall.owner));
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
    for (size_t i = 0; i < hall.all; i++)
        count += group(&hall.terminals[i]) == g;
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
    if (!hall.has_statements)
        return d;
    PGresult *result = PQexec(hall.owner, "select s.userid::regrole::text, sum(s.calls), sum(s.rows) "
                                          "from pg_stat_statements as s group by 1");
    for (int row = 0; row < PQntuples(result); row++)
        for (size_t i = 0; i < hall.all; i++)
            if (strcmp(PQgetvalue(result, row, 0), hall.terminals[i].login) == 0) {
                d.calls[group(&hall.terminals[i])] += atof(PQgetvalue(result, row, 1));
                d.rows[group(&hall.terminals[i])] += atof(PQgetvalue(result, row, 2));
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
        if (!vt_find(&hall.terminals[0].vt, L" waiting, first in line", before, NULL))
            return shown;
        swprintf(text, 64, L" %ld waiting, first in line", wcstol(before, NULL, 10) + 1);
        bool everywhere = loop_issue(0);
        for (size_t i = 0; i < hall.clerks; i++)
            if (hall.terminals[i].queue == 0)
                everywhere = loop_wait_shown(&hall.terminals[i], text, SHOWN_MS) && everywhere;
        shown += everywhere;
        loop_pass(ALONE_MS);
    }
    return shown;
}

/* The table ----------------------------------------------------------------------------------------------------- */

static void tell_visits(struct used load, struct done worked, size_t in_time)
{
    double n = hall.events ? (double)hall.events : 1;
    figure("server, with visits: processors", load.server, given.target);
    figure("all terminals, with visits: processors", load.programs, 0);
    row("server: processor time an event", "–", "%.1f ms",
        load.server * load.at * 1000 / (in_time ? (double)in_time : 1));
    latencies("an act (call, serve, done): key → its terminal shows it", &hall.usual, 5, 20);
    for (enum act act = 0; act < ACTS; act++)
        if (hall.timed[act].count) {
            char what[64];
            snprintf(what, sizeof what, "· %s", acts[act].name);
            latencies(what, &hall.timed[act], 0, 0);
        }
    latencies("call: key → other terminals of the queue show it", &hall.others, 0, 50);
    if (given.floors > 0)
        latencies("call: key → floors show it", &hall.floors, 0, 50);
    if (given.boards > 0)
        latencies("an act alone: key → boards hear of it", &hall.boards, 0, 50);
    if (hall.has_statements) {
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
    for (enum group g = 0; hall.has_statements && g < GROUPS; g++)
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
    row(hall.has_statements ? "idle: statements of all terminals in a minute" : "idle: transactions in a minute", "–",
        "%.0f", (hall.has_statements ? sum(idly.calls) : idly.transactions) / minutes);
    row("idle: rows and index entries read by the server in a minute", "–", "%.0f", idly.read / minutes);
}

void measure(void)
{
    loop_pass(REPORT_MS);
    struct done before = done();
    struct used from = used();
    loop_pass(given.idle * 1000);
    struct used idle = since(from);
    struct done idly = done_since(before);

    before = done();
    size_t shown = numbers_alone();
    loop_pass(REPORT_MS);
    struct done alone = done_since(before);

    before = done();
    hall.events = 0;
    from = used();
    loop_visits(given.seconds);
    struct used load = since(from);
    size_t in_time = hall.events;
    for (size_t busy = 1; busy > 0; loop_turn(now_ms() + 1000)) { /* the last visits end */
        busy = hall.under_way;
        for (size_t i = 0; i < hall.clerks; i++)
            busy += hall.terminals[i].state == PRESSED || hall.terminals[i].state == DWELL;
    }
    loop_pass(REPORT_MS);
    struct done worked = done_since(before);

    printf("  %zu visits begun, %zu ended, %zu could not begin in time; %zu events (acts and numbers)\n", hall.begun,
           hall.ended, hall.late, hall.events);
    line("p50 / p99 (how often)", "measured", "target");
    tell_visits(load, worked, in_time);
    tell_alone(alone, shown);
    tell_idle(idle, idly);
    row("beside it, with visits: this program, all else on the machine", "", "%.2f, %.2f", load.here,
        load.machine - load.server - load.programs - load.here);
    if (!hall.has_statements)
        printf("  pg_stat_statements is not here: transactions are counted, not statements, nor whose they are.\n");
    if (hall.never)
        printf("  %zu times another terminal did not show a call until the visit's end.\n", hall.never);
    if (hall.lost)
        printf(
            "  %zu terminals ended, or did not show within %d s what was pressed: they are in no figure of latency.\n",
            hall.lost, SHOWN_MS / 1000);
    if (hall.refused)
        printf("  %zu of %zu numbers were refused.\n", hall.refused, hall.issued);
}

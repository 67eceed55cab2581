/* SPDX-License-Identifier: MIT */
/* What the files of the hall share. */
#ifndef HALL_H
#define HALL_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <wchar.h>

#include <banshi/banshi.h>

#include "figures.h"
#include "vt.h"

enum { SHOWN_MS = 30000 }; /* an act that is not shown until then never is */

/* What hall.sh says, NAME=VALUE */
struct given {
    double postmaster, terminals, each, waiting, floors, boards, visits, seconds, idle, intake, target;
    const char *program;
};
extern struct given given;

/* The acts of a visit. */
enum act { CALL, SERVE, DONE, INTAKE, TYPE, ACCEPT, BACK, ACTS };
struct act_kind {
    const char *keys;
    const wchar_t *shown; /* then the act is over */
    enum act next;
    const char *name; /* NULL: asks nothing of the server */
};
extern const struct act_kind acts[ACTS];

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

extern struct hall {
    struct terminal *terminals; /* the clerks', then the floors */
    size_t clerks, all;
    struct device *devices; /* the first one is the kiosk */
    size_t device_count;
    int64_t *items; /* of the queues */
    PGconn *owner;
    bool has_statements;
    double lone; /* when the act began that is the only one under way */
    size_t under_way, issued, refused, never, lost, begun, ended, late, events;
    struct samples timed[ACTS], usual, others, floors, boards;
} hall;

double now_ms(void);
/* A number from 0 to 1, the same ones in every run. */
double chance(void);

/* terminal.c: start the program there; press keys, or those of an act; read what it shows. It is no longer there, or of no use. */
bool terminal_start(struct terminal *t, const char *kind, size_t number, const char *home);
void terminal_press_keys(struct terminal *t, const char *keys);
void terminal_press(struct terminal *t, enum act act);
void terminal_read(struct terminal *t);
void terminal_gone(struct terminal *t, const char *why);

/* loop.c: read and press what is due, at most until then; for so long; until the terminal shows the text. */
void loop_turn(double until);
void loop_pass(double ms);
bool loop_wait_shown(struct terminal *t, const wchar_t *text, double most);
/* A number of that queue, by the kiosk. */
bool loop_issue(size_t queue);
/* What a device hears of. */
void loop_on_event(void *closure, const struct banshi_event *event);
/* Visits and numbers, by the clock. */
void loop_visits(double seconds);

/* measure.c: ask the server for a number; measure all, and tell it. */
double ask(const char *sql);
void measure(void);

#endif

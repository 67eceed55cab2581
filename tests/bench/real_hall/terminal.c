/* SPDX-License-Identifier: MIT */
/* The terminals: acts by keys, each timed until its screen shows what comes next, and calls until others show them. */
#include <config.h>

#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hall.h"

enum { DWELL_MS = 1000 }; /* on average between two acts of a visit */

const struct act_kind acts[ACTS] = {
    [CALL] = {"\r", L"→ The person is here", SERVE, "call"},
    [SERVE] = {"\r", L"→ Finish the visit", DONE, "serve"},
    [DONE] = {"\r", L"→ Call the next number", ACTS, "done"},
    [INTAKE] = {"\r", L"Identity number", TYPE, "intake, the form"},
    [TYPE] = {"周八\r\r530111199001010016\r13888880001\033[19~", L"All materials are marked", ACCEPT, NULL},
    [ACCEPT] = {"\x13", L"printed: ", BACK, "acceptance with its document"},
    [BACK] = {"\r", L"→ Finish the visit", DONE, NULL},
};

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
    for (size_t i = 0; i < hall.all; i++) {
        const struct terminal *o = &hall.terminals[i];
        bool watched =
            o != t && (o->floor ? !shows_call(o, call) : o->queue == t->queue && shows_list(o) && shows_call(o, call));
        call->seen[i] = watched ? AWAITED : UNWATCHED;
    }
}

static void calls_look(const struct terminal *t, double at)
{
    size_t i = (size_t)(t - hall.terminals);
    for (size_t k = 0; k < hall.clerks; k++) {
        struct call *call = &hall.terminals[k].call;
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
    for (size_t i = 0; call->open && call->sure && i < hall.all; i++) {
        if (call->seen[i] > 0)
            add(hall.terminals[i].floor ? &hall.floors : &hall.others, call->seen[i]);
        else if (call->seen[i] == AWAITED &&
                 !hall.terminals[i].floor) /* a floor's list may be longer than its screen */
            hall.never++;
    }
    call->open = false;
}

/* Terminals ----------------------------------------------------------------------------------------------------- */

void terminal_gone(struct terminal *t, const char *why)
{
    if (hall.lost++ == 0) {
        printf("  %s %s; its screen:\n", t->login, why);
        vt_print(&t->vt);
    }
    hall.under_way -= t->state == PRESSED && acts[t->act].name;
    t->state = GONE;
    t->call.open = false;
}

void terminal_press_keys(struct terminal *t, const char *keys)
{
    for (size_t n = strlen(keys); n > 0;) {
        ssize_t sent = write(t->fd, keys, n);
        if (sent <= 0) {
            terminal_gone(t, "takes no keys");
            return;
        }
        keys += sent;
        n -= (size_t)sent;
    }
}

void terminal_press(struct terminal *t, enum act act)
{
    double at = now_ms();
    if (act == CALL)
        call_begin(t, at);
    if (act == DONE)
        call_end(t);
    if (acts[act].name) {
        hall.events++;
        hall.lone = hall.under_way++ == 0 ? at : 0;
    }
    t->state = PRESSED;
    t->act = act;
    t->at = at;
    terminal_press_keys(t, acts[act].keys);
}

static void acted(struct terminal *t, double at)
{
    enum act act = t->act;
    if (acts[act].name) {
        hall.under_way--;
        add(&hall.timed[act], at - t->at);
        if (act <= DONE)
            add(&hall.usual, at - t->at);
    }
    t->act = acts[act].next;
    if (act == CALL) {
        wchar_t called[32];
        swprintf(called, 32, L"%ls  called", t->call.number);
        t->call.sure = vt_shows(&t->vt, called);
        if (vt_shows(&t->vt, L"take in the application"))
            t->act = INTAKE;
    }
    hall.ended += t->act == ACTS;
    t->state = t->act == ACTS ? REST : DWELL;
    t->at = at + DWELL_MS * (0.5 + chance());
}

void terminal_read(struct terminal *t)
{
    char bytes[65536];
    ssize_t n = read(t->fd, bytes, sizeof bytes);
    if (n <= 0) {
        close(t->fd);
        t->fd = -1;
        terminal_gone(t, "has ended");
        return;
    }
    vt_feed(&t->vt, bytes, (size_t)n);
    double at = now_ms();
    if (t->state == PRESSED && vt_shows(&t->vt, acts[t->act].shown))
        acted(t, at);
    calls_look(t, at);
}

bool terminal_start(struct terminal *t, const char *kind, size_t number, const char *home)
{
    struct winsize size = {.ws_row = t->floor ? 43 : 24, .ws_col = t->floor ? 132 : 80};
    snprintf(t->login, sizeof t->login, "%s%zu", kind, number);
    vt_open(&t->vt, size.ws_row, size.ws_col);
    t->call.seen = calloc(hall.all, sizeof *t->call.seen);
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

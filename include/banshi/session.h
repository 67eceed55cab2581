/* SPDX-License-Identifier: MIT */
/* The handle, its event loop, operations, and signing on.
 *
 * The library never blocks, prints or exits, and lives in anyone's poll loop: ask for descriptors and a time-out,
 * poll, call banshi_process. Only banshi_run waits, for programs without a loop. One handle, one thread. */
#ifndef BANSHI_SESSION_H
#define BANSHI_SESSION_H

#include <banshi/error.h>
#include <banshi/rows.h>
#include <poll.h>

struct banshi;    /* a session with a centre's database */
struct banshi_op; /* an operation under way */

/* Log line from the library: level as in syslog(3) (3 error … 7 debug), UTF-8 without a newline, never personal data. */
typedef void banshi_log_fn(void *closure, int level, const char *line);

/* Completion of an operation, called once from banshi_process (never from the call that started it) unless the
 * operation is cancelled. error->code is 0 on success; rows are lent, NULL on error; both end with the call. */
typedef void banshi_done_fn(void *closure, const struct banshi_error *error, const struct banshi_rows *rows);

/* What can change. */
enum banshi_concept {
    BANSHI_CONCEPT_ALL, /* anything: after a reconnection, or when something went unheard */
#define CONCEPT(name, payload) BANSHI_CONCEPT_##name,
#include <banshi/concept.def>
#undef CONCEPT
    BANSHI_CONCEPTS /* how many there are */
};

/* Something changed in the centre. Several changes of one thing may come as one, and what comes may be a mistake or a lie, since
 * every login can notify: it says what is worth reading again, and nothing more. Lent until the callback returns. */
struct banshi_event {
    enum banshi_concept concept;
    int64_t id; /* of what changed; 0: anything of the concept */
    /* What it is about, as far as it is about one; else 0: the queue, the counter, the department. */
    int64_t queue, counter, department;
    const char *state; /* the state that it has now, "": none */
};
typedef void banshi_event_fn(void *closure, const struct banshi_event *event);

struct banshi_options {
    const char *conninfo;    /* libpq connection string or URI, multi-host and service= as they are; NULL: PGHOST,
                                PGSERVICE or BANSHI_CONNINFO if set, else the embedded private server */
    const char *state_dir;   /* of the embedded server; NULL: BANSHI_STATE_DIR, else /var/lib/banshi as root, else
                                $XDG_STATE_HOME/banshi, ~/.local/state/banshi */
    const char *application; /* application_name, "banshi" if NULL */
    banshi_log_fn *log;      /* may be NULL */
    void *log_closure;
};

/* New handle, not connected. Starts the embedded server when no other is configured. 0 or BANSHI_ENOMEM, _ELOCAL,
 * _EINVALID (unparsable conninfo). Close frees it, drops operations without completing them, and stops the embedded
 * server if this was its last user; NULL is fine. */
int banshi_open(struct banshi **ret_b, const struct banshi_options *options, struct banshi_error *error);
void banshi_close(struct banshi *b);

/* Fill at most n pollfds; returns how many it wants (which may exceed n: then call again with more room). */
size_t banshi_pollfds(struct banshi *b, struct pollfd *fds, size_t n);
/* Milliseconds until banshi_process wants to be called in any case; -1: never. */
int banshi_timeout(struct banshi *b);
/* Do what is ready without blocking; completes operations and delivers events. */
void banshi_process(struct banshi *b);

/* Wait until op is complete, processing all else too. Returns its code; *ret_rows (may be NULL) belongs to the
 * caller (banshi_rows_free) and is untouched on error. op was started with a NULL callback. */
int banshi_run(struct banshi *b, struct banshi_op *op, const struct banshi_rows **ret_rows, struct banshi_error *error);
/* Forget the operation: its callback is not called. A write that has been sent may still happen: the same
 * operation id tells. When the server has been silent for two seconds, the connection is made anew, so that the
 * next operation need not wait for this one. NULL is fine. */
void banshi_cancel(struct banshi_op *op);
/* How far a long operation is, such as printing many papers; false: it does not say. */
bool banshi_progress(const struct banshi_op *op, size_t *ret_done, size_t *ret_total);

enum banshi_link { BANSHI_OFFLINE, BANSHI_CONNECTING, BANSHI_ONLINE, BANSHI_LOST };
/* State of the connection, and since when (monotonic seconds ago, rounded down) it is in it; BANSHI_LOST is also
 * reported when the server has not answered the operation under way for two seconds. */
enum banshi_link banshi_link_state(const struct banshi *b, int *ret_seconds);

/* Whom to tell what changed; fn NULL: nobody. */
void banshi_on_event(struct banshi *b, banshi_event_fn *fn, void *closure);

/* A new random operation id (UUID, RFC 9562), 36 characters and NUL. Every write takes one: the same id again gives
 * the stored result and does nothing twice. A NULL id lets the library make one. */
#define BANSHI_OPID_SIZE 37
void banshi_opid(char ret_id[BANSHI_OPID_SIZE]);

/* Who is signed on, and where. */
struct banshi_session {
    int64_t staff;
    const char *login, *name, *department; /* [Login] [Name] [Department] */
    const char *role;                      /* [Role] one of banshi_word_staff_role */
    int64_t centre;
    const char *centre_name, *time_zone; /* [Centre] */
    int64_t counter;                     /* 0: not at a counter */
    const char *counter_name;            /* [Counter] */
    const char *counter_state;           /* [State] one of banshi_word_counter_state */
    bool party_member;                   /* the dress list asks for the party badge (norm 1.1) */
    banshi_time now;                     /* [Now] */
};
extern const struct banshi_shape banshi_session_shape;

/* Connect and authenticate; user NULL: from the connection string or the OS; password NULL: from the password file
 * (libpq's passfile), which the embedded server provides. Keeps reconnecting with back-off after the first success;
 * the first attempt fails with BANSHI_EAUTH, _ECONNECT, _EVERSION or _EOLDER. Rows: one session. */
struct banshi_op *banshi_session_connect(struct banshi *b, const char *user, const char *password, banshi_done_fn *fn,
                                         void *closure);
/* The present session. Rows: one session. */
struct banshi_op *banshi_session_show(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Open a counter for oneself with the appearance self-check (norms 1.1–1.3): dress is a JSON object of answers
 * {"badge":true,"party_badge":true,"uniform":true,"grooming":true}, stored with the shift. BANSHI_ECOUNTER if
 * somebody else is at it. Signing on again to the same counter continues the shift. Rows: one session. */
struct banshi_op *banshi_session_sign_on(struct banshi *b, const char *opid, int64_t counter, const char *dress,
                                         banshi_done_fn *fn, void *closure);
/* Close the counter and the shift. BANSHI_EACTIVE while a number is in hand. Rows: one session. */
struct banshi_op *banshi_session_sign_off(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);

#endif

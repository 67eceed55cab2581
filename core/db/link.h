/* SPDX-License-Identifier: MIT */
/* The connection: made, set up, lost and made again without ever blocking. */
#ifndef BANSHI_CORE_LINK_H
#define BANSHI_CORE_LINK_H

#include <banshi/session.h>

enum link_stage {
    LINK_IDLE,       /* nobody has asked for a connection */
    LINK_CONNECTING, /* libpq is at it */
    LINK_SETTING_UP, /* settings, version, session, listen */
    LINK_READY,
    LINK_BUSY,    /* a statement is under way */
    LINK_PROBING, /* nothing was heard for long: is the server still there? */
    LINK_WAITING  /* for the next attempt */
};

/* LINK_SILENT_MS: how long the server may say nothing before it counts as lost to who waits for it. */
enum { LINK_SILENT_MS = 2000 };

struct link {
    enum link_stage stage;
    void *conn; /* PGconn */
    char *conninfo, *user, *password;
    bool owner;     /* without a session of staff */
    bool connected; /* has been once: keep reconnecting */
    int step;       /* of the setting up (setup.c) */
    short events;   /* poll for */
    int64_t since;  /* in this state of the link for people */
    int64_t deadline, sent_at, heard_at;
    enum banshi_link shown;
    int attempts;
    int host_count, silent_hosts; /* of the first connection */
    char *hosts[3];               /* host, hostaddr, port, turned round after a time-out; NULL: as given */
    char **prepared;
    size_t prepared_count;
    bool preparing, flushing;
    bool outgrown;               /* the statement under way was prepared for tables that are others now */
    bool given_up;               /* somebody no longer waits: a server that stays silent is left */
    int64_t centre;              /* of the session */
    struct banshi_rows *session; /* of the setting up */
};

struct banshi_op;

/* Start connecting for an operation of the kind OP_CONNECT, which finishes when the session is there. */
void link_connect(struct banshi *b);
/* What poll(2) should wait for; descriptor -1: none. */
int link_descriptor(const struct banshi *b);
/* Milliseconds (monotonic) of the next thing to do in any case; 0: none. */
int64_t link_wakeup(const struct banshi *b);
/* The operation that has been sent and is not answered; NULL: none. */
struct banshi_op *link_under_way(const struct banshi *b);
/* An operation was cancelled: once the server has been silent for LINK_SILENT_MS, go on over another connection. */
void link_give_up(struct banshi *b);
/* Has the server been silent for too long since it was asked? */
bool link_silent(const struct banshi *b);
/* The connection is no more (or never was): try again later, or report when it is the first. */
void link_lost(struct banshi *b, const char *why);
/* It is set up: what waited for it goes on, and whoever asked for it is answered with the session. */
void link_found(struct banshi *b);
/* It cannot be set up: whoever asked for it is told why. */
void link_refused(struct banshi *b, const struct banshi_error *error);
/* Do what is ready. */
void link_process(struct banshi *b);
/* 0, or BANSHI_EINVALID when the string cannot be parsed. */
int link_check(const char *conninfo, struct banshi_error *error);
/* The verifier of a password for the server of this connection; malloced. */
int link_verifier(const struct link *l, const char *login, const char *password, char **ret_verifier,
                  struct banshi_error *error);
void link_close(struct banshi *b);

/* The schema's owner is inherited by no login: a statement that becomes it, for a login that may; a superuser need not. */
#define OWNER_ROLE \
    "select set_config('role', r.rolname, false) from pg_catalog.pg_roles as r where r.rolname = 'banshi_owner'" \
    " and pg_catalog.pg_has_role(session_user, r.oid, 'member')" \
    " and not (select u.rolsuper from pg_catalog.pg_roles as u where u.rolname = session_user)"

#endif

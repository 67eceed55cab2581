/* SPDX-License-Identifier: MIT */
/* The centre's database: migrations, its settings, and the embedded private server. */
#ifndef BANSHI_CENTRE_H
#define BANSHI_CENTRE_H

#include <banshi/session.h>

/* One migration step taken. */
struct banshi_migration {
    const char *file;    /* [File] */
    const char *outcome; /* [Outcome] applied, present */
};
extern const struct banshi_shape banshi_migration_shape;
/* Bring the database up to this program, in one transaction: the numbered files of tables that are missing, then all code made
 * again. One at a time, under a lock that nobody else can take. Connect as the owner first, with banshi_centre_owner.
 * BANSHI_EVERSION when the database is newer, BANSHI_EEDITED when a file was applied in another form. Rows: migrations. */
struct banshi_op *banshi_centre_migrate(struct banshi *b, banshi_done_fn *fn, void *closure);
/* A part of what makes a version, here and in the database ("" without one). */
struct banshi_version {
    const char *part;               /* [Part] release; schema: number of the last file; interface, code: digests */
    const char *program, *database; /* [Program] [Database] */
};
extern const struct banshi_shape banshi_version_shape;
/* The versions of the program and of the database; as the owner. Clients are stopped by another schema or interface alone.
 * Rows: versions. */
struct banshi_op *banshi_centre_version(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Connect without a session of staff: for migrating and first set-up. Rows: none. */
struct banshi_op *banshi_centre_owner(struct banshi *b, const char *user, const char *password, banshi_done_fn *fn,
                                      void *closure);
/* A centre and its settings. */
struct banshi_centre {
    int64_t id;
    const char *name, *organ, *region, *time_zone;     /* [Name] [Organ] [Region] [Time zone] */
    const char *phone, *address, *review_body, *court; /* [Telephone] [Address] [Administrative review] [Court] */
    int64_t recall_limit, supplement_days;             /* [Calls of a number] [Days for a supplement] */
    const char *restore_policy; /* [Skipped numbers return] one of banshi_word_centre_restore_policy */
    const char *issue_policy;   /* [Numbers are given] one of banshi_word_centre_issue_policy */
    int64_t issue_early;        /* [Minutes before opening] before the first session, from which on there are numbers */
    int64_t idle_minutes;       /* [Minutes without a call] from then on something is wrong on the floor, see floor.h */
    int64_t wait_warn, wait_limit; /* [Yellow from minutes] [Red from minutes] of waiting in a queue */
    int64_t form_limit;            /* [Largest form (KiB)] the largest blank or sample form of a material */
};
extern const struct banshi_shape banshi_centre_shape;
/* Settings from a JSON object (name, region, time_zone, organ, phone, address, review_body, court, …), which makes the centre
 * when there is none; as the owner or an administrator. And what they are. Rows: one centre. */
struct banshi_op *banshi_centre_set(struct banshi *b, const char *opid, const char *json, banshi_done_fn *fn,
                                    void *closure);
struct banshi_op *banshi_centre_show(struct banshi *b, banshi_done_fn *fn, void *closure);

/* Departments (部门) with counters or items in the centre. */
struct banshi_department {
    int64_t id;
    const char *name;  /* [Name] */
    const char *organ; /* [Organ] full name of the organ that decides, "" is the centre's */
    const char *phone; /* [Telephone] */
};
extern const struct banshi_shape banshi_department_shape;
/* All departments, by name. Rows: departments. */
struct banshi_op *banshi_department_list(struct banshi *b, banshi_done_fn *fn, void *closure);

/* The embedded server (state_dir: as in banshi_options): keep it running after the last user (on), let it stop with the last user
 * (off). This and what follows: 0 or BANSHI_ELOCAL. */
int banshi_local_keep(const char *state_dir, bool on, struct banshi_error *error);
/* Does it run, and is it to be kept running; where its socket, its data and its log are. */
struct banshi_local {
    bool running, keep;
    char socket_dir[108], data_dir[1024], log[1024];
};
int banshi_local_status(const char *state_dir, struct banshi_local *ret, struct banshi_error *error);
/* Stop it and remove its database with all that is in it: for demos. BANSHI_EBUSY while another program uses it. */
int banshi_local_discard(const char *state_dir, struct banshi_error *error);

/* Keep a login's password in the embedded server's password file (0600), so that this user signs on without typing
 * it: for demos. BANSHI_EINVALID when it has a colon, backslash or newline. */
int banshi_local_remember(const char *state_dir, const char *login, const char *password, struct banshi_error *error);

#endif

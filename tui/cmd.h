/* SPDX-License-Identifier: MIT */
/* Commands: `banshi <noun> <verb>`. A noun is a file in tui/cmd with a struct cmd; its verbs are functions. */
#ifndef BANSHI_TUI_CMD_H
#define BANSHI_TUI_CMD_H

#include <banshi/banshi.h>

/* Exit status. */
enum { EXIT_FINE, EXIT_REFUSED, EXIT_USAGE, EXIT_NONE, EXIT_CONNECT, EXIT_FILE, EXIT_OTHER };

/* Options that any verb may use: --name value. */
struct cmd_options {
    const char *conninfo, *user, *state_dir, *opid;
    bool json;
    const char *item, *priority, *proof, *phone, *purpose, *queue, *counter, *reason;
    const char *name, *id_number, *id_kind, *kind, *agent, *agent_id, *agent_phone, *authority;
    const char *delivery, *note, *basis, *organ, *outcome, *days, *override_reason, *limit;
    const char *department, *zone;
    bool party, no_party, hours, csv;
    const char *case_number, *ticket, *wait;
    bool all_received, end, assistance, keep, again, gb18030, mine, unified, status;
};

/* One command line being carried out. */
struct cmd_run {
    struct cmd_options options;
    const char *const *args;
    int count;
    struct banshi *b; /* open, and signed on when the verb wants that */
    const struct banshi_rows *session;
};

struct cmd_verb {
    const char *name, *usage; /* usage: what follows the verb */
    const char *summary;      /* message id */
    int least, most;          /* arguments; most -1: any number */
    int (*run)(struct cmd_run *run);
};

/* Whom the program connects as before a verb runs: staff, the owner of the database, or the verb sees to it. */
enum cmd_role { CMD_STAFF, CMD_OWNER, CMD_NOBODY };

struct cmd {
    const char *name, *summary;
    enum cmd_role role;
    const struct cmd_verb *verbs; /* name NULL ends; a first verb with the name "" is the noun alone */
};
extern const struct cmd *const cmd_registry[];

/* Connect; as staff a password is asked for on the terminal when one is needed. Exit status. */
int cmd_connect(struct cmd_run *run, enum cmd_role role);
void cmd_disconnect(struct cmd_run *run);
/* Wait for the operation and print its rows, as a table, CSV or JSON; single: one record. Exit status. */
int cmd_print(struct cmd_run *run, struct banshi_op *op, bool single);
/* Wait for the operation; its rows belong to the caller. Exit status, the error printed. */
int cmd_wait(struct cmd_run *run, struct banshi_op *op, const struct banshi_rows **ret_rows);
int cmd_fail(const struct banshi_error *error);
void cmd_print_rows(const struct cmd_run *run, const struct banshi_rows *rows, bool single);
/* Today's ticket by number, or a number of the catalogue's items by id, code, or a name that only one has; 0 with the
 * exit status in *ret_status. */
int64_t cmd_find_ticket(struct cmd_run *run, const char *number, int *ret_status);
int64_t cmd_find_item(struct cmd_run *run, const char *text, int *ret_status);
/* Print papers; what a printer says about a job that waits goes to standard error. Exit status. */
int cmd_paper(struct cmd_run *run, const struct banshi_paper *papers, size_t count, const char *destination);
/* The same for all documents of days, which are counted as printed; EXIT_NONE when there are none. */
int cmd_print_register(struct cmd_run *run, banshi_date first, banshi_date last, const char *destination);
/* Rows as a table in a file, or under a title on paper, by what the destination is. Exit status. */
int cmd_export(struct cmd_run *run, const struct banshi_rows *rows, const char *title, const char *destination);
/* A queue by id, its letters or its name. */
int64_t cmd_find_queue(struct cmd_run *run, const char *text, int *ret_status);
/* A counter by id, or by its label. */
int64_t cmd_find_counter(struct cmd_run *run, const char *text, int *ret_status);
/* A whole number from least to most (INT64_MAX: no bound) of an option ("--days") or of an argument as the usage calls it
 * ("WEEKDAY"); false after a message that names it, the value and the range. */
bool cmd_number(const char *name, const char *text, int64_t least, int64_t most, int64_t *ret);
/* A record's id. */
bool cmd_id(const char *name, const char *text, int64_t *ret);
/* One of the values and its place among them; NULL text is the first. False after a message that names the option or
 * argument, what was given and what there is. */
bool cmd_choice(const char *name, const char *text, const struct banshi_word *choices, size_t *ret);
/* A day like 2026-09-30; the first day of a month like 2026-09; the first and last day of either. False after a message. */
bool cmd_day(const char *text, banshi_date *ret);
bool cmd_month(const char *text, banshi_date *ret);
bool cmd_days(const char *text, banshi_date *ret_first, banshi_date *ret_last);
/* The appearance self-check with all in order, as signing on takes it. */
enum { CMD_DRESS = 512 };
const char *cmd_dress(char ret[CMD_DRESS]);
/* A bar on a terminal's standard error. */
void cmd_progress(void *closure, size_t done, size_t total);

#endif

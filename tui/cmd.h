/* SPDX-License-Identifier: MIT */
/* Commands: `banshi <noun> <verb>`. A noun is a file in tui/cmd with a struct cmd; its verbs are functions, and declare the
 * options and arguments that they take. Reading a command line, usage, manual and completion all follow from that. */
#ifndef BANSHI_TUI_CMD_H
#define BANSHI_TUI_CMD_H

#include <stdio.h>

#include <banshi/banshi.h>

/* Exit status. */
enum { EXIT_FINE, EXIT_REFUSED, EXIT_USAGE, EXIT_NONE, EXIT_CONNECT, EXIT_FILE, EXIT_OTHER };

/* Declarations ------------------------------------------------------------------------------------------------- */

/* What an option or argument takes: CMD_FILE is what completion offers files for, a printer may stand there, too. */
enum cmd_kind { CMD_TEXT, CMD_NUMBER, CMD_DATE, CMD_CODE, CMD_FILE, CMD_FLAG };
/* How exact a date may be: 2026-09-30, 2026-09, 2026; can be joined. */
enum { CMD_DAY = 1, CMD_MONTH = 2, CMD_YEAR = 4 };
/* Most options and arguments of one verb. */
enum { CMD_PARAMS_MOST = 24 };

/* One option ("--days"), field ("mode=") or argument ("CASE"), told apart by its name. */
struct cmd_param {
    const char *name;
    enum cmd_kind kind;
    const char *help;                /* message id */
    const char *value;               /* what usage calls the value, instead of listing the codes; NULL: by its kind */
    bool required;                   /* an argument that is not has none after it that is */
    bool or_next;                    /* this or the next one, not both; when required, one of them */
    bool with_next;                  /* this and the next one, or neither */
    bool many;                       /* the last argument, any number of times */
    int64_t least, most;             /* of a number; most 0: no bound */
    int exact;                       /* of a date */
    const struct banshi_word *codes; /* of a code; of other kinds, words that may stand in place of a value */
    const char *otherwise;           /* what is taken when nothing is said */
    char letter;                     /* "-U" for "--user" */
};
bool cmd_is_option(const struct cmd_param *param);
bool cmd_is_field(const struct cmd_param *param);
bool cmd_is_argument(const struct cmd_param *param);
/* The first of these codes, or what is left of them, that can be typed: the empty one is what is not said. NULL: no more. */
const struct banshi_word *cmd_codes(const struct banshi_word *codes);
/* A list of them, in place. */
#define CMD_PARAMS(...) ((const struct cmd_param[]){__VA_ARGS__, {0}})
/* Those that several nouns have. */
#define CMD_CASE "CASE", CMD_TEXT, .help = N_("number of the case"), .required = true
#define CMD_ITEM "ITEM", CMD_TEXT, .help = N_("the item: code, name, pinyin initials or id"), .required = true
#define CMD_DESTINATION \
    "DESTINATION", CMD_FILE, .help = N_("FILE.pdf, FILE.csv, FILE.xlsx, printer:NAME or ipp://…"), .required = true
#define CMD_WAIT "--wait", CMD_NUMBER, .help = N_("how long to wait for the printer"), .value = "SECONDS", .most = 3600
#define CMD_GB18030 "--gb18030", CMD_FLAG, .help = N_("CSV in GB 18030 instead of UTF-8")

struct cmd_run;
struct cmd_verb {
    const char *name;    /* "": the noun alone */
    const char *summary; /* message id */
    int (*run)(struct cmd_run *run);
    const struct cmd_param *params; /* name NULL ends; NULL: none */
};

/* Whom the program connects as before a verb runs: staff, the owner of the database, or the verb sees to it. */
enum cmd_role { CMD_STAFF, CMD_OWNER, CMD_NOBODY };

struct cmd {
    const char *name, *summary;
    enum cmd_role role;
    bool hidden;                  /* for shells, not for people */
    const struct cmd_verb *verbs; /* name NULL ends */
};
extern const struct cmd *const cmd_registry[];
/* The options of every command. */
extern const struct cmd_param cmd_globals[];

const struct cmd *cmd_find(const char *noun);
const struct cmd_verb *cmd_find_verb(const struct cmd *noun, const char *name);
/* An option of the verb (may be NULL) or of every command by its name, or by a beginning that no other one has; what follows
 * a '=' plays no part. And one of every command by its letter. NULL: none. */
const struct cmd_param *cmd_find_option(const struct cmd_verb *verb, const char *name);
const struct cmd_param *cmd_find_letter(char letter);
/* Which command a line is about, as far as it says: noun and verb, and where their words are (-1: nowhere). A second word that
 * is no verb of the noun is an argument, or wrong when the noun alone is no command. */
struct cmd_found {
    const struct cmd *noun;
    const struct cmd_verb *verb;
    int noun_at, verb_at;
    bool help, version; /* is asked for */
};
struct cmd_found cmd_find_command(int count, const char *const *words);

/* Reading a command line --------------------------------------------------------------------------------------- */

/* What was said for an option, field or argument. */
struct cmd_value {
    const char *text; /* as typed; NULL: not said */
    int64_t number;
    banshi_date first, last; /* the days of a date; 0 when a word stands in its place */
};

/* What was said for the options of every command. */
struct cmd_options {
    const char *conninfo, *user, *state_dir, *opid;
    bool json, csv, help, version;
};

/* One command line being carried out. */
struct cmd_run {
    struct cmd_options options;
    const struct cmd *noun;
    const struct cmd_verb *verb;
    struct cmd_value values[CMD_PARAMS_MOST]; /* by the verb's params */
    const char *const *many; /* what was said for the argument that can be there many times, or all fields */
    size_t many_count;
    struct banshi *b; /* open, and signed on when the noun wants that */
    const struct banshi_rows *session;
};

/* Find noun and verb, both NULL when nothing is named, and read all that was said. The line belongs to the caller, and its words
 * are put in another order. With --help or --version nothing else is checked. Exit status, after a message that says what is wrong,
 * where, and what is possible. */
int cmd_read(struct cmd_run *run, int count, char **words);

/* Of what a verb declares, by name: what was said, or is taken otherwise. Text: NULL when there is neither. */
bool cmd_given(const struct cmd_run *run, const char *name);
const char *cmd_text(const struct cmd_run *run, const char *name);
const char *cmd_text_or(const struct cmd_run *run, const char *name, const char *otherwise);
int64_t cmd_number(const struct cmd_run *run, const char *name);
/* The first and last day of a date. */
banshi_date cmd_first(const struct cmd_run *run, const char *name);
banshi_date cmd_last(const struct cmd_run *run, const char *name);

/* Saying what can be said --------------------------------------------------------------------------------------- */

/* "case decide CASE --outcome …", in lines of at most so many columns; what follows the first is indented. */
void cmd_usage(FILE *out, const struct cmd *noun, const struct cmd_verb *verb, const char *before, int columns);
/* Help: noun NULL of all, verb NULL of a noun. */
void cmd_explain(const struct cmd *noun, const struct cmd_verb *verb);
/* The options of every command and all commands as parts of the manual page, in mdoc(7), each after its "@NAME@". */
void cmd_manual(void);
/* What may stand in place of the last word, a line each: the word, a tab, what it is. An empty word: names of files. */
void cmd_complete(const char *const *words, size_t count);

/* Carrying it out ----------------------------------------------------------------------------------------------- */

/* Connect; as staff a password is asked for on the terminal when one is needed. Exit status. */
int cmd_connect(struct cmd_run *run, enum cmd_role role);
void cmd_disconnect(struct cmd_run *run);
/* Wait for the operation and print its rows, as a table, CSV or JSON; single: one record. Exit status. */
int cmd_print(struct cmd_run *run, struct banshi_op *op, bool single);
/* Wait for the operation; its rows belong to the caller. Exit status, the error printed. */
int cmd_wait(struct cmd_run *run, struct banshi_op *op, const struct banshi_rows **ret_rows);
int cmd_fail(const struct banshi_error *error);
void cmd_print_rows(const struct cmd_run *run, const struct banshi_rows *rows, bool single);
/* Today's ticket by number, a case by number, an item by id, code, or a name that only one has; 0 with the exit status in
 * *ret_status. */
int64_t cmd_find_ticket(struct cmd_run *run, const char *number, int *ret_status);
int64_t cmd_find_case(struct cmd_run *run, const char *number, int *ret_status);
int64_t cmd_find_item(struct cmd_run *run, const char *text, int *ret_status);
/* A queue by id, its letters or its name. */
int64_t cmd_find_queue(struct cmd_run *run, const char *text, int *ret_status);
/* A counter by id, or by its label. */
int64_t cmd_find_counter(struct cmd_run *run, const char *text, int *ret_status);
/* The appearance self-check with all in order, as signing on takes it. */
enum { CMD_DRESS = 512 };
const char *cmd_dress(char ret[CMD_DRESS]);
/* A bar on a terminal's standard error. */
void cmd_progress(void *closure, size_t done, size_t total);

/* For verbs that declare CMD_WAIT. Print papers; what a printer says about a job that waits goes to standard error. Exit status. */
int cmd_paper(struct cmd_run *run, const struct banshi_paper *papers, size_t count, const char *destination);
/* The same for all documents of days, which are counted as printed; EXIT_NONE when there are none. */
int cmd_print_register(struct cmd_run *run, banshi_date first, banshi_date last, const char *destination);
/* Rows as a table in a file, or under a title on paper, by what the destination is. For verbs that declare CMD_GB18030, too. */
int cmd_export(struct cmd_run *run, const struct banshi_rows *rows, const char *title, const char *destination);

#endif

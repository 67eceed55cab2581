/* SPDX-License-Identifier: MIT */
/* banshi: the full-screen program without arguments, else a command. */
#include <config.h>

#include <getopt.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "cmd.h"
#include "i18n.h"
#include "kit/text.h"

enum kind { TEXT, FLAG };

/* The options of all verbs, and where their values go. */
static const struct {
    const char *name;
    char letter;
    enum kind kind;
    size_t offset;
    const char *help; /* message id; NULL: explained with the verbs */
} options[] = {
#define OPTION(name, letter, kind, member, help) \
    { \
        name, letter, kind, offsetof(struct cmd_options, member), help \
    }
    OPTION("conninfo", 'd', TEXT, conninfo, N_("connection string of the server; else the embedded one")),
    OPTION("user", 'U', TEXT, user, N_("login")),
    OPTION("state-dir", 0, TEXT, state_dir, N_("folder of the embedded server")),
    OPTION("json", 0, FLAG, json, N_("answer in JSON")),
    OPTION("csv", 0, FLAG, csv, N_("answer in CSV, for spreadsheets")),
    OPTION("opid", 0, TEXT, opid, N_("operation id (UUID): the same one again changes nothing twice")),
    OPTION("item", 0, TEXT, item, NULL),
    OPTION("priority", 0, TEXT, priority, NULL),
    OPTION("proof", 0, TEXT, proof, NULL),
    OPTION("phone", 0, TEXT, phone, NULL),
    OPTION("purpose", 0, TEXT, purpose, NULL),
    OPTION("queue", 0, TEXT, queue, NULL),
    OPTION("counter", 0, TEXT, counter, NULL),
    OPTION("reason", 0, TEXT, reason, NULL),
    OPTION("name", 0, TEXT, name, NULL),
    OPTION("id", 0, TEXT, id_number, NULL),
    OPTION("id-kind", 0, TEXT, id_kind, NULL),
    OPTION("kind", 0, TEXT, kind, NULL),
    OPTION("agent", 0, TEXT, agent, NULL),
    OPTION("agent-id", 0, TEXT, agent_id, NULL),
    OPTION("agent-phone", 0, TEXT, agent_phone, NULL),
    OPTION("authority", 0, TEXT, authority, NULL),
    OPTION("delivery", 0, TEXT, delivery, NULL),
    OPTION("note", 0, TEXT, note, NULL),
    OPTION("basis", 0, TEXT, basis, NULL),
    OPTION("organ", 0, TEXT, organ, NULL),
    OPTION("outcome", 0, TEXT, outcome, NULL),
    OPTION("days", 0, TEXT, days, NULL),
    OPTION("override", 0, TEXT, override_reason, NULL),
    OPTION("limit", 0, TEXT, limit, NULL),
    OPTION("department", 0, TEXT, department, NULL),
    OPTION("zone", 0, TEXT, zone, NULL),
    OPTION("hours", 0, FLAG, hours, NULL),
    OPTION("party", 0, FLAG, party, NULL),
    OPTION("no-party", 0, FLAG, no_party, NULL),
    OPTION("case", 0, TEXT, case_number, NULL),
    OPTION("ticket", 0, TEXT, ticket, NULL),
    OPTION("again", 0, FLAG, again, NULL),
    OPTION("gb18030", 0, FLAG, gb18030, NULL),
    OPTION("wait", 0, TEXT, wait, NULL),
    OPTION("all-received", 0, FLAG, all_received, NULL),
    OPTION("assistance", 0, FLAG, assistance, NULL),
    OPTION("end", 0, FLAG, end, NULL),
    OPTION("keep", 0, FLAG, keep, NULL),
    OPTION("mine", 0, FLAG, mine, NULL),
    OPTION("unified", 0, FLAG, unified, NULL),
    OPTION("status", 0, FLAG, status, NULL),
#undef OPTION
};
enum { OPTIONS = sizeof options / sizeof options[0], OPTION_HELP = 1000, OPTION_VERSION, OPTION_FIRST };

/* A locale whose characters are UTF-8, and the language that is asked for. */
static void set_language(void)
{
    if (!setlocale(LC_ALL, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_ALL, "C.UTF-8");
    /* the libraries' own messages follow where the system has them: not in the locale C */
    setenv("LANGUAGE", language_choose(), 1);
    const char *locale = setlocale(LC_MESSAGES, NULL);
    if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0))
        setlocale(LC_MESSAGES, "C.UTF-8");
}

static void print_padded(const char *text, int columns)
{
    printf("  %s", text);
    for (int i = text_width(text); i < columns; i++)
        putchar(' ');
}

static void help_all(void)
{
    printf("%s\n  banshi [-d CONNINFO] [-U LOGIN]\n  banshi NOUN VERB [OPTION…] [ARGUMENT…]\n\n%s\n", _("Usage:"),
           _("Nouns:"));
    for (const struct cmd *const *c = cmd_registry; *c; c++) {
        print_padded((*c)->name, 14);
        puts(_((*c)->summary));
    }
    printf("\n%s\n", _("Options:"));
    for (int i = 0; i < OPTIONS; i++)
        if (options[i].help) {
            char name[64];
            snprintf(name, sizeof name, "%s%c%s--%s", options[i].letter ? "-" : "",
                     options[i].letter ? options[i].letter : ' ', options[i].letter ? ", " : "   ", options[i].name);
            print_padded(name, 18);
            puts(_(options[i].help));
        }
    puts("");
    puts(_("Exit status: 0 done; 1 refused by a rule; 2 wrong usage; 3 nothing found or nobody waiting; 4 no "
           "connection or sign-on; "
           "5 file refused; 6 other."));
    puts(_("banshi NOUN --help explains the verbs of a noun."));
}

static void help_noun(const struct cmd *c)
{
    printf("%s\n\n", _(c->summary));
    for (const struct cmd_verb *v = c->verbs; v->name; v++)
        printf("  banshi %s %s%s%s\n      %s\n", c->name, v->name, v->name[0] ? " " : "", v->usage, _(v->summary));
}

static const struct cmd *find_noun(const char *name)
{
    const struct cmd *const *c = cmd_registry;
    while (*c && strcmp((*c)->name, name) != 0)
        c++;
    return *c;
}

static const struct cmd_verb *find_verb(const struct cmd *c, const char *name)
{
    const struct cmd_verb *v = c->verbs;
    while (v->name && strcmp(v->name, name) != 0)
        v++;
    return v->name ? v : NULL;
}

static void put_option(struct cmd_options *values, int index, const char *value)
{
    char *at = (char *)values + options[index].offset;
    if (options[index].kind == FLAG)
        *(bool *)at = true;
    else
        *(const char **)at = value;
}

/* Read the options; -1 to go on, else the exit status. */
static int read_options(int argc, char **argv, struct cmd_options *values, bool given[OPTIONS], bool *ret_help)
{
    struct option longs[OPTIONS + 3] = {{0}};
    for (int i = 0; i < OPTIONS; i++)
        longs[i] = (struct option){options[i].name, options[i].kind == TEXT, NULL, OPTION_FIRST + i};
    longs[OPTIONS] = (struct option){"help", no_argument, NULL, OPTION_HELP};
    longs[OPTIONS + 1] = (struct option){"version", no_argument, NULL, OPTION_VERSION};
    for (int c; (c = getopt_long(argc, argv, "d:U:h", longs, NULL)) != -1;) {
        if (c >= OPTION_FIRST) {
            put_option(values, c - OPTION_FIRST, optarg);
            given[c - OPTION_FIRST] = true;
        } else if (c == 'd')
            values->conninfo = optarg;
        else if (c == 'U')
            values->user = optarg;
        else if (c == OPTION_HELP || c == 'h')
            *ret_help = true;
        else if (c == OPTION_VERSION)
            return printf("banshi %s\n", PACKAGE_VERSION) < 0 ? EXIT_OTHER : EXIT_FINE;
        else
            return EXIT_USAGE;
    }
    return -1;
}

/* Is the option one of those that the usage names? */
static bool named(const char *usage, const char *option)
{
    size_t n = strlen(option);
    for (const char *at = usage; (at = strstr(at, "--")) != NULL; at += 2)
        if (strncmp(at + 2, option, n) == 0 &&
            !strchr("abcdefghijklmnopqrstuvwxyz0123456789-", at[2 + n] ? at[2 + n] : ' '))
            return true;
    return false;
}

static int wrong_usage(const struct cmd *noun, const struct cmd_verb *verb)
{
    fprintf(stderr, "banshi: %s banshi %s %s %s\n", _("Usage:"), noun->name, verb->name, verb->usage);
    return EXIT_USAGE;
}

/* Every option is for all verbs or one of this verb's; false after a message. */
static bool options_fit(const struct cmd *noun, const struct cmd_verb *verb, const bool given[OPTIONS])
{
    for (int i = 0; i < OPTIONS; i++)
        if (given[i] && !options[i].help && !named(verb->usage, options[i].name)) {
            fprintf(stderr, "banshi: --%s: %s\n", options[i].name, _("not an option of this command"));
            wrong_usage(noun, verb);
            return false;
        }
    return true;
}

static int full_screen(struct cmd_run *run)
{
    struct banshi_error error = {0};
    struct banshi_options opened = {.conninfo = run->options.conninfo, .state_dir = run->options.state_dir};
    if (!isatty(0) || !isatty(1)) {
        help_all();
        return EXIT_USAGE;
    }
    if (banshi_open(&run->b, &opened, &error) != 0)
        return cmd_fail(&error);
    int status = tui_run(run->b, run->options.user);
    cmd_disconnect(run);
    return status;
}

int main(int argc, char **argv)
{
    struct cmd_run run = {0};
    bool help = false, given[OPTIONS] = {0};
    set_language();
    int status = read_options(argc, argv, &run.options, given, &help);
    if (status >= 0)
        return status;
    run.args = (const char *const *)argv + optind;
    run.count = argc - optind;
    if (run.count == 0 && help) {
        help_all();
        return EXIT_FINE;
    }
    if (run.count == 0)
        return full_screen(&run);
    const struct cmd *noun = find_noun(run.args[0]);
    if (!noun) {
        fprintf(stderr, "banshi: %s: %s\n", run.args[0], _("no such noun; banshi --help lists them"));
        return EXIT_USAGE;
    }
    const struct cmd_verb *verb = run.count > 1 ? find_verb(noun, run.args[1]) : NULL;
    int used = verb ? 2 : 1;
    if (!verb)
        verb = find_verb(noun, "");
    if (help) {
        help_noun(noun);
        return EXIT_FINE;
    }
    run.args += used;
    run.count -= used;
    if (!verb || run.count < verb->least || (verb->most >= 0 && run.count > verb->most)) {
        if (verb)
            return wrong_usage(noun, verb);
        help_noun(noun);
        return EXIT_USAGE;
    }
    if (!options_fit(noun, verb, given))
        return EXIT_USAGE;
    status = cmd_connect(&run, noun->role);
    if (status == EXIT_FINE && (status = verb->run(&run)) == EXIT_USAGE)
        wrong_usage(noun, verb);
    cmd_disconnect(&run);
    return status;
}

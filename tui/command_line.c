/* SPDX-License-Identifier: MIT */
/* Reading a command line by what its verb declares. */
#include <config.h>

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "command_line.h"
#include "i18n.h"

/* The options of every command ----------------------------------------------------------------------------------- */

enum global { CONNINFO, USER, STATE_DIR, JSON, CSV, OPID, HELP, VERSION };

const struct cmd_param cmd_globals[] = {
    [CONNINFO] = {"--conninfo", CMD_TEXT, .letter = 'd', .value = "TEXT",
                  .help = N_("connection string of the server; else the embedded one")},
    [USER] = {"--user", CMD_TEXT, .letter = 'U', .value = "LOGIN", .help = N_("as whom to sign on")},
    [STATE_DIR] = {"--state-dir", CMD_FILE, .value = "FOLDER", .help = N_("folder of the embedded server")},
    [JSON] = {"--json", CMD_FLAG, .help = N_("answer in JSON")},
    [CSV] = {"--csv", CMD_FLAG, .help = N_("answer in CSV, for spreadsheets")},
    [OPID] = {"--opid", CMD_TEXT, .value = "UUID",
              .help =
                  N_("operation id of a write: the same one again changes nothing twice and gives the same answer")},
    [HELP] = {"--help", CMD_FLAG, .letter = 'h', .help = N_("explain the commands, those of a noun, or one")},
    [VERSION] = {"--version", CMD_FLAG, .help = N_("tell the version")},
    {0},
};
static const size_t places[] = {
    [CONNINFO] = offsetof(struct cmd_options, conninfo),
    [USER] = offsetof(struct cmd_options, user),
    [STATE_DIR] = offsetof(struct cmd_options, state_dir),
    [JSON] = offsetof(struct cmd_options, json),
    [CSV] = offsetof(struct cmd_options, csv),
    [OPID] = offsetof(struct cmd_options, opid),
    [HELP] = offsetof(struct cmd_options, help),
    [VERSION] = offsetof(struct cmd_options, version),
};

static void put_global(struct cmd_options *options, const struct cmd_param *param, const char *text)
{
    char *at = (char *)options + places[param - cmd_globals];
    if (param->kind == CMD_FLAG)
        *(bool *)at = true;
    else
        *(const char **)at = text;
}

/* Saying what is wrong ------------------------------------------------------------------------------------------- */

/* Where, what, and how it is said rightly. */
__attribute__((format(printf, 2, 3))) static int wrong(const struct cmd_run *run, const char *format, ...)
{
    va_list arguments;
    fputs("banshi: ", stderr);
    if (run->verb)
        fprintf(stderr, "%s%s%s: ", run->noun->name, run->verb->name[0] ? " " : "", run->verb->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    if (run->verb) {
        cmd_usage(stderr, run->noun, run->verb, _("Usage:"), 80);
        fprintf(stderr, _("banshi help %s%s%s explains it\n"), run->noun->name, run->verb->name[0] ? " " : "",
                run->verb->name);
    }
    return EXIT_USAGE;
}

/* The names of a list with blanks between them; malloced. */
static char *listed(const char *(*next)(const void **at), const void *at)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (const char *name; out && (name = next(&at)) != NULL;)
        fprintf(out, "%s%s", ftell(out) > 0 ? " " : "", name);
    if (out)
        fclose(out);
    return text;
}

static const char *next_noun(const void **at)
{
    const struct cmd *const *c = *at;
    while (*c && (*c)->hidden)
        c++;
    *at = *c ? c + 1 : c;
    return *c ? (*c)->name : NULL;
}

static const char *next_verb(const void **at)
{
    const struct cmd_verb *v = *at;
    *at = v + 1;
    return v->name;
}

static const char *next_code(const void **at)
{
    const struct banshi_word *c = cmd_codes(*at);
    *at = c ? c + 1 : c;
    return c ? c->code : NULL;
}

static const char *next_that(const void **at, bool (*is)(const struct cmd_param *))
{
    const struct cmd_param *p = *at;
    while (p && p->name && !is(p))
        p++;
    *at = p && p->name ? p + 1 : p;
    return p ? p->name : NULL;
}

static const char *next_option(const void **at)
{
    return next_that(at, cmd_is_option);
}

static const char *next_field(const void **at)
{
    return next_that(at, cmd_is_field);
}

static int wrong_noun(const struct cmd_run *run, const char *name)
{
    char *nouns = listed(next_noun, cmd_registry);
    int status = wrong(run, _("%s: there is no such command; there is: %s"), name, nouns ? nouns : "");
    free(nouns);
    return status;
}

/* NULL: none was said. */
static int wrong_verb(const struct cmd_run *run, const char *name)
{
    const char *noun = run->noun->name;
    char *verbs = listed(next_verb, run->noun->verbs);
    int status = name ? wrong(run, _("%s %s: there is no such command; of %s there is: %s"), noun, name, noun,
                              verbs ? verbs : "")
                      : wrong(run, _("%s: what to do is missing; there is: %s"), noun, verbs ? verbs : "");
    free(verbs);
    return status;
}

static int wrong_option(const struct cmd_run *run, const char *word)
{
    char *own = listed(next_option, run->verb ? run->verb->params : NULL), *global = listed(next_option, cmd_globals);
    int status = wrong(run, _("%.*s: not an option of this command; its own: %s; those of every command: %s"),
                       (int)strcspn(word, "="), word, own && own[0] ? own : _("none"), global ? global : "");
    free(own);
    free(global);
    return status;
}

static int wrong_field(const struct cmd_run *run, const char *word)
{
    char *fields = listed(next_field, run->verb->params);
    int status = wrong(run, _("%.*s: this command does not ask for it; it asks for: %s"), (int)strcspn(word, "=") + 1,
                       word, fields ? fields : "");
    free(fields);
    return status;
}

/* Reading the line ----------------------------------------------------------------------------------------------- */

/* Keep what was said. Exit status. */
static int put(struct cmd_run *run, const struct cmd_param *param, const char *text)
{
    for (const struct cmd_param *p = cmd_globals; p->name; p++)
        if (p == param)
            return put_global(&run->options, p, text), EXIT_FINE;
    if (value_read(param, text, &run->values[param - run->verb->params]))
        return EXIT_FINE;
    char what[256], *codes = param->codes ? listed(next_code, param->codes) : NULL;
    value_wanted(param, what, sizeof what);
    int status = !codes    ? wrong(run, "%s: %s: %s", param->name, text, what)
                 : what[0] ? wrong(run, _("%s: %s: %s, and none of: %s"), param->name, text, what, codes)
                           : wrong(run, _("%s: %s: there is only: %s"), param->name, text, codes);
    free(codes);
    return status;
}

/* What has been read of the words. */
struct reader {
    struct cmd_run *run;
    char **words;
    int count, at;
    const struct cmd_param *next; /* the argument that comes next */
};

/* "--name VALUE", "--name=VALUE", "-U LOGIN", "-ULOGIN". */
static int read_option(struct reader *r)
{
    const char *word = r->words[r->at], *value = NULL;
    bool letter = word[1] != '-';
    const struct cmd_param *param = letter ? cmd_find_letter(word[1]) : cmd_find_option(r->run->verb, word);
    if (letter && word[2])
        value = word + 2;
    else if (!letter && strchr(word, '='))
        value = strchr(word, '=') + 1;
    if (!param)
        return wrong_option(r->run, word);
    if (param->kind == CMD_FLAG)
        return value ? wrong(r->run, _("%s: takes no value"), param->name) : put(r->run, param, param->name);
    if (!value && ++r->at >= r->count)
        return wrong(r->run, _("%s: its value is missing: %s"), param->name, _(param->help));
    return put(r->run, param, value ? value : r->words[r->at]);
}

/* One of those that can be many: they are collected at the head of the words, where all has been read. */
static void collect(struct reader *r)
{
    r->run->many = (const char *const *)r->words;
    r->words[r->run->many_count++] = r->words[r->at];
}

static int read_field(struct reader *r)
{
    const char *word = r->words[r->at];
    size_t length = strcspn(word, "=") + 1;
    const struct cmd_param *p = r->run->verb->params;
    while (p->name && (strncmp(p->name, word, length) != 0 || p->name[length]))
        p++;
    if (!p->name)
        return wrong_field(r->run, word);
    collect(r);
    return put(r->run, p, word + length);
}

static int read_argument(struct reader *r)
{
    const char *word = r->words[r->at];
    while (r->next && r->next->name && !cmd_is_argument(r->next))
        r->next++;
    if (!r->next || !r->next->name)
        return wrong(r->run, _("%s: one argument too many; words that belong together need quotation marks"), word);
    if (r->next->many)
        collect(r);
    return put(r->run, r->next->many ? r->next : r->next++, word);
}

/* An argument, or a field when the verb has some and the word looks like one. */
static int read_word(struct reader *r)
{
    const void *params = r->run->verb->params;
    const char *word = r->words[r->at];
    bool field = next_field(&params) && word[strspn(word, "abcdefghijklmnopqrstuvwxyz_")] == '=';
    return field ? read_field(r) : read_argument(r);
}

/* What must be there is there, and what excludes each other is not. Exit status. */
static int check(const struct cmd_run *run)
{
    for (const struct cmd_param *p = run->verb->params; p && p->name; p++) {
        const struct cmd_value *value = &run->values[p - run->verb->params];
        if (p->or_next && value[0].text && value[1].text)
            return wrong(run, _("%s and %s: only one of them"), p[0].name, p[1].name);
        if (p->or_next && p->required && !value[0].text && !value[1].text)
            return wrong(run, _("%s or %s is missing"), p[0].name, p[1].name);
        if (p->with_next && !value[0].text != !value[1].text)
            return wrong(run, _("%s and %s: only both together"), p[0].name, p[1].name);
        if (p->required && !p->or_next && !value->text)
            return wrong(run, _("%s is missing: %s"), p->name, _(p->help));
    }
    return EXIT_FINE;
}

int cmd_read(struct cmd_run *run, int count, char **words)
{
    struct cmd_found found = cmd_find_command(count, (const char *const *)words);
    run->noun = found.noun;
    run->verb = found.verb;
    run->options.help = found.help;
    run->options.version = found.version;
    if (found.noun_at >= 0 && !found.noun)
        return wrong_noun(run, words[found.noun_at]);
    if (found.noun && !found.verb && (found.verb_at >= 0 || !found.help))
        return wrong_verb(run, found.verb_at >= 0 ? words[found.verb_at] : NULL);
    if (found.help || found.version)
        return EXIT_FINE;
    struct reader r = {run, words, count, 0, run->verb ? run->verb->params : NULL};
    int status = EXIT_FINE;
    for (bool ended = false; status == EXIT_FINE && r.at < count; r.at++) {
        if (r.at == found.noun_at || r.at == found.verb_at)
            continue;
        if (!ended && strcmp(words[r.at], "--") == 0)
            ended = true;
        else
            status = !ended && word_is_option(words[r.at]) ? read_option(&r) : read_word(&r);
    }
    return status == EXIT_FINE && run->verb ? check(run) : status;
}

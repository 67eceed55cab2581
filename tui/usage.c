/* SPDX-License-Identifier: MIT */
/* Saying what can be said: usage, help, the manual's part and completion, out of what the verbs declare. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "kit/text.h"

/* Usage ---------------------------------------------------------------------------------------------------------- */

/* What the value of an option, field or argument is called. */
static const char *value_name(const struct cmd_param *p)
{
    static const char *const values[] = {[CMD_TEXT] = "TEXT", [CMD_NUMBER] = "N",  [CMD_DATE] = "DAY",
                                         [CMD_CODE] = "…",    [CMD_FILE] = "FILE", [CMD_FLAG] = ""};
    return p->value ? p->value : cmd_is_argument(p) ? p->name : values[p->kind];
}

/* What it looks like: "--days N", "mode=direct|left", "CASE", "today|DAY". */
static void put_param(FILE *out, const struct cmd_param *p)
{
    bool codes = p->codes && !p->value;
    if (!cmd_is_argument(p))
        fputs(p->name, out);
    if (p->kind == CMD_FLAG)
        return;
    if (cmd_is_option(p))
        fputc(' ', out);
    const char *between = "";
    for (const struct banshi_word *c = codes ? cmd_codes(p->codes) : NULL; c; c = cmd_codes(c + 1), between = "|")
        fprintf(out, "%s%s", between, c->code);
    if (!codes || p->kind != CMD_CODE)
        fprintf(out, "%s%s", codes ? "|" : "", value_name(p));
}

/* What follows the verb, parts with a line feed after each; malloced. */
static char *usage_parts(const struct cmd_verb *verb)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (const struct cmd_param *p = verb->params; out && p && p->name; p++) {
        fputs(p->required ? "" : "[", out);
        put_param(out, p);
        fputs(p->many ? " …" : "", out);
        if (p->or_next || p->with_next) {
            fputc(p->or_next ? '|' : ' ', out);
            put_param(out, p + 1);
        }
        fputs(p->required ? "\n" : "]\n", out);
        p += p->or_next || p->with_next;
    }
    if (out)
        fclose(out);
    return text;
}

void cmd_usage(FILE *out, const struct cmd *noun, const struct cmd_verb *verb, const char *before, int columns)
{
    enum { INDENT = 6 };
    char *parts = usage_parts(verb);
    int column = text_width(before);
    fputs(before, out);
    column += fprintf(out, "%sbanshi %s%s%s", before[0] ? " " : "", noun->name, verb->name[0] ? " " : "", verb->name);
    for (char *next, *part = parts; part && *part; part = next) {
        next = strchr(part, '\n');
        *next++ = '\0';
        if (column + 1 + text_width(part) > columns)
            column = fprintf(out, "\n%*s", INDENT - 1, "") - 1;
        fprintf(out, " %s", part);
        column += 1 + text_width(part);
    }
    fputc('\n', out);
    free(parts);
}

/* Help ----------------------------------------------------------------------------------------------------------- */

static void put_padded(FILE *out, const char *text, int columns)
{
    fprintf(out, "  %s", text);
    int width = text_width(text);
    if (width > columns - 2)
        fprintf(out, "\n%*s", columns + 2, "");
    else
        fprintf(out, "%*s", columns - width, "");
}

/* An option, field or argument as it is listed: "-U, --user LOGIN"; malloced. */
static char *listed_as(const struct cmd_param *p)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    if (p->letter)
        fprintf(out, "-%c, ", p->letter);
    fputs(p->name, out);
    if (p->kind != CMD_FLAG && !cmd_is_argument(p))
        fprintf(out, "%s%s", cmd_is_option(p) ? " " : "", value_name(p));
    fclose(out);
    return text;
}

/* Does what a code is called say more than the code? */
static bool has_label(const struct banshi_word *c)
{
    return c->message && strcmp(_(c->message), c->code) != 0;
}

/* What it is, in which range, and what is taken when it is not said. */
static void put_meaning(FILE *out, const struct cmd_param *p)
{
    fputs(_(p->help), out);
    if (p->kind == CMD_NUMBER && p->most)
        fprintf(out, _(" (%lld to %lld)"), (long long)p->least, (long long)p->most);
    if (p->otherwise)
        fprintf(out, _("; without it: %s"), p->otherwise);
}

static void help_params(const struct cmd_param *params)
{
    enum { COLUMNS = 22 };
    for (const struct cmd_param *p = params; p && p->name; p++) {
        char *name = listed_as(p);
        put_padded(stdout, name ? name : p->name, COLUMNS);
        free(name);
        put_meaning(stdout, p);
        putchar('\n');
        for (const struct banshi_word *c = cmd_codes(p->codes); c; c = cmd_codes(c + 1)) {
            printf("%*s", COLUMNS + 2, "");
            put_padded(stdout, c->code, COLUMNS - 4);
            puts(has_label(c) ? _(c->message) : "");
        }
    }
}

static void help_all(void)
{
    printf("%s\n  banshi [-d CONNINFO] [-U LOGIN]\n  banshi NOUN VERB [OPTION…] [ARGUMENT…]\n\n%s\n", _("Usage:"),
           _("Nouns:"));
    for (const struct cmd *const *c = cmd_registry; *c; c++)
        if (!(*c)->hidden) {
            put_padded(stdout, (*c)->name, 15);
            puts(_((*c)->summary));
        }
    printf("\n%s\n", _("Options of every command:"));
    help_params(cmd_globals);
    puts("");
    puts(_("Exit status: 0 done; 1 refused by a rule; 2 wrong usage; 3 nothing found or nobody waiting; 4 no "
           "connection or sign-on; "
           "5 file refused; 6 other."));
    puts(_("banshi help NOUN explains the verbs of a noun, banshi help NOUN VERB the options of one."));
}

static void help_noun(const struct cmd *noun)
{
    printf("%s\n\n", _(noun->summary));
    for (const struct cmd_verb *v = noun->verbs; v->name; v++) {
        cmd_usage(stdout, noun, v, " ", 80);
        printf("      %s\n", _(v->summary));
    }
}

static void help_verb(const struct cmd *noun, const struct cmd_verb *verb)
{
    cmd_usage(stdout, noun, verb, _("Usage:"), 80);
    printf("\n%s\n%s", _(verb->summary), verb->params ? "\n" : "");
    help_params(verb->params);
    printf("\n%s\n", _("Options of every command: banshi help"));
}

void cmd_explain(const struct cmd *noun, const struct cmd_verb *verb)
{
    if (!noun)
        help_all();
    else if (verb)
        help_verb(noun, verb);
    else
        help_noun(noun);
}

/* The manual ----------------------------------------------------------------------------------------------------- */

/* Text of its own line, or an argument of a macro in quotation marks. */
static void put_roff(const char *text, bool argument)
{
    fputs(argument ? "\"" : *text == '.' || *text == '\'' ? "\\&" : "", stdout);
    for (; *text; text++)
        fputs(*text == '\\' ? "\\e" : *text == '"' && argument ? "\\(dq" : (char[]){*text, '\0'}, stdout);
    fputs(argument ? "\"" : "\n", stdout);
}

/* What an option, field or argument is called, as arguments of a macro. */
static void put_roff_name(const struct cmd_param *p)
{
    if (p->letter)
        printf(" Fl %c ,", p->letter);
    if (cmd_is_option(p))
        printf(" Fl %s", p->name + 1);
    else
        printf(" %s %s", cmd_is_field(p) ? "Cm" : "Ar", p->name);
    if (p->kind != CMD_FLAG && !cmd_is_argument(p)) {
        printf(cmd_is_option(p) ? " Ar " : " Ns Ar ");
        put_roff(value_name(p), true);
    }
}

static void put_item(const struct cmd_param *p)
{
    char *meaning = NULL;
    size_t size;
    FILE *out = open_memstream(&meaning, &size);
    if (out) {
        put_meaning(out, p);
        fclose(out);
    }
    printf(".It");
    put_roff_name(p);
    putchar('\n');
    put_roff(meaning ? meaning : "", false);
    const char *before = ".Pq";
    for (const struct banshi_word *c = cmd_codes(p->codes); c; c = cmd_codes(c + 1), before = " ,") {
        printf("%s Cm %s%s", before, c->code, has_label(c) ? " No " : "");
        if (has_label(c))
            put_roff(_(c->message), true);
    }
    if (p->codes)
        putchar('\n');
    free(meaning);
}

static void manual_params(const struct cmd_param *params, const char *list)
{
    puts(list);
    for (const struct cmd_param *p = params; p->name; p++)
        put_item(p);
    puts(".El");
}

static void manual_verb(const struct cmd *noun, const struct cmd_verb *verb)
{
    char *usage = usage_parts(verb);
    printf(".It Cm \"%s%s%s\"", noun->name, verb->name[0] ? " " : "", verb->name);
    if (usage && *usage) {
        usage[strlen(usage) - 1] = '\0';
        for (char *feed; (feed = strchr(usage, '\n')) != NULL;)
            *feed = ' ';
        printf(" No ");
        put_roff(usage, true);
    }
    putchar('\n');
    put_roff(_(verb->summary), false);
    if (verb->params)
        manual_params(verb->params, ".Bl -tag -width Ds -compact");
    free(usage);
}

void cmd_manual(void)
{
    puts("@OPTIONS@");
    manual_params(cmd_globals, ".Bl -tag -width Ds");
    puts("@COMMANDS@");
    for (const struct cmd *const *c = cmd_registry; *c; c++) {
        if ((*c)->hidden)
            continue;
        printf(".Ss %s\n%s\n.Bl -tag -width Ds\n", (*c)->name, _((*c)->summary));
        for (const struct cmd_verb *v = (*c)->verbs; v->name; v++)
            manual_verb(*c, v);
        puts(".El");
    }
}

/* Completion ----------------------------------------------------------------------------------------------------- */

/* A word that may stand there, if it goes on from what was typed. */
static bool offer(const char *typed, const char *before, const char *word, const char *what)
{
    size_t n = strlen(before);
    if (strncmp(typed, before, strnlen(typed, n)) != 0 ||
        (strlen(typed) > n && strncmp(word, typed + n, strlen(typed) - n) != 0))
        return false;
    printf("%s%s\t%s\n", before, word, what ? _(what) : "");
    return true;
}

/* The values of an option, field or argument; before: what of the word is not the value. False when it could be anything. */
static bool offer_values(const char *typed, const char *before, const struct cmd_param *p)
{
    for (const struct banshi_word *c = cmd_codes(p->codes); c; c = cmd_codes(c + 1))
        offer(typed, before, c->code, c->message);
    if (p->kind == CMD_FILE)
        puts("\t");
    return p->codes || p->kind == CMD_FILE;
}

static bool was_said(const struct cmd_param *p, const char *const *words, size_t count)
{
    size_t n = strlen(p->name);
    for (size_t i = 0; i < count; i++)
        if (strncmp(words[i], p->name, n) == 0 && (cmd_is_field(p) || !words[i][n] || words[i][n] == '='))
            return true;
    return false;
}

static void offer_names(const struct cmd_param *params, bool (*is)(const struct cmd_param *), const char *const *words,
                        size_t count)
{
    for (const struct cmd_param *p = params; p && p->name; p++)
        if (is(p) && !was_said(p, words, count) && strcmp(words[count], p->name) != 0)
            offer(words[count], "", p->name, p->help);
}

/* The argument that comes after those that were said; NULL: no more. */
static const struct cmd_param *next_argument(const struct cmd_verb *verb, size_t said)
{
    const struct cmd_param *p = verb->params;
    for (; p && p->name; p++)
        if (cmd_is_argument(p) && (p->many || said-- == 0))
            return p;
    return NULL;
}

/* The words before the last that are arguments of the verb; *ret_value: the option whose value the last word is. */
static size_t arguments_said(const struct cmd_found *found, const char *const *words, size_t count,
                             const struct cmd_param **ret_value)
{
    size_t said = 0;
    *ret_value = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *word = words[i];
        if ((int)i == found->noun_at || (int)i == found->verb_at)
            continue;
        if (word[0] != '-' || !word[1]) {
            said += word[strspn(word, "abcdefghijklmnopqrstuvwxyz_")] != '=';
            continue;
        }
        bool whole = word[1] == '-' ? !strchr(word, '=') : !word[2];
        const struct cmd_param *p = word[1] == '-' ? cmd_find_option(found->verb, word) : cmd_find_letter(word[1]);
        if (p && p->kind != CMD_FLAG && whole && ++i == count)
            *ret_value = p;
    }
    return said;
}

static void complete_argument(const struct cmd_found *found, const char *const *words, size_t count, size_t said)
{
    const char *typed = words[count];
    const struct cmd_param *p = found->verb ? next_argument(found->verb, said) : NULL;
    bool some = p && offer_values(typed, "", p);
    for (const struct cmd_param *f = found->verb ? found->verb->params : NULL; f && f->name; f++)
        if (cmd_is_field(f) && strncmp(typed, f->name, strlen(f->name)) == 0)
            some |= offer_values(typed, f->name, f);
    if (!found->verb)
        return;
    offer_names(found->verb->params, cmd_is_field, words, count);
    if (!some && !*typed)
        offer_names(found->verb->params, cmd_is_option, words, count);
}

void cmd_complete(const char *const *words, size_t count)
{
    if (count > 1 && strcmp(words[0], "help") == 0) { /* what follows is a command */
        words++;
        count--;
    }
    if (count == 0)
        return;
    const struct cmd_param *value;
    const char *typed = words[--count];
    struct cmd_found found = cmd_find_command((int)count, words);
    size_t said = arguments_said(&found, words, count, &value);
    const char *equals = strchr(typed, '=');
    if (value) {
        offer_values(typed, "", value);
    } else if (typed[0] == '-' && equals) {
        char before[64];
        const struct cmd_param *p = cmd_find_option(found.verb, typed);
        snprintf(before, sizeof before, "%.*s", (int)(equals - typed) + 1, typed);
        if (p)
            offer_values(typed, before, p);
    } else if (typed[0] == '-') {
        offer_names(found.verb ? found.verb->params : NULL, cmd_is_option, words, count);
        offer_names(cmd_globals, cmd_is_option, words, count);
    } else if (found.noun_at < 0) {
        for (const struct cmd *const *c = cmd_registry; *c; c++)
            if (!(*c)->hidden)
                offer(typed, "", (*c)->name, (*c)->summary);
    } else if (found.noun && found.verb_at < 0 && said == 0) {
        for (const struct cmd_verb *v = found.noun->verbs; v->name; v++)
            if (v->name[0])
                offer(typed, "", v->name, v->summary);
        complete_argument(&found, words, count, said);
    } else {
        complete_argument(&found, words, count, said);
    }
}

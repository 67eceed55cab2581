/* SPDX-License-Identifier: MIT */
/* Values of options, fields and arguments: read by their kind, and asked for by their name. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "command_line.h"
#include "i18n.h"
#include "kit/number.h"
#include "words.h"

/* Reading -------------------------------------------------------------------------------------------------------- */

/* The days of a date that is written in one of the ways. */
static bool read_date(const char *text, int exact, struct cmd_value *ret)
{
    int year, month;
    char more;
    ret->first = ret->last = exact & CMD_DAY ? number_day(text) : 0;
    if (!ret->first && (exact & CMD_MONTH) && sscanf(text, "%4d-%2d%c", &year, &month, &more) == 2 && month >= 1 &&
        month <= 12) {
        ret->first = year * 10000 + month * 100 + 1;
        ret->last = day_month_end(ret->first);
    }
    if (!ret->first && (exact & CMD_YEAR) && sscanf(text, "%4d%c", &year, &more) == 1) {
        ret->first = year * 10000 + 101;
        ret->last = year * 10000 + 1231;
    }
    return ret->first > 10000;
}

static bool read_number(const char *text, const struct cmd_param *param, int64_t *ret)
{
    char *end;
    errno = 0;
    *ret = strtoll(text, &end, 10);
    return end != text && *end == '\0' && errno == 0 && *ret >= param->least && (!param->most || *ret <= param->most);
}

void value_wanted(const struct cmd_param *param, char *ret, size_t size)
{
    *ret = '\0';
    if (param->kind == CMD_NUMBER && param->most)
        snprintf(ret, size, _("not a whole number from %lld to %lld"), (long long)param->least, (long long)param->most);
    else if (param->kind == CMD_NUMBER)
        snprintf(ret, size, _("not a whole number of at least %lld"), (long long)param->least);
    else if (param->kind == CMD_DATE)
        snprintf(ret, size, "%s",
                 param->exact == CMD_DAY                 ? _("not a day like 2026-09-30")
                 : param->exact == CMD_MONTH             ? _("not a month like 2026-10")
                 : param->exact == (CMD_DAY | CMD_MONTH) ? _("neither a day like 2026-09-30 nor a month like 2026-10")
                                                         : _("neither a year like 2026 nor a month like 2026-10"));
}

bool value_read(const struct cmd_param *param, const char *text, struct cmd_value *ret)
{
    ret->text = text;
    return (param->codes && banshi_word_find(param->codes, text)) || param->kind == CMD_TEXT ||
           param->kind == CMD_FILE || param->kind == CMD_FLAG ||
           (param->kind == CMD_NUMBER && read_number(text, param, &ret->number)) ||
           (param->kind == CMD_DATE && read_date(text, param->exact, ret));
}

/* What was said -------------------------------------------------------------------------------------------------- */

/* A name that the verb does not declare is a mistake of the program. */
static const struct cmd_param *declared(const struct cmd_run *run, const char *name)
{
    const struct cmd_param *p = run->verb->params;
    while (p && p->name && strcmp(p->name, name) != 0)
        p++;
    if (!p || !p->name)
        abort();
    return p;
}

/* Said, or what is taken otherwise. */
static struct cmd_value value_of(const struct cmd_run *run, const char *name)
{
    const struct cmd_param *p = declared(run, name);
    struct cmd_value value = run->values[p - run->verb->params];
    if (!value.text && p->otherwise)
        value_read(p, p->otherwise, &value);
    return value;
}

bool cmd_given(const struct cmd_run *run, const char *name)
{
    return run->values[declared(run, name) - run->verb->params].text != NULL;
}

const char *cmd_text(const struct cmd_run *run, const char *name)
{
    return value_of(run, name).text;
}

const char *cmd_text_or(const struct cmd_run *run, const char *name, const char *otherwise)
{
    const char *text = cmd_text(run, name);
    return text ? text : otherwise;
}

int64_t cmd_number(const struct cmd_run *run, const char *name)
{
    return value_of(run, name).number;
}

banshi_date cmd_first(const struct cmd_run *run, const char *name)
{
    return value_of(run, name).first;
}

banshi_date cmd_last(const struct cmd_run *run, const char *name)
{
    return value_of(run, name).last;
}

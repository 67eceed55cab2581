/* SPDX-License-Identifier: MIT */
/* A line for each verb of each noun, with what must be said, and one with all that can be said: values that are right in form. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cmd.h"

static const char *value(const struct cmd_param *p, char ret[32])
{
    const char *date = p->exact & CMD_DAY ? "2026-10-09" : p->exact & CMD_MONTH ? "2026-10" : "2026";
    snprintf(ret, 32, "%" PRId64, p->least ? p->least : 1);
    return p->kind == CMD_CODE   ? cmd_codes(p->codes)->code
           : p->kind == CMD_DATE ? date
           : p->kind == CMD_FILE ? "/nonexistent/file"
           : p->many             ? "a=1"
                                 : ret;
}

static void print_line(const struct cmd *noun, const struct cmd_verb *verb, bool all)
{
    char room[32];
    printf("%s%s%s", noun->name, verb->name[0] ? " " : "", verb->name);
    for (const struct cmd_param *p = verb->params; p && p->name; p++) {
        if (p->required || all) {
            printf(" %s", cmd_is_argument(p) ? "" : p->name);
            if (p->kind != CMD_FLAG)
                printf("%s%s", cmd_is_option(p) ? " " : "", value(p, room));
        }
        p += p->or_next; /* not both */
    }
    putchar('\n');
}

int main(void)
{
    for (const struct cmd *const *c = cmd_registry; *c; c++)
        for (const struct cmd_verb *v = (*c)->verbs; v->name; v++) {
            print_line(*c, v, false);
            print_line(*c, v, true);
        }
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* banshi: the full-screen program without arguments, else a command. */
#include <config.h>

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "cmd.h"
#include "i18n.h"

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

static int full_screen(struct cmd_run *run)
{
    struct banshi_error error = {0};
    struct banshi_options opened = {.conninfo = run->options.conninfo, .state_dir = run->options.state_dir};
    if (!isatty(0) || !isatty(1)) {
        cmd_explain(NULL, NULL);
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
    set_language();
    int status = cmd_read(&run, argc - 1, argv + 1);
    if (status != EXIT_FINE)
        return status;
    if (run.options.version)
        return printf("banshi %s\n", PACKAGE_VERSION) < 0 ? EXIT_OTHER : EXIT_FINE;
    if (run.options.help) {
        cmd_explain(run.noun, run.verb && run.verb->name[0] ? run.verb : NULL);
        return EXIT_FINE;
    }
    if (!run.noun)
        return full_screen(&run);
    status = cmd_connect(&run, run.noun->role);
    if (status == EXIT_FINE)
        status = run.verb->run(&run);
    cmd_disconnect(&run);
    return status;
}

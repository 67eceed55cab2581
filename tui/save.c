/* SPDX-License-Identifier: MIT */
/* Writing a file for the person. */
#include <config.h>

#include "save.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

const char *save_place(char ret[SAVE_SIZE], const char *format, ...)
{
    const char *home = getenv("HOME");
    int used = snprintf(ret, SAVE_SIZE, "%s/", home ? home : ".");
    va_list args;
    va_start(args, format);
    if (used > 0 && used < SAVE_SIZE)
        vsnprintf(ret + used, SAVE_SIZE - (size_t)used, format, args);
    va_end(args);
    return ret;
}

const char *save_fresh(char ret[SAVE_SIZE], const char *name, const char *ending)
{
    char number[16] = "";
    struct stat is;
    for (int n = 2; n < 1000; n++) {
        save_place(ret, "%s%s%s", name, number, ending);
        if (stat(ret, &is) != 0)
            break;
        snprintf(number, sizeof number, "-%d", n);
    }
    return ret;
}

int save_new(const char *path, const char *text)
{
    FILE *out = fopen(path, "wxe");
    if (!out)
        return -1;
    bool ok = fputs(text, out) >= 0;
    return fclose(out) == 0 && ok ? 0 : -1;
}

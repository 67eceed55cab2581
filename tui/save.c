/* SPDX-License-Identifier: MIT */
/* Writing a file for the person. */
#include <config.h>

#include "save.h"

#include <stdbool.h>
#include <stdio.h>

int save_new(const char *path, const char *text)
{
    FILE *out = fopen(path, "wxe");
    if (!out)
        return -1;
    bool ok = fputs(text, out) >= 0;
    return fclose(out) == 0 && ok ? 0 : -1;
}

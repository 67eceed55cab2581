/* SPDX-License-Identifier: MIT */
/* Files of the user's own. */
#include <config.h>

#include "place.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool ok = mkdir(path, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!ok)
            return false;
    }
    return true;
}

bool place_file(const char *name, char ret[PLACE_SIZE])
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int n = -1;
    if (state && *state == '/')
        n = snprintf(ret, PLACE_SIZE, "%s/banshi/%s", state, name);
    else if (home && *home == '/')
        n = snprintf(ret, PLACE_SIZE, "%s/.local/state/banshi/%s", home, name);
    return n > 0 && n < PLACE_SIZE && make_folders(ret);
}

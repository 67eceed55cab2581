/* SPDX-License-Identifier: MIT */
/* The terminal's last login and counter, two words in a file. */
#include <config.h>

#include "habit.h"

#include <inttypes.h>
#include <stdio.h>

#include "place.h"

struct habit habit_read(void)
{
    struct habit habit = {.counter = 0};
    char path[PLACE_SIZE];
    FILE *f = place_file("terminal", path) ? fopen(path, "re") : NULL;
    if (!f)
        return habit;
    if (fscanf(f, "%63s %" SCNd64, habit.login, &habit.counter) < 1)
        habit = (struct habit){.counter = 0};
    fclose(f);
    return habit;
}

void habit_write(const struct habit *habit)
{
    char path[PLACE_SIZE];
    FILE *f = place_file("terminal", path) ? fopen(path, "we") : NULL;
    if (!f)
        return;
    fprintf(f, "%s %" PRId64 "\n", habit->login, habit->counter);
    fclose(f);
}

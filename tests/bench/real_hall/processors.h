/* SPDX-License-Identifier: MIT */
/* Seconds of processor time that processes have used, out of /proc. */
#ifndef PROCESSORS_H
#define PROCESSORS_H

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* Of a process; with its children that have ended and been waited for; 0 when there is none. */
static inline double processor_time(pid_t pid, bool with_ended, pid_t *ret_parent)
{
    char path[64], line[1024];
    unsigned long user = 0, system = 0, ended_user = 0, ended_system = 0;
    int parent = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *f = fopen(path, "re");
    const char *after = f && fgets(line, sizeof line, f) ? strrchr(line, ')') : NULL; /* a name may hold anything */
    if (f)
        fclose(f);
    if (!after || sscanf(after, ") %*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu", &parent, &user, &system,
                         &ended_user, &ended_system) != 5)
        return 0;
    if (ret_parent)
        *ret_parent = parent;
    return (double)(user + system + (with_ended ? ended_user + ended_system : 0)) / (double)sysconf(_SC_CLK_TCK);
}

/* Of a process, its children, and those of them that have ended. */
static inline double processor_time_family(pid_t pid)
{
    double seconds = processor_time(pid, true, NULL);
    DIR *dir = opendir("/proc");
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        pid_t other = (pid_t)atoi(entry->d_name), parent = 0;
        double its = other > 0 ? processor_time(other, false, &parent) : 0;
        if (other > 0 && parent == pid)
            seconds += its;
    }
    if (dir)
        closedir(dir);
    return seconds;
}

/* Of the whole machine; what is stolen by others on the same hardware counts as used. */
static inline double processor_time_machine(void)
{
    unsigned long user = 0, nice = 0, system = 0, interrupt = 0, soft = 0, steal = 0;
    FILE *f = fopen("/proc/stat", "re");
    if (f && fscanf(f, "cpu %lu %lu %lu %*u %*u %lu %lu %lu", &user, &nice, &system, &interrupt, &soft, &steal) < 3)
        user = nice = system = 0;
    if (f)
        fclose(f);
    return (double)(user + nice + system + interrupt + soft + steal) / (double)sysconf(_SC_CLK_TCK);
}

#endif

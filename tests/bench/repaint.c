/* SPDX-License-Identifier: MIT */
/* Time from a key to the end of the repaint, from outside: a program on a pseudo-terminal gets keys, and its output is read
 * until it pauses for 20 ms. repaint KEYS COMMAND…: KEYS are sent in turn, 400 times. Prints percentiles. */
#include <config.h>

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMES = 400, PAUSE_MS = 20 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

/* When the last output came before a pause; the start when there was none. */
static double drain(int fd, double start, int first_ms)
{
    char bytes[65536];
    double last = start;
    struct pollfd p = {.fd = fd, .events = POLLIN};
    for (int wait = first_ms; poll(&p, 1, wait) > 0; wait = PAUSE_MS) {
        if (read(fd, bytes, sizeof bytes) <= 0)
            break;
        last = now_ms();
    }
    return last;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
    struct winsize size = {.ws_row = 43, .ws_col = 132};
    double times[TIMES];
    int fd;
    if (argc < 4)
        return 2;
    double started = now_ms();
    pid_t pid = forkpty(&fd, NULL, NULL, &size);
    if (pid == 0) {
        execvp(argv[3], argv + 3);
        _exit(127);
    }
    struct pollfd p = {.fd = fd, .events = POLLIN};
    poll(&p, 1, 10000);
    double first = drain(fd, now_ms(), 0);
    printf("start to first screen: %.0f ms\n", first - started);
    for (const char *key = argv[1]; *key; key++) { /* the way to the screen that is measured */
        if (write(fd, key, 1) != 1)
            return 1;
        drain(fd, now_ms(), 1500);
    }
    size_t keys = strlen(argv[2]);
    for (int i = 0; i < TIMES; i++) {
        double start = now_ms();
        if (write(fd, &argv[2][(size_t)i % keys], 1) != 1)
            return 1;
        times[i] = drain(fd, start, 200) - start;
    }
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "VmRSS:", 6) == 0)
            printf("resident memory: %s", line + 6);
    if (f)
        fclose(f);
    kill(pid, SIGTERM);
    waitpid(pid, NULL, 0);
    qsort(times, TIMES, sizeof times[0], compare);
    printf("key to repaint: median %.2f ms, p99 %.2f ms, most %.2f ms\n", times[TIMES / 2], times[TIMES * 99 / 100],
           times[TIMES - 1]);
    return 0;
}

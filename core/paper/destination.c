/* SPDX-License-Identifier: MIT */
/* Where papers go: standard output, a file, a command, a thermal printer, a printer of the system or the network. */
#include <config.h>

#include "destination.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "file.h"

/* Bytes --------------------------------------------------------------------------------------------------------- */

enum { PATIENCE_MS = 200 }; /* between looks at whether it is given up */

static bool is_file(const char *destination)
{
    return strcmp(destination, "-") != 0 && destination[0] != '|';
}

int destination_open(const char *destination, struct banshi_error *error)
{
    return is_file(destination) ? file_new(destination, error) : file_nameless(error);
}

int destination_put(int fd, const void *bytes, size_t n, const char *destination, struct banshi_error *error)
{
    return file_write(fd, bytes, n) ? 0
                                    : error_set(error, BANSHI_EIO, "%s · %s",
                                                is_file(destination) ? destination : file_folder(), strerror(errno));
}

/* A reader that has gone is an error like any other, not the end of the program. */
static ssize_t write_pipe(int fd, const void *bytes, size_t n)
{
    sigset_t broken, before;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    ssize_t wrote = write(fd, bytes, n);
    int failed = errno;
    if (wrote < 0 && failed == EPIPE && !sigismember(&before, SIGPIPE))
        sigtimedwait(&broken, NULL, &(struct timespec){0});
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = failed;
    return wrote;
}

/* What is in the file, to standard output, in pieces that a pipe takes without waiting. */
static int to_output(int fd, const atomic_bool *stop, struct banshi_error *error)
{
    char bytes[PIPE_BUF];
    ssize_t n, wrote;
    for (off_t at = 0; (n = pread(fd, bytes, sizeof bytes, at)) > 0; at += wrote) {
        struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
        while (!atomic_load(stop) && poll(&ready, 1, PATIENCE_MS) == 0)
            continue;
        if (atomic_load(stop))
            return error_set(error, BANSHI_ECANCELLED, "stdout");
        wrote = write_pipe(STDOUT_FILENO, bytes, (size_t)n);
        if (wrote < 0 && errno == EPIPE)
            return error_set(error, BANSHI_ECOMMAND, "stdout · stopped reading");
        if (wrote < 0 && errno != EINTR && errno != EAGAIN)
            return error_set(error, BANSHI_EIO, "stdout · %s", strerror(errno));
        wrote = wrote > 0 ? wrote : 0;
    }
    return n == 0 ? 0 : error_set(error, BANSHI_EIO, "%s · %s", file_folder(), strerror(errno));
}

/* Wait for the command's end, or end it when it is given up, after a second by force; its status. */
static int end_of(pid_t pid, const atomic_bool *stop)
{
    enum { LOOK_MS = 10, GRACE = 1000 / LOOK_MS };
    int status = -1, asked = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (atomic_load(stop))
            kill(pid, asked++ < GRACE ? SIGTERM : SIGKILL);
        nanosleep(&(struct timespec){.tv_nsec = LOOK_MS * 1000000L}, NULL);
    }
    return status;
}

/* The command is the clerk's own; it begins when all is there, which is its standard input and goes nowhere else. */
static int to_command(int fd, const char *command, const atomic_bool *stop, struct banshi_error *error)
{
    extern char **environ;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    lseek(fd, 0, SEEK_SET);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fd, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none); /* threads beside the loop have blocked all */
    char shell[] = "sh", option[] = "-c", *copy = strdup(command);
    char *const args[] = {shell, option, copy, NULL};
    pid_t pid;
    int failed = copy ? posix_spawn(&pid, "/bin/sh", &actions, &attributes, args, environ) : ENOMEM;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(copy);
    if (failed)
        return error_set(error, BANSHI_ECOMMAND, "%s · %s", command, strerror(failed));
    int status = end_of(pid, stop);
    if (atomic_load(stop))
        return error_set(error, BANSHI_ECANCELLED, "%s", command);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return error_set(error, BANSHI_ECOMMAND, "%s · exit status · %d", command,
                         WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    return 0;
}

int destination_close(int fd, const char *destination, const atomic_bool *stop, struct banshi_error *error)
{
    if (is_file(destination))
        return file_finish(fd, destination, error);
    int r = destination[0] == '|' ? to_command(fd, destination + 1, stop, error) : to_output(fd, stop, error);
    close(fd);
    return r;
}

/* Thermal printers ---------------------------------------------------------------------------------------------- */

static int open_socket(const char *address, struct banshi_error *error)
{
    char host[256];
    const char *colon = strrchr(address, ':');
    size_t n = colon ? (size_t)(colon - address) : strlen(address);
    snprintf(host, sizeof host, "%.*s", (int)(n < sizeof host ? n : sizeof host - 1), address);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    int failed = getaddrinfo(host, colon ? colon + 1 : "9100", &hints, &found);
    if (failed)
        return error_set(error, BANSHI_EPRINTER, "%s · %s", address, gai_strerror(failed));
    int fd = -1, saved = 0;
    for (const struct addrinfo *a = found; a && fd < 0; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype | SOCK_CLOEXEC, a->ai_protocol);
        if (fd < 0)
            continue;
        struct timeval patience = {.tv_sec = 5};
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience); /* also of connect */
        if (connect(fd, a->ai_addr, a->ai_addrlen) != 0) {
            saved = errno == EINPROGRESS ? ETIMEDOUT : errno;
            close(fd);
            fd = -1;
        }
    }
    freeaddrinfo(found);
    return fd >= 0 ? fd : error_set(error, BANSHI_EPRINTER, "%s · %s", address, strerror(saved));
}

/* A device, or a file, which is begun anew: what is already in it has been printed. */
static int open_device(const char *path, struct banshi_error *error)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    if (fd < 0)
        return error_set(error, BANSHI_EPRINTER, "%s · %s", path, strerror(errno));
    return fd;
}

int escpos_open(const char *address, struct banshi_error *error)
{
    return strncmp(address, "//", 2) == 0 ? open_socket(address + 2, error) : open_device(address, error);
}

/* A device may be out of paper: it has five seconds for each piece. */
int escpos_write(int fd, const unsigned char *bytes, size_t n, const char *address, const atomic_bool *stop,
                 struct banshi_error *error)
{
    while (n > 0) {
        struct pollfd ready = {.fd = fd, .events = POLLOUT};
        if (atomic_load(stop) || poll(&ready, 1, 5000) <= 0)
            return error_set(error, BANSHI_EPRINTER, "%s · %s", address, strerror(ETIMEDOUT));
        ssize_t wrote = send(fd, bytes, n, MSG_NOSIGNAL);
        if (wrote < 0 && errno == ENOTSOCK)
            wrote = write(fd, bytes, n);
        if (wrote < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (wrote < 0)
            return error_set(error, BANSHI_EPRINTER, "%s · %s", address, strerror(errno));
        bytes += wrote;
        n -= (size_t)wrote;
    }
    return 0;
}

/* Printers ------------------------------------------------------------------------------------------------------ */

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

bool destination_is_printer(const char *destination)
{
    return begins(destination, "printer:") || begins(destination, "ipp://") || begins(destination, "ipps://") ||
           begins(destination, "escpos:");
}

int destination_print(int fd, const char *destination, const char *title, int wait_ms, const atomic_bool *stop,
                      struct outcome *ret_outcome, struct banshi_error *error)
{
    bool queue = begins(destination, "printer:");
    int r = begins(destination, "escpos:")
                ? error_set(error, BANSHI_EPRINTER, "%s · %s", destination, "takes slips only")
                : ipp_send(fd, queue ? destination + strlen("printer:") : NULL, queue ? NULL : destination, title,
                           wait_ms, stop, ret_outcome, error);
    close(fd);
    return r;
}

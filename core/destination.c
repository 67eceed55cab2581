/* SPDX-License-Identifier: MIT */
/* Where papers go: standard output, a file, a command, a thermal printer, a printer of the system or the network. */
#include <config.h>

#include "destination.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db.h"
#include "file.h"

/* Bytes --------------------------------------------------------------------------------------------------------- */

static int to_file(const void *bytes, size_t n, const char *path, struct banshi_error *error)
{
    int fd = file_new(path, error);
    if (fd < 0)
        return fd;
    if (file_write(fd, bytes, n))
        return file_finish(fd, path, error);
    int failed = errno;
    close(fd);
    return error_set(error, BANSHI_EIO, "%s · %s", path, strerror(failed));
}

/* The command is the clerk's own; what is sent goes to its standard input and nowhere else. */
static int to_command(const void *bytes, size_t n, const char *command, struct banshi_error *error)
{
    extern char **environ;
    int pipes[2], status = -1;
    if (pipe2(pipes, O_CLOEXEC) != 0)
        return error_set(error, BANSHI_EIO, "%s · %s", command, strerror(errno));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes[0], 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    char shell[] = "sh", option[] = "-c", *copy = strdup(command);
    char *const args[] = {shell, option, copy, NULL};
    pid_t pid;
    int failed = copy ? posix_spawn(&pid, "/bin/sh", &actions, NULL, args, environ) : ENOMEM;
    posix_spawn_file_actions_destroy(&actions);
    free(copy);
    close(pipes[0]);
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    bool ok = failed == 0 && file_write(pipes[1], bytes, n);
    sigaction(SIGPIPE, &before, NULL);
    close(pipes[1]);
    while (failed == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if (failed)
        return error_set(error, BANSHI_EIO, "%s · %s", command, strerror(failed));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return error_set(error, BANSHI_EIO, "%s · exit status · %d", command,
                         WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    return ok ? 0 : error_set(error, BANSHI_EIO, "%s · %s", command, strerror(EPIPE));
}

int destination_write(const void *bytes, size_t n, const char *destination, struct banshi_error *error)
{
    if (strcmp(destination, "-") == 0)
        return file_write(STDOUT_FILENO, bytes, n) ? 0 : error_set(error, BANSHI_EIO, "stdout · %s", strerror(errno));
    if (destination[0] == '|')
        return to_command(bytes, n, destination + 1, error);
    return to_file(bytes, n, destination, error);
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

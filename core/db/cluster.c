/* SPDX-License-Identifier: MIT */
/* The files and programs of the embedded server, run as its user. */
#include <config.h>

#include "cluster.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db.h"

/* Running programs --------------------------------------------------------------------------------------------- */

static void become_server(const struct local *l, int input)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    setsid(); /* so that Ctrl-C in the terminal does not reach the server */
    if (l->user && (initgroups(l->user, l->gid) != 0 || setgid(l->gid) != 0 || setuid(l->uid) != 0))
        _exit(126);
    umask(077);
    if (chdir(l->cluster) != 0)
        _exit(126);
    int output = open("setup.log", O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (output < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0)
        _exit(126);
    for (int fd = 3; fd < 1024; fd++)
        close(fd); /* no lock is inherited */
}

/* The last line of setup.log, to say why a program failed. */
static void last_words(const struct local *l, char *ret, size_t size)
{
    char path[1200], line[512];
    snprintf(path, sizeof path, "%s/setup.log", l->cluster);
    snprintf(ret, size, "%s", path);
    FILE *f = fopen(path, "re");
    if (!f)
        return;
    while (fgets(line, sizeof line, f))
        if (line[0] != '\n') {
            line[strcspn(line, "\n")] = '\0';
            snprintf(ret, size, "%s · %.300s", path, line);
        }
    fclose(f);
}

int cluster_run(const struct local *l, const char *program, char *const args[], const char *input,
                struct banshi_error *error)
{
    static char *const environment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    char path[600], words[1800];
    snprintf(path, sizeof path, "%s/%s", l->bin, program);
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0)
        return error_set(error, BANSHI_ELOCAL, "pipe · %s", strerror(errno));
    pid_t pid = fork();
    if (pid == 0) {
        char *own[24] = {path}; /* PostgreSQL's programs look for each other beside argv[0] */
        for (size_t i = 1; i < 23 && args[i]; i++)
            own[i] = args[i];
        become_server(l, pipes[0]);
        execve(path, own, environment);
        _exit(127);
    }
    close(pipes[0]);
    if (pid > 0 && input) {
        signal(SIGPIPE, SIG_IGN);
        if (write(pipes[1], input, strlen(input)) < 0)
            errno = 0; /* the program's exit status tells */
    }
    close(pipes[1]);
    int status = -1;
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    last_words(l, words, sizeof words);
    return error_set(error, BANSHI_ELOCAL, "%s · %s", program, words);
}

/* Making the cluster ------------------------------------------------------------------------------------------- */

int cluster_write(const char *path, const char *text, mode_t mode, uid_t uid, gid_t gid, struct banshi_error *error)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    size_t n = strlen(text);
    bool ok = fd >= 0 && write(fd, text, n) == (ssize_t)n && fchown(fd, uid, gid) == 0 && fsync(fd) == 0;
    int saved = errno;
    if (fd >= 0)
        close(fd);
    return ok ? 0 : error_set(error, BANSHI_ELOCAL, "%s · %s", path, strerror(saved));
}

static bool random_secret(char ret[33])
{
    unsigned char r[16];
    if (getrandom(r, sizeof r, 0) != (ssize_t)sizeof r)
        return false;
    for (size_t i = 0; i < sizeof r; i++)
        sprintf(ret + 2 * i, "%02x", r[i]);
    return true;
}

int cluster_remove(const struct local *l, const char *folder, struct banshi_error *error)
{
    char command[64];
    char *const clear[] = {"sh", "-c", command, NULL};
    struct local shell = *l;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    snprintf(shell.bin, sizeof shell.bin, "/bin");
    return cluster_run(&shell, "sh", clear, NULL, error);
}

int cluster_make(const struct local *l, struct banshi_error *error)
{
    char path[1200], entry[64], secret[33];
    if (!random_secret(secret))
        return error_set(error, BANSHI_ELOCAL, "getrandom · %s", strerror(errno));
    snprintf(path, sizeof path, "%s/password", l->cluster);
    int code = cluster_write(path, secret, 0600, l->uid, l->gid, error);
    if (code != 0)
        return code;
    char *const initdb[] = {"initdb", "-D",   "data.new",         "-U",
                            "banshi", "-A",   "scram-sha-256",    "--pwfile=password",
                            "-E",     "UTF8", "--locale=C.UTF-8", "--data-checksums",
                            NULL};
    /* what an interrupted attempt left is made anew; the rename at the end makes it count */
    code = cluster_remove(l, "data.new", error);
    if (code == 0)
        code = cluster_run(l, "initdb", initdb, NULL, error);
    unlink(path);
    if (code != 0)
        return code;
    static const char conf[] = "listen_addresses = ''\nunix_socket_permissions = 0700\nport = 5432\n"
                               "cluster_name = 'banshi'\njit = off\nmax_connections = 200\nlog_timezone = 'UTC'\n";
    snprintf(path, sizeof path, "%s/data.new/postgresql.auto.conf", l->cluster);
    code = cluster_write(path, conf, 0600, l->uid, l->gid, error);
    char *const single[] = {"postgres", "--single", "-D", "data.new", "postgres", NULL};
    if (code == 0)
        code = cluster_run(l, "postgres", single, "create database banshi\n", error);
    snprintf(path, sizeof path, "%s/pgpass", l->dir);
    snprintf(entry, sizeof entry, "*:*:*:banshi:%s\n", secret);
    if (code == 0)
        code = cluster_write(path, entry, 0600, geteuid(), getegid(), error);
    explicit_bzero(secret, sizeof secret);
    explicit_bzero(entry, sizeof entry);
    char from[1200], to[1200];
    snprintf(from, sizeof from, "%s/data.new", l->cluster);
    snprintf(to, sizeof to, "%s/data", l->cluster);
    if (code == 0 && rename(from, to) != 0)
        code = error_set(error, BANSHI_ELOCAL, "%s · %s", to, strerror(errno));
    return code;
}

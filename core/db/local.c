/* SPDX-License-Identifier: MIT */
/* The embedded server: a private PostgreSQL cluster that its users share and the last of them stops.
 *
 * In the state directory: cluster/ (data, log; owned by the server's user), run/ (its socket), pgpass (passwords, 0600),
 * start.lock (held while starting and stopping), users.lock (shared by the users), keep (do not stop). */
#include <config.h>

#include "local.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <banshi/centre.h>

#include "cluster.h"
#include "db.h"

/* Where things are --------------------------------------------------------------------------------------------- */

static int state_dir_of(const char *given, char *ret, size_t size, struct banshi_error *error)
{
    const char *home = getenv("HOME"), *state = getenv("XDG_STATE_HOME"), *own = getenv("BANSHI_STATE_DIR");
    int n;
    if (given || (own && *own))
        n = snprintf(ret, size, "%s", given ? given : own);
    else if (geteuid() == 0)
        n = snprintf(ret, size, "/var/lib/banshi");
    else if (state && *state == '/')
        n = snprintf(ret, size, "%s/banshi", state);
    else
        n = snprintf(ret, size, "%s/.local/state/banshi", home ? home : "");
    if (n < 0 || (size_t)n >= size || ret[0] != '/')
        return error_set(error, BANSHI_ELOCAL, "BANSHI_STATE_DIR · %.900s", ret);
    return 0;
}

static bool make_folder(const char *path, mode_t mode)
{
    char part[1100];
    snprintf(part, sizeof part, "%s", path);
    for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(part, 0755) != 0 && errno != EEXIST)
            return false;
        *slash = '/';
    }
    return mkdir(part, mode) == 0 || errno == EEXIST;
}

/* The socket's folder: in the state directory unless the path is too long for a socket. */
static int place_socket(struct local *l, struct banshi_error *error)
{
    if (strlen(l->dir) + sizeof "/run/.s.PGSQL.5432.lock" < sizeof((struct sockaddr_un *)0)->sun_path) {
        snprintf(l->run, sizeof l->run, "%.80s/run", l->dir);
        return 0;
    }
    unsigned long hash = 5381;
    for (const char *s = l->dir; *s; s++)
        hash = hash * 33 + (unsigned char)*s;
    snprintf(l->run, sizeof l->run, "/tmp/banshi-%u-%016lx", (unsigned)geteuid(), hash);
    struct stat st;
    if (mkdir(l->run, 0700) == 0)
        return 0;
    if (lstat(l->run, &st) != 0 || !S_ISDIR(st.st_mode) || (st.st_uid != geteuid() && st.st_uid != l->uid))
        return error_set(error, BANSHI_ELOCAL, "%s · %s", l->run, strerror(errno));
    return 0;
}

static int find_programs(struct local *l, struct banshi_error *error)
{
    char path[600];
    snprintf(l->bin, sizeof l->bin, "%s", PG_BINDIR);
    snprintf(path, sizeof path, "%s/pg_ctl", l->bin);
    if (access(path, X_OK) == 0)
        return 0;
    glob_t found;
    int code = -1;
    if (glob("/usr/lib/postgresql/*/bin/pg_ctl", 0, NULL, &found) == 0) {
        snprintf(l->bin, sizeof l->bin, "%.*s", (int)(strlen(found.gl_pathv[found.gl_pathc - 1]) - strlen("/pg_ctl")),
                 found.gl_pathv[found.gl_pathc - 1]);
        code = 0;
        globfree(&found);
    }
    return code == 0 ? 0 : error_set(error, BANSHI_ELOCAL, "%s/pg_ctl · %s", PG_BINDIR, strerror(ENOENT));
}

static int locate(const char *state_dir, struct local *l, struct banshi_error *error)
{
    *l = (struct local){.users = -1, .uid = geteuid(), .gid = getegid()};
    int code = state_dir_of(state_dir, l->dir, sizeof l->dir, error);
    if (code != 0)
        return code;
    if (geteuid() == 0) { /* a server does not run as root */
        struct passwd *pw = getpwnam("postgres");
        if (!pw)
            return error_set(error, BANSHI_ELOCAL, "postgres · %s", "no such user");
        l->uid = pw->pw_uid;
        l->gid = pw->pw_gid;
        l->user = "postgres";
    }
    snprintf(l->cluster, sizeof l->cluster, "%s/cluster", l->dir);
    return 0;
}

/* Starting and stopping ----------------------------------------------------------------------------------------- */

/* Does the server take connections? */
static bool answers(const struct local *l)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int n = snprintf(address.sun_path, sizeof address.sun_path, "%s/.s.PGSQL.5432", l->run);
    if (n < 0 || (size_t)n >= sizeof address.sun_path)
        return false;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool ok = fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

/* A descriptor, or an error's code. */
static int open_lock(const struct local *l, const char *name, int how, struct banshi_error *error)
{
    char path[1100];
    snprintf(path, sizeof path, "%s/%s", l->dir, name);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600), problem = errno;
    while (fd >= 0 && flock(fd, how) != 0)
        if (errno != EINTR) {
            problem = errno;
            close(fd);
            fd = -1;
        }
    return fd >= 0 ? fd
                   : error_set(error, problem == EWOULDBLOCK ? BANSHI_EBUSY : BANSHI_ELOCAL, "%s · %s", path,
                               strerror(problem));
}

static int make_folders(const struct local *l, struct banshi_error *error)
{
    if (!make_folder(l->dir, l->user ? 0711 : 0700) || !make_folder(l->cluster, 0700) || !make_folder(l->run, 0700))
        return error_set(error, BANSHI_ELOCAL, "%s · %s", l->dir, strerror(errno));
    if (l->user && (chown(l->cluster, l->uid, l->gid) != 0 || chown(l->run, l->uid, l->gid) != 0))
        return error_set(error, BANSHI_ELOCAL, "%s · %s", l->cluster, strerror(errno));
    return 0;
}

/* The server's option that says where its socket is, for the shell that pg_ctl gives it to: the folder is told at each start, so
 * that the state directory may be moved. */
static void socket_option(const struct local *l, char *ret)
{
    ret += sprintf(ret, "-k '");
    for (const char *c = l->run; *c; c++)
        ret += sprintf(ret, *c == '\'' ? "'\\''" : "%c", *c);
    strcpy(ret, "'");
}

static int make_and_start(const struct local *l, struct banshi_error *error)
{
    char path[1200];
    snprintf(path, sizeof path, "%s/data/PG_VERSION", l->cluster);
    int code = access(path, F_OK) == 0 ? 0 : cluster_make(l, error);
    if (code != 0 || answers(l))
        return code;
    char option[sizeof l->run * 4 + 8];
    socket_option(l, option);
    char *const start[] = {"pg_ctl", "start", "-D", "data", "-l", "log", "-w", "-s", "-t", "60", "-o", option, NULL};
    return cluster_run(l, "pg_ctl", start, NULL, error);
}

int local_start(const char *state_dir, struct local **ret_local, char **ret_conninfo, struct banshi_error *error)
{
    struct local *l = malloc(sizeof *l);
    if (!l)
        return error_set(error, BANSHI_ENOMEM, "local_start");
    int code = locate(state_dir, l, error);
    if (code == 0)
        code = find_programs(l, error);
    if (code == 0 && !make_folder(l->dir, l->user ? 0711 : 0700))
        code = error_set(error, BANSHI_ELOCAL, "%s · %s", l->dir, strerror(errno));
    if (code == 0)
        code = place_socket(l, error);
    if (code == 0)
        code = make_folders(l, error);
    if (code == 0) {
        l->users = open_lock(l, "users.lock", LOCK_SH, error);
        code = l->users < 0 ? l->users : 0;
    }
    if (code == 0 && !answers(l)) {
        int lock = open_lock(l, "start.lock", LOCK_EX, error);
        code = lock < 0 ? lock : answers(l) ? 0 : make_and_start(l, error);
        if (lock >= 0)
            close(lock);
    }
    char *conninfo = NULL;
    if (code == 0 &&
        asprintf(&conninfo, "host='%s' dbname=banshi user=banshi passfile='%s/pgpass'", l->run, l->dir) < 0)
        code = error_set(error, BANSHI_ENOMEM, "local_start");
    if (code != 0) {
        if (l->users >= 0)
            close(l->users);
        free(l);
        return code;
    }
    *ret_local = l;
    *ret_conninfo = conninfo;
    return 0;
}

static bool kept(const struct local *l)
{
    char path[1100];
    snprintf(path, sizeof path, "%s/keep", l->dir);
    return access(path, F_OK) == 0;
}

void local_leave(struct local *l)
{
    if (!l)
        return;
    if (flock(l->users, LOCK_EX | LOCK_NB) == 0 && !kept(l) && answers(l)) {
        char *const stop[] = {"pg_ctl", "stop", "-D", "data", "-m", "fast", "-w", "-s", "-t", "60", NULL};
        cluster_run(l, "pg_ctl", stop, NULL, NULL);
    }
    close(l->users);
    free(l);
}

/* For administrators ------------------------------------------------------------------------------------------- */

int banshi_local_keep(const char *state_dir, bool on, struct banshi_error *error)
{
    struct local l;
    int code = locate(state_dir, &l, error);
    if (code != 0)
        return code;
    char path[1100];
    snprintf(path, sizeof path, "%s/keep", l.dir);
    if (on)
        return make_folder(l.dir, l.user ? 0711 : 0700)
                   ? cluster_write(path, "", 0600, geteuid(), getegid(), error)
                   : error_set(error, BANSHI_ELOCAL, "%s · %s", l.dir, strerror(errno));
    if (unlink(path) != 0 && errno != ENOENT)
        return error_set(error, BANSHI_ELOCAL, "%s · %s", path, strerror(errno));
    return 0;
}

int banshi_local_discard(const char *state_dir, struct banshi_error *error)
{
    struct local l;
    int code = locate(state_dir, &l, error);
    if (code == 0)
        code = find_programs(&l, error);
    if (code == 0)
        code = place_socket(&l, error);
    if (code != 0)
        return code;
    int users = open_lock(&l, "users.lock", LOCK_EX | LOCK_NB, error);
    if (users < 0)
        return users;
    char *const stop[] = {"pg_ctl", "stop", "-D", "data", "-m", "immediate", "-w", "-s", "-t", "60", NULL};
    if (answers(&l))
        code = cluster_run(&l, "pg_ctl", stop, NULL, error);
    if (code == 0)
        code = cluster_remove(&l, "data", error);
    close(users);
    return code;
}

int banshi_local_status(const char *state_dir, struct banshi_local *ret, struct banshi_error *error)
{
    struct local l;
    int code = locate(state_dir, &l, error);
    if (code == 0)
        code = place_socket(&l, error);
    if (code != 0)
        return code;
    *ret = (struct banshi_local){.running = answers(&l), .keep = kept(&l)};
    snprintf(ret->socket_dir, sizeof ret->socket_dir, "%s", l.run);
    snprintf(ret->data_dir, sizeof ret->data_dir, "%.1000s/cluster/data", l.dir);
    snprintf(ret->log, sizeof ret->log, "%.1000s/cluster/log", l.dir);
    return 0;
}

int banshi_local_remember(const char *state_dir, const char *login, const char *password, struct banshi_error *error)
{
    struct local l;
    int code = locate(state_dir, &l, error);
    if (code != 0)
        return code;
    if (strpbrk(login, ":\\\n") || strpbrk(password, ":\\\n"))
        return error_set(error, BANSHI_EINVALID, "%s", login);
    char path[1100], fresh[1110], line[600], start[300];
    snprintf(path, sizeof path, "%s/pgpass", l.dir);
    snprintf(fresh, sizeof fresh, "%s.new", path);
    snprintf(start, sizeof start, "*:*:*:%.200s:", login);
    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL, *in = fopen(path, "re");
    bool ok = out && in;
    while (ok && fgets(line, sizeof line, in))
        if (strncmp(line, start, strlen(start)) != 0)
            ok = fputs(line, out) >= 0;
    ok = ok && fprintf(out, "%s%s\n", start, password) > 0 && fflush(out) == 0 && fsync(fd) == 0;
    if (in)
        fclose(in);
    if (out)
        ok = fclose(out) == 0 && ok;
    if (!ok || rename(fresh, path) != 0)
        return error_set(error, BANSHI_ELOCAL, "%s · %s", path, strerror(errno));
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* New files: nameless in their folder until they are whole, or in memory where the file system cannot do that. */
#include <config.h>

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "error.h"

bool file_write(int fd, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n > 0) {
        ssize_t wrote = write(fd, at, n);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        at += wrote;
        n -= (size_t)wrote;
    }
    return true;
}

int file_new(const char *path, struct banshi_error *error)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (access(path, F_OK) == 0)
        return error_set(error, BANSHI_EIO, "%s · %s", path, strerror(EEXIST));
    char *folder = !slash ? strdup(".") : n == 0 ? strdup("/") : strndup(path, n);
    if (!folder)
        return error_set(error, BANSHI_ENOMEM, "%s", path);
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR))
        fd = memfd_create("file", MFD_CLOEXEC);
    int failed = errno;
    free(folder);
    return fd >= 0 ? fd : error_set(error, BANSHI_EIO, "%s · %s", path, strerror(failed));
}

const char *file_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

int file_nameless(struct banshi_error *error)
{
    int fd = open(file_folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        fd = memfd_create("file", MFD_CLOEXEC);
    return fd >= 0 ? fd : error_set(error, BANSHI_EIO, "%s · %s", file_folder(), strerror(errno));
}

static bool copy(int from, int to)
{
    char bytes[1 << 16];
    for (off_t at = 0;;) {
        ssize_t n = pread(from, bytes, sizeof bytes, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 && fsync(to) == 0;
        if (!file_write(to, bytes, (size_t)n))
            return false;
        at += n;
    }
}

/* From memory, under another name for a moment, in which no signal ends the program. */
static bool name_copy(int fd, const char *path)
{
    char *unfinished = NULL;
    sigset_t all, before;
    if (asprintf(&unfinished, "%s.XXXXXX", path) < 0)
        return false;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int to = mkostemp(unfinished, O_CLOEXEC);
    bool ok = to >= 0 && copy(fd, to) && link(unfinished, path) == 0; /* unlike rename, never over another's file */
    int failed = errno;
    if (to >= 0) {
        close(to);
        unlink(unfinished);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    free(unfinished);
    errno = failed;
    return ok;
}

int file_finish(int fd, const char *path, struct banshi_error *error)
{
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    bool ok = fsync(fd) == 0 && (linkat(AT_FDCWD, name, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ||
                                 ((errno == EXDEV || errno == ENOENT) && name_copy(fd, path)));
    int r = ok ? 0 : error_set(error, BANSHI_EIO, "%s · %s", path, strerror(errno));
    close(fd);
    return r;
}

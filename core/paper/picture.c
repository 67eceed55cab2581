/* SPDX-License-Identifier: MIT */
/* Pictures on a page; plain text as a paper's content; the text of a PDF. */
#include <config.h>

#include "picture.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "error.h"

enum { TEXT_MOST = 400000, PIXELS_MOST = 40000000 };
static const double page_width = 595.28, page_height = 841.89, margin = 36; /* points */

static bool write_whole(int fd, const unsigned char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t wrote = write(fd, bytes, size);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        size -= (size_t)wrote;
    }
    return true;
}

int picture_memory(const void *bytes, size_t size, int *ret_fd, struct banshi_error *error)
{
    int fd = memfd_create("form", MFD_CLOEXEC);
    if (fd < 0 || !write_whole(fd, bytes, size) || lseek(fd, 0, SEEK_SET) < 0) {
        int saved = errno;
        if (fd >= 0)
            close(fd);
        return error_set(error, BANSHI_EIO, "memfd · %s", strerror(saved));
    }
    *ret_fd = fd;
    return 0;
}

/* Pictures ------------------------------------------------------------------------------------------------------ */

struct source {
    const unsigned char *bytes;
    size_t left;
};

static cairo_status_t read_bytes(void *closure, unsigned char *to, unsigned n)
{
    struct source *source = closure;
    if (n > source->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, source->bytes, n);
    source->bytes += n;
    source->left -= n;
    return CAIRO_STATUS_SUCCESS;
}

/* Width and height of a JPEG: in its frame header, after segments that each tell their length (ISO/IEC 10918-1 B). */
static bool jpeg_size(const unsigned char *bytes, size_t size, int *ret_width, int *ret_height)
{
    for (size_t at = 2; at + 9 < size && bytes[at] == 0xff;) {
        unsigned char marker = bytes[at + 1];
        if (marker == 0xff) { /* fill byte */
            at++;
        } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            *ret_height = bytes[at + 5] << 8 | bytes[at + 6];
            *ret_width = bytes[at + 7] << 8 | bytes[at + 8];
            return *ret_width > 0 && *ret_height > 0;
        } else {
            at += 2 + (size_t)(bytes[at + 2] << 8 | bytes[at + 3]);
        }
    }
    return false;
}

/* The same of a PNG, whose header comes first: looked at before anything is unpacked. */
static bool png_size(const unsigned char *bytes, size_t size, int *ret_width, int *ret_height)
{
    if (size < 24 || memcmp(bytes + 12, "IHDR", 4) != 0)
        return false;
    uint32_t width = (uint32_t)bytes[16] << 24 | (uint32_t)bytes[17] << 16 | (uint32_t)bytes[18] << 8 | bytes[19];
    uint32_t height = (uint32_t)bytes[20] << 24 | (uint32_t)bytes[21] << 16 | (uint32_t)bytes[22] << 8 | bytes[23];
    if (width == 0 || height == 0 || width > 32767 || height > 32767)
        return false;
    *ret_width = (int)width;
    *ret_height = (int)height;
    return true;
}

/* A JPEG goes into the PDF as it is: the surface beside it only tells its size. */
static cairo_surface_t *picture_of(const unsigned char *bytes, size_t size, bool png)
{
    int width = 0, height = 0;
    if (!(png ? png_size : jpeg_size)(bytes, size, &width, &height) || (int64_t)width * height > PIXELS_MOST)
        return NULL;
    if (png)
        return cairo_image_surface_create_from_png_stream(read_bytes, &(struct source){bytes, size});
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, size, NULL, NULL);
    return surface;
}

static cairo_status_t write_page(void *closure, const unsigned char *bytes, unsigned n)
{
    return write_whole(*(int *)closure, bytes, n) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

int picture_page(const unsigned char *bytes, size_t size, bool png, int *ret_fd, struct banshi_error *error)
{
    cairo_surface_t *picture = picture_of(bytes, size, png);
    if (!picture || cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(picture);
        return error_set(error, BANSHI_EINVALID, "not a PDF, PNG, JPEG or text file");
    }
    int fd = memfd_create("form", MFD_CLOEXEC);
    double width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
    double across = (page_width - 2 * margin) / width, down = (page_height - 2 * margin) / height;
    double scale = across < down ? across : down;
    cairo_surface_t *page = cairo_pdf_surface_create_for_stream(write_page, &fd, page_width, page_height);
    cairo_t *cr = cairo_create(page);
    cairo_translate(cr, (page_width - width * scale) / 2, margin);
    cairo_scale(cr, scale, scale);
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_paint(cr);
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(page);
    bool ok = fd >= 0 && cairo_surface_status(page) == CAIRO_STATUS_SUCCESS && lseek(fd, 0, SEEK_SET) == 0;
    cairo_surface_destroy(page);
    cairo_surface_destroy(picture);
    if (ok) {
        *ret_fd = fd;
        return 0;
    }
    if (fd >= 0)
        close(fd);
    return error_set(error, BANSHI_EIO, "memfd · %s", strerror(errno));
}

/* Text ---------------------------------------------------------------------------------------------------------- */

char *picture_text_content(const char *name, const char *text, size_t size)
{
    char *ret = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&ret, &length);
    if (!out)
        return NULL;
    fprintf(out, "title\t%s\n", name);
    for (const char *end = text + size; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t n = (size_t)((newline ? newline : end) - text);
        fputs("line\t", out);
        for (size_t i = 0; i < n; i++)
            fputc(text[i] == '\t' || text[i] == '\r' || text[i] == '\f' ? ' ' : text[i], out);
        fputs(n ? "\n" : " \n", out);
        text += n + (newline != NULL);
    }
    return fclose(out) == 0 ? ret : NULL;
}

/* Read what a program writes, at most TEXT_MOST bytes: then it is ended, nobody reads more on a terminal. */
static char *read_output(int fd, pid_t pid)
{
    char *text = malloc(TEXT_MOST + 1);
    size_t size = 0;
    while (text && size < TEXT_MOST) {
        ssize_t n = read(fd, text + size, TEXT_MOST - size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        size += (size_t)n;
    }
    if (!text || size == TEXT_MOST)
        kill(pid, SIGKILL);
    if (!text)
        return NULL;
    while (size == TEXT_MOST && (text[size - 1] & 0xc0) == 0x80) /* not in the middle of a character */
        size--;
    text[size == TEXT_MOST ? size - 1 : size] = '\0';
    for (char *s = text; *s; s++)
        if (*s == '\f')
            *s = '\n';
    return text;
}

int picture_pdf_text(const char *path, char **ret_text, struct banshi_error *error)
{
    extern char **environ;
    char program[] = "pdftotext", layout[] = "-layout", quiet[] = "-q", to[] = "-", *from = NULL;
    posix_spawn_file_actions_t actions;
    int pipes[2], status = -1;
    pid_t pid;
    if (asprintf(&from, "%s%s", path[0] == '-' ? "./" : "", path) < 0)
        return error_set(error, BANSHI_ENOMEM, "%s", path);
    if (pipe2(pipes, O_CLOEXEC) != 0) {
        free(from);
        return error_set(error, BANSHI_EIO, "%s · %s", path, strerror(errno));
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    char *const args[] = {program, layout, quiet, from, to, NULL};
    int failed = posix_spawnp(&pid, program, &actions, NULL, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    free(from);
    close(pipes[1]);
    char *text = failed ? NULL : read_output(pipes[0], pid);
    close(pipes[0]);
    while (!failed && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    bool enough = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (!failed && !enough && (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 127))) {
        free(text);
        return error_set(error, BANSHI_EINVALID, "%s · %s", path, "not a PDF that can be read");
    }
    *ret_text = text;
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* The files of forms: read from this machine, put together from pieces, sent to where they are wanted. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <banshi/material_form.h>
#include <banshi/text.h>

#include "db/db.h"
#include "paper/destination.h"
#include "paper/picture.h"
#include "db/rows.h"
#include "db/work.h"

enum { FILE_MOST = 32 << 20 };

struct banshi_material_file {
    unsigned char *bytes;
    size_t size, room;
    char name[1024], type[32];
};

/* Reading ------------------------------------------------------------------------------------------------------- */

/* Exactly n bytes; false with errno, which is 0 when the file ends before. */
static bool read_all(int fd, unsigned char *bytes, size_t n)
{
    while (n > 0) {
        errno = 0;
        ssize_t got = read(fd, bytes, n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        n -= (size_t)got;
    }
    return true;
}

/* A file's bytes, with a NUL behind them; malloced. NULL with the error. */
static unsigned char *read_whole(const char *path, size_t *ret_size, struct banshi_error *error)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    unsigned char *bytes = NULL;
    if (fd < 0 || fstat(fd, &st) != 0)
        error_set(error, BANSHI_EIO, "%s · %s", path, strerror(errno));
    else if (!S_ISREG(st.st_mode) || st.st_size > FILE_MOST)
        error_set(error, BANSHI_EINVALID, "%s · %s", path,
                  S_ISREG(st.st_mode) ? "larger than 32 MiB" : "not a PDF, PNG, JPEG or text file");
    else if (!(bytes = calloc((size_t)st.st_size + 1, 1)))
        error_set(error, BANSHI_ENOMEM, "%s", path);
    else if (!read_all(fd, bytes, (size_t)st.st_size)) {
        error_set(error, BANSHI_EIO, "%s · %s", path, errno ? strerror(errno) : "the file is cut off");
        free(bytes);
        bytes = NULL;
    } else
        *ret_size = (size_t)st.st_size;
    if (fd >= 0)
        close(fd);
    return bytes;
}

static bool is_binary(const unsigned char *bytes, size_t size)
{
    return (size >= 5 && memcmp(bytes, "%PDF-", 5) == 0) || (size >= 4 && memcmp(bytes, "\x89PNG", 4) == 0) ||
           (size >= 3 && memcmp(bytes, "\xff\xd8\xff", 3) == 0);
}

/* Text in one of the encodings that there are becomes UTF-8; anything else is refused. */
static int make_text(const char *path, unsigned char **bytes, size_t *size, struct banshi_error *error)
{
    char *text = NULL;
    if (memchr(*bytes, '\0', *size) || banshi_text_import((char *)*bytes, *size, &text, NULL) != 0)
        return error_set(error, BANSHI_EINVALID, "%s · %s", path, "not a PDF, PNG, JPEG or text file");
    free(*bytes);
    *bytes = (unsigned char *)text;
    *size = strlen(text);
    return 0;
}

static int load(void *closure, struct progress *progress, struct banshi_rows **ret_rows, struct banshi_error *error)
{
    const char *path = closure, *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t size = 0;
    char *content = NULL, *text = NULL;
    (void)progress;
    if (banshi_text_check(name, error) != 0)
        return BANSHI_ETEXT;
    unsigned char *bytes = read_whole(path, &size, error);
    if (!bytes)
        return error->code;
    int r = is_binary(bytes, size) ? 0 : make_text(path, &bytes, &size, error);
    if (r == 0 && bytes[0] == '%')
        r = picture_pdf_text(path, &text, error);
    if (r == 0 && !(content = malloc((size + 2) / 3 * 4 + 1)))
        r = error_set(error, BANSHI_ENOMEM, "%s", path);
    if (r == 0) {
        EVP_EncodeBlock((unsigned char *)content, bytes, (int)size);
        *ret_rows = rows_new(&banshi_material_form_file_shape, 1);
        r = *ret_rows ? rows_add(*ret_rows, (const char *const[]){name, content, text ? text : ""}, error)
                      : error_set(error, BANSHI_ENOMEM, "%s", path);
    }
    free(bytes);
    free(content);
    free(text);
    return r;
}

struct banshi_op *banshi_material_form_load(struct banshi *b, const char *path, banshi_done_fn *fn, void *closure)
{
    char *copy = strdup(path);
    return copy ? work_start(b, load, copy, free, fn, closure) : NULL;
}

/* Putting together ---------------------------------------------------------------------------------------------- */

struct banshi_material_file *banshi_material_file_new(void)
{
    return calloc(1, sizeof(struct banshi_material_file));
}

void banshi_material_file_free(struct banshi_material_file *file)
{
    if (!file)
        return;
    free(file->bytes);
    free(file);
}

size_t banshi_material_file_size(const struct banshi_material_file *file)
{
    return file->size;
}

static bool has_hash(const struct banshi_material_file *file, const char *hash)
{
    unsigned char digest[32];
    char text[65];
    if (!EVP_Digest(file->bytes, file->size, digest, NULL, EVP_sha256(), NULL))
        return false;
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return strcmp(text, hash) == 0;
}

int banshi_material_file_add(struct banshi_material_file *file, const struct banshi_material_form_piece *piece,
                             struct banshi_error *error)
{
    size_t length = strlen(piece->content), padding = 0;
    if (!file->bytes) {
        if (piece->size <= 0 || piece->size > FILE_MOST)
            return error_set(error, BANSHI_EIO, "%s", piece->name);
        file->room = (size_t)piece->size;
        file->bytes = malloc(file->room + 3); /* decoding fills a group of three */
        if (!file->bytes)
            return error_set(error, BANSHI_ENOMEM, "%s", piece->name);
        snprintf(file->name, sizeof file->name, "%s", piece->name);
        snprintf(file->type, sizeof file->type, "%s", piece->type);
    }
    while (padding < 2 && padding < length && piece->content[length - 1 - padding] == '=')
        padding++;
    if (length == 0 || length % 4 != 0 || file->size + length / 4 * 3 - padding > file->room ||
        EVP_DecodeBlock(file->bytes + file->size, (const unsigned char *)piece->content, (int)length) < 0)
        return error_set(error, BANSHI_EIO, "%s", piece->name); /* replaced meanwhile */
    file->size += length / 4 * 3 - padding;
    if (file->size < file->room)
        return 0;
    return has_hash(file, piece->hash) ? 1 : error_set(error, BANSHI_EIO, "%s · checksum", piece->name);
}

/* Sending ------------------------------------------------------------------------------------------------------- */

struct send_work {
    struct banshi_material_file file;
    char *destination;
    int wait_ms;
};

static void free_send(void *closure)
{
    struct send_work *work = closure;
    free(work->file.bytes);
    free(work->destination);
    free(work);
}

/* Text is laid out. */
static int text_on_paper(const struct banshi_material_file *file, int *ret_fd, struct banshi_error *error)
{
    struct banshi_pdf *pdf = NULL;
    char *content = picture_text_content(file->name, (const char *)file->bytes, file->size);
    int r = content ? pdf_nameless(&pdf, error) : error_set(error, BANSHI_ENOMEM, "%s", file->name);
    if (r == 0)
        r = banshi_pdf_add(pdf, &(struct banshi_paper){.content = content}, error);
    free(content);
    if (r == 0)
        return pdf_take(pdf, ret_fd, error);
    banshi_pdf_free(pdf);
    return r;
}

/* On paper: a PDF is there already, a picture fills a page. A descriptor, or an error's code. */
static int on_paper(const struct banshi_material_file *file, struct banshi_error *error)
{
    int fd = -1, r;
    if (strcmp(file->type, "text/plain") == 0)
        r = text_on_paper(file, &fd, error);
    else if (strcmp(file->type, "application/pdf") == 0)
        r = picture_memory(file->bytes, file->size, &fd, error);
    else
        r = picture_page(file->bytes, file->size, strcmp(file->type, "image/png") == 0, &fd, error);
    return r == 0 ? fd : r;
}

static int send_bytes(const struct banshi_material_file *file, const char *destination, const atomic_bool *stop,
                      struct banshi_error *error)
{
    int fd = destination_open(destination, error);
    if (fd < 0)
        return fd;
    int r = destination_put(fd, file->bytes, file->size, destination, error);
    if (r == 0)
        return destination_close(fd, destination, stop, error);
    close(fd);
    return r;
}

static int send_file(void *closure, struct progress *progress, struct banshi_rows **ret_rows,
                     struct banshi_error *error)
{
    const struct send_work *work = closure;
    struct outcome outcome = {.state = "done"};
    int r;
    if (destination_is_printer(work->destination)) {
        int fd = on_paper(&work->file, error);
        r = fd < 0 ? fd
                   : destination_print(fd, work->destination, work->file.name, work->wait_ms, &progress->stop, &outcome,
                                       error);
    } else {
        r = send_bytes(&work->file, work->destination, &progress->stop, error);
    }
    return r ? r : outcome_rows(&outcome, work->destination, ret_rows, error);
}

struct banshi_op *banshi_material_file_send(struct banshi *b, const struct banshi_material_file *file,
                                            const char *destination, int wait_ms, banshi_done_fn *fn, void *closure)
{
    struct send_work *work = calloc(1, sizeof *work);
    if (!work)
        return NULL;
    work->file = *file;
    work->file.bytes = malloc(file->size + 1);
    work->destination = strdup(destination);
    work->wait_ms = wait_ms;
    if (!work->file.bytes || !work->destination) {
        free_send(work);
        return NULL;
    }
    memcpy(work->file.bytes, file->bytes, file->size);
    return work_start(b, send_file, work, free_send, fn, closure);
}

/* SPDX-License-Identifier: MIT */
/* Import of files: reads one, lets the reader of its kind check it, and sends the batch. */
#include <config.h>

#include <banshi/import.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <banshi/text.h>

#include "db/db.h"
#include "import.h"

enum { FILE_MAX = 64 << 20 };

static const struct kind {
    const char *name;
    int (*read)(struct import *in);
    char begins; /* what a file begins with after white space; '\0': anything */
} kinds[] = {
    {"catalogue", import_catalogue_read, '['},
    {"counters", import_counters_read, '['},
    {"staff", import_staff_read, '\0'},
    {"calendar", import_calendar_read, '{'},
};

int import_refuse(struct import *in, size_t line, const char *format, ...)
{
    char what[900];
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    if (length >= (int)sizeof(what)) {
        /* cut at a character */
        size_t end = sizeof(what) - 1;

        while (end > 0 && (what[end - 1] & 0xc0) == 0x80)
            end--;
        what[end > 0 ? end - 1 : 0] = '\0';
    }
    if (line == 0)
        return error_set(in->error, BANSHI_EIMPORT, "%s · %s", in->path, what);
    return error_set(in->error, BANSHI_EIMPORT, "%s:%zu · %s", in->path, line, what);
}

int import_warn(struct import *in, size_t line, const char *key, const char *reason)
{
    json_t *warning = json_pack("{s:I, s:s, s:s}", "line", (json_int_t)line, "key", key, "reason", reason);

    if (warning == NULL || json_array_append_new(in->warnings, warning) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

int import_once(struct import *in, size_t line, const char *what, const char *key)
{
    const json_t *first = json_object_get(in->seen, key);

    if (first != NULL)
        return import_refuse(in, line, "%s · %s · %s:%lld", what, key, in->path, (long long)json_integer_value(first));
    if (json_object_set_new(in->seen, key, json_integer((json_int_t)line)) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

int import_record(struct import *in, size_t line, json_t *record, size_t consumed)
{
    if (json_object_set_new(record, "line", json_integer((json_int_t)line)) < 0 ||
        fputs(in->records > 0 ? ",\n" : "", in->batch) < 0 || json_dumpf(record, in->batch, JSON_COMPACT) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    in->records++;
    /* how many there will be is estimated from the part of the file that is done with */
    if (in->progress != NULL && consumed > 0)
        in->progress(in->closure, in->records, (size_t)((double)in->records * (double)in->size / (double)consumed));
    return 0;
}

int import_text(struct import *in, size_t line, const char *name, const char *s)
{
    struct banshi_error why = {0};

    if (banshi_text_check(s, &why) < 0)
        return import_refuse(in, line, "%s · %s", name, why.detail);
    return 0;
}

/* Can a file of the kind begin so? White space alone can. */
static bool begins_well(const struct kind *kind, const char *bytes, size_t n)
{
    size_t i = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    while (i < n && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n'))
        i++;
    return i == n || kind->begins == '\0' || bytes[i] == kind->begins;
}

/* Read the whole file, unless it is too large or begins with something else than its kind does. */
static int read_file(struct import *in, const struct kind *kind, char **ret_bytes)
{
    size_t room = 64 << 10, size = 0;
    struct stat st;
    char *bytes = NULL;
    int r = 0;
    int fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0 || fstat(fd, &st) < 0) {
        r = error_set(in->error, BANSHI_EIO, "%s · %s", in->path, strerror(errno));
        goto out;
    }
    if (S_ISREG(st.st_mode) && st.st_size > FILE_MAX) {
        r = import_refuse(in, 0, "larger than 64 MiB");
        goto out;
    }
    for (;;) {
        char *larger = realloc(bytes, room);
        ssize_t n;

        if (larger == NULL) {
            r = error_set(in->error, BANSHI_ENOMEM, "%s", in->path);
            goto out;
        }
        bytes = larger;
        n = read(fd, bytes + size, room - size);
        if (n < 0) {
            if (errno == EINTR)
                continue;
            r = error_set(in->error, BANSHI_EIO, "%s · %s", in->path, strerror(errno));
            goto out;
        }
        if (n == 0)
            break;
        size += (size_t)n;
        if (size > FILE_MAX) {
            r = import_refuse(in, 0, "larger than 64 MiB");
            goto out;
        }
        if (!begins_well(kind, bytes, size))
            break; /* the reader will say what is wrong with the beginning */
        if (size == room)
            room *= 2;
    }
    in->text = bytes;
    in->size = size;
    *ret_bytes = bytes;
    bytes = NULL;
out:
    free(bytes);
    if (fd >= 0)
        close(fd);
    return r;
}

/* The records come first: what stands beside them is known after them. */
static int write_batch(struct import *in, const struct kind *kind)
{
    const char *slash = strrchr(in->path, '/');
    json_t *member;
    const char *name;
    int r = 0;

    if (json_object_set_new(in->about, "path", json_string(slash != NULL ? slash + 1 : in->path)) < 0 ||
        fputs("{\"records\":[", in->batch) < 0)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    if (r == 0)
        r = kind->read(in);
    if (r == 0 && (json_object_set(in->about, "warnings", in->warnings) < 0 || fputs("]", in->batch) < 0))
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    json_object_foreach(in->about, name, member)
    {
        if (r == 0 && (fprintf(in->batch, ",\n\"%s\":", name) < 0 ||
                       json_dumpf(member, in->batch, JSON_COMPACT | JSON_ENCODE_ANY) < 0))
            r = error_set(in->error, BANSHI_ENOMEM, "import");
    }
    if (r == 0 && fputs("}\n", in->batch) < 0)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    return r;
}

int banshi_import_read(const char *kind, const char *path, banshi_progress_fn *progress, void *closure, char **ret_json,
                       struct banshi_error *error)
{
    struct import in = {.path = path, .progress = progress, .closure = closure, .error = error};
    const struct kind *k = NULL;
    char *bytes = NULL, *json = NULL;
    size_t length;
    int r;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i].name, kind) == 0)
            k = &kinds[i];
    if (k == NULL)
        return error_set(error, BANSHI_EINVALID, "kind · %s", kind);
    if (banshi_text_check(path, error) < 0)
        return BANSHI_ETEXT;

    r = read_file(&in, k, &bytes);
    if (r < 0)
        return r;
    if (in.size >= 3 && memcmp(in.text, "\xef\xbb\xbf", 3) == 0) {
        in.text += 3;
        in.size -= 3;
    }
    in.batch = open_memstream(&json, &length);
    in.about = json_object();
    in.warnings = json_array();
    in.unknown = json_object();
    in.seen = json_object();
    if (in.batch == NULL || in.about == NULL || in.warnings == NULL || in.unknown == NULL || in.seen == NULL)
        r = error_set(error, BANSHI_ENOMEM, "import");
    else
        r = write_batch(&in, k);
    if (in.batch != NULL && fclose(in.batch) != 0 && r == 0)
        r = error_set(error, BANSHI_ENOMEM, "import");
    if (r == 0 && progress != NULL)
        progress(closure, in.records, in.records);
    json_decref(in.about);
    json_decref(in.warnings);
    json_decref(in.unknown);
    json_decref(in.seen);
    free(bytes);
    if (r < 0)
        free(json);
    else
        *ret_json = json;
    return r;
}

struct banshi_op *banshi_import(struct banshi *b, const char *opid, const char *kind, const char *json,
                                banshi_done_fn *fn, void *closure)
{
    return db_call(b, "import", &banshi_import_line_shape, fn, closure, "oss", opid, kind, json);
}

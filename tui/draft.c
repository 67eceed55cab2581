/* SPDX-License-Identifier: MIT */
/* Drafts of forms: lines "key value" in a file that is replaced as a whole. */
#include <config.h>

#include "draft.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "place.h"

static bool draft_path(const char *name, char ret[PLACE_SIZE])
{
    char file[256];
    int n = snprintf(file, sizeof file, "drafts/%s", name);
    return n > 0 && n < (int)sizeof file && place_file(file, ret);
}

bool draft_save(const char *name, const char opid[BANSHI_OPID_SIZE], const struct form *form, bool flush)
{
    char path[PLACE_SIZE], fresh[PLACE_SIZE + 8];
    if (!draft_path(name, path))
        return false;
    snprintf(fresh, sizeof fresh, "%s.new", path);
    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!f) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    fprintf(f, "opid %s\n", opid);
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const char *value = field->is.choices ? field->is.choices[field->chosen].code : field->edit.text;
        if (*value && !field->edit.hidden)
            fprintf(f, "%s %s\n", field->is.key, value);
    }
    bool ok = fflush(f) == 0 && (!flush || fsync(fd) == 0);
    ok = fclose(f) == 0 && ok;
    return ok && rename(fresh, path) == 0;
}

/* Call for each line of a draft: true to go on. */
typedef bool line_fn(void *closure, const char *id, const char *value);

static bool each_line(const char *name, line_fn *fn, void *closure)
{
    char path[PLACE_SIZE], *line = NULL;
    size_t room = 0;
    FILE *f = draft_path(name, path) ? fopen(path, "re") : NULL;
    if (!f)
        return false;
    bool more = true;
    while (more && getline(&line, &room, f) > 0) {
        line[strcspn(line, "\n")] = '\0';
        char *space = strchr(line, ' ');
        if (!space)
            continue;
        *space = '\0';
        more = fn(closure, line, space + 1);
    }
    free(line);
    fclose(f);
    return true;
}

struct loading {
    char *opid;
    struct form *form;
};

static bool load_line(void *closure, const char *id, const char *value)
{
    struct loading *l = closure;
    if (strcmp(id, "opid") == 0)
        snprintf(l->opid, BANSHI_OPID_SIZE, "%s", value);
    else
        form_set(l->form, id, value);
    return true;
}

bool draft_load(const char *name, char ret_opid[BANSHI_OPID_SIZE], struct form *form)
{
    return each_line(name, load_line, &(struct loading){ret_opid, form});
}

struct peeking {
    const char *key;
    char *ret;
    size_t size;
    bool found;
};

static bool peek_line(void *closure, const char *id, const char *value)
{
    struct peeking *p = closure;
    if (strcmp(id, p->key) != 0)
        return true;
    snprintf(p->ret, p->size, "%s", value);
    p->found = true;
    return false;
}

bool draft_peek(const char *name, const char *id, char *ret, size_t size)
{
    struct peeking p = {id, ret, size, false};
    return each_line(name, peek_line, &p) && p.found;
}

void draft_remove(const char *name)
{
    char path[PLACE_SIZE];
    if (draft_path(name, path))
        unlink(path);
}

void draft_expire(void)
{
    char folder[PLACE_SIZE], path[PLACE_SIZE + NAME_MAX + 1];
    if (!draft_path("", folder))
        return;
    DIR *dir = opendir(folder);
    time_t oldest = time(NULL) - (time_t)DRAFT_DAYS * 24 * 60 * 60;
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        struct stat st;
        snprintf(path, sizeof path, "%s%s", folder, entry->d_name);
        if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_mtime < oldest)
            unlink(path);
    }
    if (dir)
        closedir(dir);
}

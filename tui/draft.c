/* SPDX-License-Identifier: MIT */
/* Drafts of forms: lines "key value" in a file that is replaced as a whole. */
#include <config.h>

#include "draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool ok = mkdir(path, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!ok)
            return false;
    }
    return true;
}

static bool draft_path(const char *name, char ret[1024])
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int n = state && *state == '/' ? snprintf(ret, 1024, "%s/banshi/drafts/%s", state, name)
                                   : snprintf(ret, 1024, "%s/.local/state/banshi/drafts/%s", home ? home : "", name);
    return n > 0 && n < 1020;
}

bool draft_save(const char *name, const char opid[BANSHI_OPID_SIZE], const struct form *form)
{
    char path[1024], fresh[1032];
    if (!draft_path(name, path) || !make_folders(path))
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
        const char *value = field->choices ? field->choices[field->chosen].value : field->edit.text;
        if (*value && !field->edit.hidden)
            fprintf(f, "%s %s\n", field->key, value);
    }
    bool ok = fflush(f) == 0 && fsync(fd) == 0;
    ok = fclose(f) == 0 && ok;
    return ok && rename(fresh, path) == 0;
}

/* Call for each line of a draft: true to go on. */
typedef bool line_fn(void *closure, const char *id, const char *value);

static bool each_line(const char *name, line_fn *fn, void *closure)
{
    char path[1024], *line = NULL;
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
    char path[1024];
    if (draft_path(name, path))
        unlink(path);
}

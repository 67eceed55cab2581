/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fake_link.h"

#include "db/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "db/link.h"
#include "db/migrate.h"

static const struct banshi_field row_fields[] = {
    FIELD(struct fake_row, id, "Id", BANSHI_INT), FIELD(struct fake_row, at, NULL, BANSHI_TIME),
    FIELD(struct fake_row, day, NULL, BANSHI_DATE), FIELD(struct fake_row, yes, NULL, BANSHI_BOOL)};
const struct banshi_shape fake_row_shape = {"row", sizeof(struct fake_row), 4, row_fields};

char fake_version[128];
char fake_changed[256];
char fake_logged[8192];

static void note(void *closure, const struct banshi_event *event)
{
    (void)closure;
    strcat(strcat(fake_changed, event_concept(event->concept)), " ");
}

static void keep_log(void *closure, int level, const char *line)
{
    (void)closure;
    (void)level;
    size_t n = strlen(fake_logged);
    snprintf(fake_logged + n, sizeof fake_logged - n, "%s\n", line);
}

struct banshi *fake_open(const struct fake_line *script)
{
    struct banshi *b = NULL;
    struct banshi_options options = {.conninfo = "host=one,two", .log = keep_log};
    char interface[DIGEST_SIZE];
    migrate_interface(interface);
    snprintf(fake_version, sizeof fake_version, "%ld|%s|%s", migrate_version(), PACKAGE_VERSION, interface);
    fake_script(script);
    fake_changed[0] = fake_logged[0] = '\0';
    assert_int_equal(banshi_open(&b, &options, NULL), 0);
    banshi_on_event(b, note, NULL);
    return b;
}

int fake_connect(struct banshi *b, struct banshi_error *error)
{
    return banshi_run(b, banshi_session_connect(b, "ann", "secret", NULL, NULL), NULL, error);
}

struct banshi *fake_connected(const struct fake_line *script)
{
    struct banshi *b = fake_open(script);
    assert_int_equal(fake_connect(b, NULL), 0);
    return b;
}

struct banshi_op *fake_call(struct banshi *b, const char *procedure, banshi_done_fn *fn, const char *opid)
{
    return db_call(b, procedure, &fake_row_shape, fn, NULL, "o", opid);
}

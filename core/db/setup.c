/* SPDX-License-Identifier: MIT */
/* Setting up a connection, a step after the other. */
#include <config.h>

#include "setup.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "db.h"
#include "handle.h"
#include "migrate.h"
#include "rows.h"
#include "sql.h"
#include "statement.h"

enum step { STEP_SETTINGS, STEP_VERSION, STEP_SESSION, STEP_LISTEN, STEP_READY };

#define SETTINGS \
    "set timezone to 'UTC'; set datestyle to 'ISO'; set intervalstyle to 'postgres'; " \
    "set client_min_messages to 'warning'; set idle_in_transaction_session_timeout to '60s'"
/* What the staff's acts wait for is one for all that was done: see statement_flush. What the centre wants to wait for is kept. The
 * owner's commits wait each by itself. */
#define COMMIT \
    "; select set_config('banshi.synchronous_commit', current_setting('synchronous_commit'), false)," \
    " set_config('synchronous_commit', 'off', false); prepare " STATEMENT_FLUSH " as select" \
    " set_config('synchronous_commit', current_setting('banshi.synchronous_commit'), true)," \
    " pg_logical_emit_message(true, 'banshi', '')"
struct version_row {
    int64_t schema;
    const char *release, *interface;
};
static const struct banshi_field version_fields[] = {
    FIELD(struct version_row, schema, NULL, BANSHI_INT),
    FIELD(struct version_row, release, NULL, BANSHI_TEXT),
    FIELD(struct version_row, interface, NULL, BANSHI_TEXT),
};
static const struct banshi_shape version_shape = {"version", sizeof(struct version_row), 3, version_fields};

/* Send what is asked in this step. */
static void ask(struct banshi *b)
{
    struct link *l = &b->link;
    int sent = 0;
    switch ((enum step)l->step) {
    case STEP_SETTINGS:
        sent = PQsendQuery(l->conn, l->owner ? SETTINGS ";" OWNER_ROLE : SETTINGS COMMIT);
        break;
    case STEP_VERSION:
        sent = PQsendQuery(l->conn, "select schema, release, interface from api.version");
        break;
    case STEP_SESSION:
        sent = PQsendQuery(l->conn, query_session_show.sql);
        break;
    case STEP_LISTEN: {
        char text[64];
        l->centre = banshi_row(struct banshi_session, l->session, 0)->centre;
        snprintf(text, sizeof text, "listen banshi_%" PRId64, l->centre);
        sent = PQsendQuery(l->conn, text);
        break;
    }
    case STEP_READY:
        link_found(b);
        return;
    }
    if (!sent)
        link_lost(b, PQerrorMessage(l->conn));
}

void setup_begin(struct banshi *b)
{
    b->link.step = STEP_SETTINGS;
    ask(b);
}

void setup_next(struct banshi *b)
{
    struct link *l = &b->link;
    l->step = l->owner ? STEP_READY : l->step + 1;
    ask(b);
}

/* Is the database the one that this program was made for? A newer one asks for a newer program, an older one for migrating. */
static void check_version(const struct banshi *b, const struct version_row *have, struct banshi_error *error)
{
    char interface[DIGEST_SIZE];
    migrate_interface(interface);
    if (have->schema == migrate_version() && strcmp(have->interface, interface) == 0)
        return;
    bool newer = have->schema > migrate_version() ||
                 (have->schema == migrate_version() && strverscmp(have->release, PACKAGE_VERSION) > 0);
    error_set(error, newer ? BANSHI_EVERSION : BANSHI_EOLDER, "%s (%ld) · %s %s (%" PRId64 ")", PACKAGE_STRING,
              migrate_version(), PQdb(b->link.conn), have->release, have->schema);
}

void setup_result(struct banshi *b, const PGresult *result)
{
    struct link *l = &b->link;
    struct banshi_error error = {0};
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        statement_error(result, &error);
        /* no schema api, no view of the version, or a view older than the first release */
        if (strcmp(error.sqlstate, "42P01") == 0 || strcmp(error.sqlstate, "3F000") == 0 ||
            (l->step == STEP_VERSION && strcmp(error.sqlstate, "42703") == 0))
            error.code = BANSHI_EOLDER;
    } else if (l->step == STEP_VERSION) {
        struct banshi_rows *rows = NULL;
        if (statement_decode(result, &version_shape, &rows, &error) == 0) {
            if (rows->count == 1)
                check_version(b, banshi_row(struct version_row, rows, 0), &error);
            else
                error_set(&error, BANSHI_EOLDER, "%s", PQdb(l->conn));
        }
        banshi_rows_free(rows);
    } else if (l->step == STEP_SESSION) {
        if (statement_decode(result, &banshi_session_shape, &l->session, &error) == 0 && l->session->count == 0)
            error_set(&error, BANSHI_EAUTH, "%s", PQuser(l->conn));
    }
    if (error.code != 0)
        link_refused(b, &error);
}

/* SPDX-License-Identifier: MIT */
/* The scripted libpq. Its socket is always readable, so that nothing has to wait. */
#include <config.h>

#include "fake_pq.h"

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct pg_conn {
    int fd;
    ConnStatusType status;
    PGVerbosity verbosity;
    const char *sqlstate, *error;
    PQnoticeProcessor notice;
    void *closure;
};
struct pg_result {
    ExecStatusType status;
    const char *columns, *row, *function;
};

static struct {
    const struct fake_line *script;
    size_t played;
    const struct fake_line *current; /* being answered */
    bool result_due, end_due, preparing, late;
    const char *notify;
    int notifications, flushed;
    char arguments[4096];
} fake;

void fake_script(const struct fake_line *script)
{
    memset(&fake, 0, sizeof fake);
    fake.script = script;
}

size_t fake_played(void)
{
    return fake.played;
}

int fake_flushed(void)
{
    return fake.flushed;
}

const char *fake_arguments(void)
{
    return fake.arguments;
}

/* That what was done is on disk is a matter of course, unless the script says something of it. */
static const struct fake_line flush = {"banshi_flush", FAKE_ROWS, "x", "", NULL, 0};

static const struct fake_line *play(const char *sent)
{
    const struct fake_line *line = &fake.script[fake.played];
    fake.flushed += strcmp(sent, flush.sent) == 0;
    if (strcmp(sent, flush.sent) == 0 && (!line->sent || strcmp(line->sent, flush.sent) != 0))
        return &flush;
    if (!line->sent || !strstr(sent, line->sent) || (*sent && !*line->sent)) {
        fprintf(stderr, "# line %zu: sent %s, expected %s\n", fake.played, sent, line->sent ? line->sent : "nothing");
        abort();
    }
    fake.played++;
    return line;
}

/* The n-th part of "a|b|c"; false when there is none. */
static bool part(const char *list, int n, char *ret, size_t size)
{
    for (; n > 0 && list; n--) {
        list = strchr(list, '|');
        list = list ? list + 1 : NULL;
    }
    if (!list || !*list)
        return false;
    snprintf(ret, size, "%.*s", (int)strcspn(list, "|"), list);
    return true;
}

PGconn *PQconnectStartParams(const char *const *keywords, const char *const *values, int expand)
{
    (void)keywords;
    (void)values;
    (void)expand;
    const struct fake_line *line = play("connect");
    PGconn *conn = calloc(1, sizeof *conn);
    conn->fd = eventfd(line->answer != FAKE_SILENCE, EFD_CLOEXEC);
    conn->status = line->answer == FAKE_ROWS || line->answer == FAKE_SILENCE ? CONNECTION_STARTED : CONNECTION_BAD;
    conn->sqlstate = line->columns;
    conn->error = line->row ? line->row : "";
    fake.current = line;
    fake.result_due = fake.end_due = false;
    return conn;
}
PostgresPollingStatusType PQconnectPoll(PGconn *conn)
{
    if (fake.current->answer == FAKE_SILENCE)
        return PGRES_POLLING_READING;
    conn->status = CONNECTION_OK;
    return PGRES_POLLING_OK;
}
ConnStatusType PQstatus(const PGconn *conn)
{
    return conn->status;
}
/* As of a server that speaks Chinese, when there is an SQLSTATE. */
char *PQerrorMessage(const PGconn *conn)
{
    static char text[512];
    if (conn->sqlstate && conn->verbosity == PQERRORS_VERBOSE)
        snprintf(text, sizeof text, "连接失败: 致命错误:  %s: %s\n位置:  auth_failed, auth.c:326\n", conn->sqlstate,
                 conn->error);
    else
        snprintf(text, sizeof text, conn->sqlstate ? "连接失败: 致命错误:  %s\n" : "%s", conn->error);
    return text;
}
PGVerbosity PQsetErrorVerbosity(PGconn *conn, PGVerbosity verbosity)
{
    PGVerbosity before = conn->verbosity;
    conn->verbosity = verbosity;
    return before;
}
PQnoticeProcessor PQsetNoticeProcessor(PGconn *conn, PQnoticeProcessor processor, void *closure)
{
    PQnoticeProcessor before = conn->notice;
    conn->notice = processor;
    conn->closure = closure;
    return before;
}

/* What is asked for is the verifier that the server stores, of that login; nothing of the password is in this one. */
char *PQencryptPasswordConn(PGconn *conn, const char *password, const char *login, const char *algorithm)
{
    char *verifier = NULL;
    (void)conn;
    if (asprintf(&verifier, "%s verifier of %zu characters for %s", algorithm, strlen(password), login) < 0)
        abort();
    return verifier;
}

int PQconnectionNeedsPassword(const PGconn *conn)
{
    (void)conn;
    return 0;
}
void PQfinish(PGconn *conn)
{
    if (conn)
        close(conn->fd);
    free(conn);
}
int PQsocket(const PGconn *conn)
{
    return conn->fd;
}
char *PQdb(const PGconn *conn)
{
    static char name[] = "banshi";
    (void)conn;
    return name;
}
char *PQuser(const PGconn *conn)
{
    static char name[] = "ann";
    (void)conn;
    return name;
}
PQconninfoOption *PQconninfoParse(const char *conninfo, char **message)
{
    if (strchr(conninfo, '!')) {
        *message = strdup("missing \"=\"");
        return NULL;
    }
    return calloc(1, sizeof(PQconninfoOption));
}
PQconninfoOption *PQconninfo(PGconn *conn)
{
    (void)conn;
    PQconninfoOption *options = calloc(2, sizeof *options);
    static char keyword[] = "host", value[] = "one,two";
    options[0].keyword = keyword;
    options[0].val = value;
    return options;
}
void PQconninfoFree(PQconninfoOption *options)
{
    free(options);
}
void PQfreemem(void *memory)
{
    free(memory);
}
int PQsetnonblocking(PGconn *conn, int on)
{
    (void)conn;
    (void)on;
    return 0;
}
int PQflush(PGconn *conn)
{
    (void)conn;
    return 0;
}

static int sent(PGconn *conn, const char *text)
{
    fake.current = play(text);
    fake.late = fake.current->answer == FAKE_LATE;
    fake.result_due = fake.end_due = true;
    if (fake.current->notify) {
        fake.notify = fake.current->notify;
        fake.notifications = fake.current->times;
    }
    if (conn->notice)
        conn->notice(conn->closure, FAKE_NOTICE);
    if (fake.current->answer == FAKE_DIE) {
        conn->status = CONNECTION_BAD;
        conn->error = "server closed the connection unexpectedly";
    }
    return 1;
}
int PQsendQuery(PGconn *conn, const char *text)
{
    return sent(conn, text);
}
int PQsendPrepare(PGconn *conn, const char *name, const char *text, int n, const Oid *types)
{
    (void)conn;
    (void)name;
    (void)text;
    (void)n;
    (void)types;
    fake.preparing = fake.result_due = fake.end_due = true; /* always works */
    return 1;
}
int PQsendQueryPrepared(PGconn *conn, const char *name, int n, const char *const *values, const int *lengths,
                        const int *formats, int format)
{
    (void)lengths;
    (void)formats;
    (void)format;
    size_t used = 0;
    if (n > 0)
        fake.arguments[0] = '\0';
    for (int i = 0; i < n; i++)
        used += (size_t)snprintf(fake.arguments + used, sizeof fake.arguments - used, "%s%s", i ? "|" : "",
                                 values[i] ? values[i] : "NULL");
    return sent(conn, name);
}
int PQconsumeInput(PGconn *conn)
{
    return conn->status == CONNECTION_OK;
}
int PQisBusy(PGconn *conn)
{
    (void)conn;
    bool late = fake.late;
    fake.late = false;
    return late || (!fake.preparing && fake.current && fake.current->answer == FAKE_SILENCE);
}
PGresult *PQgetResult(PGconn *conn)
{
    (void)conn;
    if (!fake.result_due) {
        fake.end_due = fake.preparing = false;
        return NULL;
    }
    fake.result_due = false;
    PGresult *result = calloc(1, sizeof *result);
    if (fake.preparing)
        result->status = PGRES_COMMAND_OK;
    else
        *result = (PGresult){fake.current->answer == FAKE_ERROR ? PGRES_FATAL_ERROR : PGRES_TUPLES_OK,
                             fake.current->columns, fake.current->row, fake.current->notify};
    return result;
}
ExecStatusType PQresultStatus(const PGresult *result)
{
    return result->status;
}
char *PQresultErrorField(const PGresult *result, int field)
{
    const char *text = field == PG_DIAG_SQLSTATE          ? result->columns
                       : field == PG_DIAG_SOURCE_FUNCTION ? result->function
                                                          : result->row;
    return (char *)(size_t)text;
}
char *PQresultErrorMessage(const PGresult *result)
{
    return (char *)(size_t)result->row;
}
int PQfnumber(const PGresult *result, const char *name)
{
    char column[64];
    for (int i = 0; part(result->columns, i, column, sizeof column); i++)
        if (strcmp(column, name) == 0)
            return i;
    return -1;
}
int PQntuples(const PGresult *result)
{
    return result->row && *result->row ? 1 : 0;
}
int PQgetisnull(const PGresult *result, int row, int column)
{
    char text[256];
    (void)row;
    return !part(result->row, column, text, sizeof text);
}
char *PQgetvalue(const PGresult *result, int row, int column)
{
    static char texts[32][256];
    (void)row;
    if (!part(result->row, column, texts[column % 32], sizeof texts[0]))
        texts[column % 32][0] = '\0';
    return texts[column % 32];
}
void PQclear(PGresult *result)
{
    free(result);
}
int PQbackendPID(const PGconn *conn)
{
    (void)conn;
    return 0;
}

PGnotify *PQnotifies(PGconn *conn)
{
    (void)conn;
    if (fake.notifications == 0)
        return NULL;
    fake.notifications--;
    PGnotify *n = calloc(1, sizeof *n + 64);
    n->extra = (char *)(n + 1);
    snprintf(n->extra, 64, "%s", fake.notify);
    return n;
}

/* SPDX-License-Identifier: MIT */
/* The connection to the database: made, watched, lost and made again. */
#include <config.h>

#include "link.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "handle.h"
#include "setup.h"
#include "statement.h"

/* HOST_MS: for a host that does not answer, when there are others. QUIET_MS: a server that says nothing while nothing is
 * asked may be gone, which TCP tells late and a Unix socket never: it is asked for a sign of life. */
enum { CONNECT_MS = 5000, HOST_MS = 2000, BACKOFF_MS = 100, BACKOFF_MAX_MS = 5000, QUIET_MS = 5000 };

static void show(struct link *l, enum banshi_link state)
{
    if (l->shown != state) {
        l->shown = state;
        l->since = clock_ms();
    }
}

int link_check(const char *conninfo, struct banshi_error *error)
{
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(conninfo, &message);
    int code = options ? 0 : error_set(error, BANSHI_EINVALID, "conninfo · %s", message ? message : "");
    PQconninfoFree(options);
    PQfreemem(message);
    return code;
}

int link_verifier(const struct link *l, const char *login, const char *password, char **ret_verifier,
                  struct banshi_error *error)
{
    if (!l->conn)
        return error_set(error, BANSHI_ECONNECT, "password");
    /* the algorithm is named: nothing is asked of the server */
    char *made = PQencryptPasswordConn(l->conn, password, login, "scram-sha-256");
    *ret_verifier = made ? strdup(made) : NULL;
    PQfreemem(made);
    return *ret_verifier ? 0 : error_set(error, BANSHI_ENOMEM, "password");
}

/* Connecting --------------------------------------------------------------------------------------------------- */

static struct banshi_op *connect_op(const struct banshi *b)
{
    struct banshi_op *op = b->waiting.head;
    while (op && (op->kind != OP_CONNECT || op->cancelled))
        op = op->next;
    return op;
}

/* How many hosts there are to choose from. */
static int count_hosts(const struct link *l)
{
    PQconninfoOption *options = l->conn ? PQconninfo(l->conn) : NULL;
    int most = 1;
    for (PQconninfoOption *o = options; o && o->keyword; o++) {
        int count = 1;
        for (const char *c = o->val && strncmp(o->keyword, "host", 4) == 0 ? o->val : ""; *c; c++)
            count += *c == ',';
        most = count > most ? count : most;
    }
    PQconninfoFree(options);
    return most;
}

/* "a,b,c" turned round to "b,c,a"; the same when there is one. */
static char *turned(const char *list)
{
    const char *comma = strchr(list, ',');
    char *result = NULL;
    if (!comma)
        return strdup(list);
    if (asprintf(&result, "%s,%.*s", comma + 1, (int)(comma - list), list) < 0)
        return NULL;
    return result;
}

/* What the server says unasked, such as that it shuts down: libpq would write it over the screen. It may hold personal data. */
static void on_notice(void *closure, const char *message)
{
    (void)message;
    handle_log(closure, 6, "connection: a notice of the server");
}

/* libpq tries hosts in turn but, when not blocking, stays with one that does not answer: begin with the next one. */
static void turn_hosts(struct link *l)
{
    static const char *const keywords[] = {"host", "hostaddr", "port"};
    PQconninfoOption *options = PQconninfo(l->conn);
    for (PQconninfoOption *o = options; o && o->keyword; o++)
        for (size_t i = 0; i < 3; i++)
            if (strcmp(o->keyword, keywords[i]) == 0 && o->val && strchr(o->val, ',')) {
                free(l->hosts[i]);
                l->hosts[i] = turned(o->val);
            }
    PQconninfoFree(options);
}

static void start(struct banshi *b)
{
    struct link *l = &b->link;
    const char *keywords[16], *values[16];
    size_t n = 0;
#define ADD(keyword, value) (keywords[n] = (keyword), values[n++] = (value))
    ADD("keepalives_idle", "2"); /* what the connection string says comes later and wins */
    ADD("keepalives_interval", "1");
    ADD("keepalives_count", "3");
    ADD("tcp_user_timeout", "5000");
    ADD("dbname", l->conninfo);
    if (l->user)
        ADD("user", l->user);
    if (l->password)
        ADD("password", l->password);
    if (l->hosts[0])
        ADD("host", l->hosts[0]);
    if (l->hosts[1])
        ADD("hostaddr", l->hosts[1]);
    if (l->hosts[2])
        ADD("port", l->hosts[2]);
    ADD("fallback_application_name", b->application);
    ADD("client_encoding", "UTF8");
    keywords[n] = values[n] = NULL;
#undef ADD
    l->stage = LINK_CONNECTING;
    l->events = POLLOUT;
    show(l, l->connected ? BANSHI_LOST : BANSHI_CONNECTING);
    l->conn = PQconnectStartParams(keywords, values, 1);
    if (l->conn) {
        PQsetNoticeProcessor(l->conn, on_notice, b);
        PQsetErrorVerbosity(l->conn, PQERRORS_VERBOSE); /* with the SQLSTATE, which statement_refusal() looks for */
    }
    l->host_count = count_hosts(l);
    l->deadline = clock_ms() + (l->host_count > 1 ? HOST_MS : CONNECT_MS);
    if (!l->conn || PQstatus(l->conn) == CONNECTION_BAD)
        link_lost(b, l->conn ? PQerrorMessage(l->conn) : "memory");
}

void link_lost(struct banshi *b, const char *why)
{
    struct link *l = &b->link;
    struct banshi_error error = {0};
    statement_refusal(l, why, &error);
    for (size_t n = strlen(error.detail); n && (error.detail[n - 1] == ' ' || error.detail[n - 1] == '?'); n--)
        error.detail[n - 1] = '\0';
    handle_log(b, 4, "connection: %s", error.detail);
    PQfinish(l->conn);
    l->conn = NULL;
    l->preparing = false;
    statement_forget(l);
    banshi_rows_free(l->session);
    l->session = NULL;
    struct banshi_op *op = connect_op(b);
    if (!l->connected) {
        l->stage = LINK_IDLE;
        show(l, BANSHI_OFFLINE);
        if (op)
            op_finish(op, &error, NULL);
        return;
    }
    int shift = l->attempts < 6 ? l->attempts : 6;
    int64_t wait = (int64_t)BACKOFF_MS << shift;
    if (wait > BACKOFF_MAX_MS)
        wait = BACKOFF_MAX_MS;
    int64_t now = clock_ms();
    wait += now % (wait / 4 + 1); /* so that a hall of terminals does not come at once */
    l->stage = LINK_WAITING;
    l->deadline = now + wait;
    l->attempts++;
    show(l, BANSHI_LOST);
}

void link_connect(struct banshi *b)
{
    b->link.silent_hosts = 0;
    if (b->link.stage == LINK_IDLE)
        start(b);
}

void link_found(struct banshi *b)
{
    struct link *l = &b->link;
    struct banshi_op *op = connect_op(b);
    l->stage = LINK_READY;
    l->attempts = 0;
    if (l->connected)
        handle_log(b, 5, "connected again");
    events_connected(&b->events, l->connected, clock_ms(), PQbackendPID(l->conn));
    l->connected = true;
    show(l, BANSHI_ONLINE);
    if (op) {
        op_finish(op, NULL, l->session);
        l->session = NULL;
    }
    banshi_rows_free(l->session);
    l->session = NULL;
}

void link_refused(struct banshi *b, const struct banshi_error *error)
{
    struct banshi_op *op = connect_op(b);
    if (op) { /* before link_lost(), which has a reason of its own */
        op_finish(op, error, NULL);
        b->link.connected = false;
    }
    link_lost(b, error->detail);
}

/* The loop ----------------------------------------------------------------------------------------------------- */

static void connecting(struct banshi *b)
{
    struct link *l = &b->link;
    switch (PQconnectPoll(l->conn)) {
    case PGRES_POLLING_READING:
        l->events = POLLIN;
        break;
    case PGRES_POLLING_WRITING:
        l->events = POLLOUT;
        break;
    case PGRES_POLLING_OK:
        PQsetnonblocking(l->conn, 1);
        l->events = POLLIN;
        l->deadline = clock_ms() + CONNECT_MS;
        l->stage = LINK_SETTING_UP;
        setup_begin(b);
        break;
    default:
        link_lost(b, PQerrorMessage(l->conn));
    }
}

/* Nobody answers: the next host at once, until all have been tried. */
static void give_up_host(struct banshi *b)
{
    struct link *l = &b->link;
    turn_hosts(l);
    if (l->connected || ++l->silent_hosts >= l->host_count) {
        link_lost(b, "timeout");
        return;
    }
    PQfinish(l->conn);
    l->conn = NULL;
    start(b);
}

static void notifications(struct banshi *b)
{
    for (PGnotify *n; b->link.conn && (n = PQnotifies(b->link.conn));) {
        b->link.heard_at = clock_ms();
        events_note(&b->events, n->extra, b->link.heard_at);
        PQfreemem(n);
    }
}

/* Is something asked of the server in this stage? */
static bool answers(enum link_stage stage)
{
    return stage == LINK_BUSY || stage == LINK_PROBING || stage == LINK_SETTING_UP;
}

static void results(struct banshi *b)
{
    struct link *l = &b->link;
    if (!PQconsumeInput(l->conn) || PQstatus(l->conn) == CONNECTION_BAD) {
        link_lost(b, PQerrorMessage(l->conn));
        return;
    }
    notifications(b);
    while (l->conn && answers(l->stage) && !PQisBusy(l->conn)) {
        PGresult *result = PQgetResult(l->conn);
        enum link_stage stage = l->stage;
        if (PQstatus(l->conn) == CONNECTION_BAD) { /* libpq makes a result of that, too */
            PQclear(result);
            link_lost(b, PQerrorMessage(l->conn));
            return;
        }
        l->heard_at = clock_ms();
        if (result) {
            if (stage == LINK_BUSY)
                statement_result(b, result);
            else if (stage == LINK_SETTING_UP)
                setup_result(b, result);
            PQclear(result);
        } else if (stage == LINK_BUSY) {
            statement_end(b);
        } else if (stage == LINK_PROBING) {
            l->stage = LINK_READY;
        } else {
            setup_next(b);
        }
    }
    if (l->conn)
        notifications(b);
}

void link_process(struct banshi *b)
{
    struct link *l = &b->link;
    int64_t now = clock_ms();
    if (l->stage == LINK_WAITING && now >= l->deadline)
        start(b);
    if (l->stage == LINK_CONNECTING) {
        struct pollfd fd = {.fd = link_descriptor(b), .events = l->events};
        if (poll(&fd, 1, 0) > 0)
            connecting(b);
        else if (now >= l->deadline)
            give_up_host(b);
    }
    if (l->conn && l->stage != LINK_CONNECTING) {
        results(b);
        if (answers(l->stage) && l->stage != LINK_BUSY && now >= l->deadline)
            link_lost(b, "timeout");
        if (l->stage == LINK_BUSY && b->waiting.head->deadline && now >= b->waiting.head->deadline) {
            struct banshi_error error = {0};
            error_set(&error, BANSHI_ETIMEOUT, "%s", b->waiting.head->name ? b->waiting.head->name : "");
            op_finish(b->waiting.head, &error, NULL);
            link_lost(b, "timeout"); /* its answer must not be taken for another's */
        }
        if (l->stage == LINK_BUSY && l->given_up && link_silent(b))
            link_lost(b, "timeout"); /* whoever waits behind goes on; operation ids keep what was acknowledged */
        if (l->stage == LINK_READY)
            statement_send(b);
        if (l->stage == LINK_READY && now - l->heard_at >= QUIET_MS)
            statement_probe(b);
    }
    if (l->conn && l->stage != LINK_CONNECTING)
        l->events = PQflush(l->conn) == 1 ? POLLIN | POLLOUT : POLLIN;
}

int link_descriptor(const struct banshi *b)
{
    return b->link.conn ? PQsocket(b->link.conn) : -1;
}

int64_t link_wakeup(const struct banshi *b)
{
    const struct link *l = &b->link;
    switch (l->stage) {
    case LINK_READY:
        return l->heard_at + QUIET_MS;
    case LINK_BUSY: /* what is shown changes then; the end is the operation's */
        return link_silent(b) ? 0 : l->sent_at + LINK_SILENT_MS;
    case LINK_PROBING:
        return link_silent(b) ? l->deadline : l->sent_at + LINK_SILENT_MS;
    case LINK_CONNECTING:
    case LINK_SETTING_UP:
    case LINK_WAITING:
        return l->deadline;
    case LINK_IDLE:
        break;
    }
    return 0;
}

struct banshi_op *link_under_way(const struct banshi *b)
{
    return b->link.stage == LINK_BUSY ? b->waiting.head : NULL;
}

void link_give_up(struct banshi *b)
{
    b->link.given_up = true;
}

bool link_silent(const struct banshi *b)
{
    const struct link *l = &b->link;
    return (l->stage == LINK_BUSY || l->stage == LINK_PROBING) && clock_ms() - l->sent_at >= LINK_SILENT_MS;
}

void link_close(struct banshi *b)
{
    struct link *l = &b->link;
    PQfinish(l->conn);
    statement_forget(l);
    banshi_rows_free(l->session);
    free(l->conninfo);
    free(l->user);
    if (l->password)
        explicit_bzero(l->password, strlen(l->password));
    free(l->password);
    for (size_t i = 0; i < 3; i++)
        free(l->hosts[i]);
}

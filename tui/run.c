/* SPDX-License-Identifier: MIT */
/* What commands have in common: connecting, waiting, printing, finding records, exit status. */
#include <config.h>

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "app.h"
#include "cmd.h"
#include "i18n.h"
#include "kit/text.h"

static int status_of(int code)
{
    switch (code) {
    case BANSHI_OK:
        return EXIT_FINE;
    case BANSHI_ENOTFOUND:
    case BANSHI_ENOBODY:
        return EXIT_NONE;
    case BANSHI_ECONNECT:
    case BANSHI_EAUTH:
    case BANSHI_EVERSION:
    case BANSHI_EOLDER:
    case BANSHI_EEDITED:
    case BANSHI_EBUSY:
    case BANSHI_ELOCAL:
    case BANSHI_ETIMEOUT:
        return EXIT_CONNECT;
    case BANSHI_EIMPORT:
    case BANSHI_EIO:
        return EXIT_FILE;
    case BANSHI_ENOMEM:
    case BANSHI_EDATABASE:
        return EXIT_OTHER;
    default:
        return EXIT_REFUSED;
    }
}

int cmd_fail(const struct banshi_error *error)
{
    char detail[1024];
    detail_words(error->detail, detail, sizeof detail);
    fprintf(stderr, "banshi: %s%s%s\n", _(banshi_error_sentence(error->code)), detail[0] ? _(": ") : "", detail);
    const char *hint = banshi_error_hint(error->code);
    if (hint[0])
        fprintf(stderr, "banshi: %s\n", _(hint));
    return status_of(error->code);
}

/* Connecting --------------------------------------------------------------------------------------------------- */

static int open_handle(struct cmd_run *run)
{
    struct banshi_error error = {0};
    struct banshi_options options = {.conninfo = run->options.conninfo, .state_dir = run->options.state_dir};
    if (run->b)
        return EXIT_FINE;
    return banshi_open(&run->b, &options, &error) == 0 ? EXIT_FINE : cmd_fail(&error);
}

/* A password typed without an echo; NULL when there is no terminal. */
static char *ask_password(char *ret, size_t size)
{
    FILE *tty = fopen("/dev/tty", "r+e");
    struct termios before, silent;
    if (!tty || tcgetattr(fileno(tty), &before) != 0) {
        if (tty)
            fclose(tty);
        return NULL;
    }
    silent = before;
    silent.c_lflag &= (tcflag_t)~ECHO;
    fputs(_("Password: "), tty);
    fflush(tty);
    tcsetattr(fileno(tty), TCSAFLUSH, &silent);
    char *got = fgets(ret, (int)size, tty);
    tcsetattr(fileno(tty), TCSAFLUSH, &before);
    fputc('\n', tty);
    fclose(tty);
    if (got)
        got[strcspn(got, "\n")] = '\0';
    return got;
}

static int sign_on(struct cmd_run *run)
{
    struct banshi_error error = {0};
    char password[256];
    if (run->session)
        return EXIT_FINE;
    int code =
        banshi_run(run->b, banshi_session_connect(run->b, run->options.user, NULL, NULL, NULL), &run->session, &error);
    if (code == BANSHI_EAUTH && isatty(0) && ask_password(password, sizeof password)) {
        error = (struct banshi_error){0};
        code = banshi_run(run->b, banshi_session_connect(run->b, run->options.user, password, NULL, NULL),
                          &run->session, &error);
        explicit_bzero(password, sizeof password);
    }
    if (code != 0)
        return cmd_fail(&error);
    time_set(banshi_row(struct banshi_session, run->session, 0));
    return EXIT_FINE;
}

int cmd_connect(struct cmd_run *run, enum cmd_role role)
{
    int status = role == CMD_NOBODY ? EXIT_FINE : open_handle(run);
    if (status != EXIT_FINE || role == CMD_NOBODY)
        return status;
    return role == CMD_STAFF ? sign_on(run)
                             : cmd_wait(run, banshi_centre_owner(run->b, run->options.user, NULL, NULL, NULL), NULL);
}

void cmd_disconnect(struct cmd_run *run)
{
    banshi_rows_free(run->session);
    banshi_close(run->b);
    run->session = NULL;
    run->b = NULL;
}

int cmd_wait(struct cmd_run *run, struct banshi_op *op, const struct banshi_rows **ret_rows)
{
    struct banshi_error error = {0};
    const struct banshi_rows *rows = NULL;
    if (banshi_run(run->b, op, &rows, &error) != 0)
        return cmd_fail(&error);
    if (ret_rows)
        *ret_rows = rows;
    else
        banshi_rows_free(rows);
    return EXIT_FINE;
}

/* Printing ----------------------------------------------------------------------------------------------------- */

/* Text padded to columns; control characters cannot be in it, the core refuses them. */
static void put_padded(const char *text, int columns)
{
    fputs(text, stdout);
    for (int i = text_width(text); i < columns; i++)
        putchar(' ');
}

static void print_record(const struct banshi_rows *rows, size_t row)
{
    char text[8192];
    for (size_t f = 0; f < rows->shape->count; f++) {
        const struct banshi_field *field = &rows->shape->fields[f];
        field_words(rows, row, field, text, sizeof text);
        if (!text[0] || strchr(text, '\t') || (field->type == BANSHI_INT && !field->label))
            continue;
        put_padded(field->label ? _(field->label) : _(field->name), 16);
        printf("  %s\n", text);
    }
}

static void print_table(const struct banshi_rows *rows)
{
    enum { COLUMNS = 24 };
    const struct banshi_field *fields[COLUMNS];
    int widths[COLUMNS];
    size_t count = 0;
    char text[8192];
    for (size_t f = 0; f < rows->shape->count && count < COLUMNS; f++)
        if (rows->shape->fields[f].label)
            fields[count++] = &rows->shape->fields[f];
    for (size_t c = 0; c < count; c++) {
        widths[c] = text_width(_(fields[c]->label));
        for (size_t r = 0; r < rows->count; r++) {
            field_words(rows, r, fields[c], text, sizeof text);
            int w = text_width(text);
            widths[c] = w > widths[c] ? w : widths[c];
        }
    }
    for (size_t c = 0; c < count; c++) {
        put_padded(_(fields[c]->label), c + 1 < count ? widths[c] + 2 : 0);
    }
    putchar('\n');
    for (size_t r = 0; r < rows->count; r++) {
        for (size_t c = 0; c < count; c++) {
            field_words(rows, r, fields[c], text, sizeof text);
            put_padded(text, c + 1 < count ? widths[c] + 2 : 0);
        }
        putchar('\n');
    }
}

void cmd_print_rows(const struct cmd_run *run, const struct banshi_rows *rows, bool single)
{
    if (run->options.json) {
        char *json = banshi_rows_json(rows, single);
        puts(json ? json : "null");
        free(json);
    } else if (!rows) {
        return;
    } else if (run->options.csv) {
        char *csv = banshi_table_csv(rows, &table_words);
        printf("\xef\xbb\xbf%s", csv ? csv : "");
        free(csv);
    } else if (single && rows->count) {
        print_record(rows, 0);
    } else {
        print_table(rows);
    }
}

int cmd_print(struct cmd_run *run, struct banshi_op *op, bool single)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, op, &rows);
    if (status == EXIT_FINE)
        cmd_print_rows(run, rows, single);
    banshi_rows_free(rows);
    return status;
}

/* Paper -------------------------------------------------------------------------------------------------------- */

/* The end of a printing that is watched. */
struct printed {
    bool done;
    struct banshi_error error;
    const struct banshi_rows *rows;
};

static void on_printed(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct printed *printed = closure;
    printed->done = true;
    printed->error = *error;
    printed->rows = rows ? banshi_rows_ref(rows) : NULL;
}

/* --wait in milliseconds. */
static int wait_of(const struct cmd_run *run)
{
    return (int)cmd_number(run, "--wait") * 1000;
}

/* Wait for the end of a printing, and show how far it is. */
static int watch(struct cmd_run *run, struct banshi_op *op, struct printed *printed, const char *destination)
{
    enum { LOOK_MS = 200 };
    size_t shown = 0;
    while (op && !printed->done) {
        struct pollfd fds[8];
        size_t done, total, n = banshi_pollfds(run->b, fds, 8);
        int most = banshi_timeout(run->b);
        poll(fds, n > 8 ? 8 : n, most < 0 || most > LOOK_MS ? LOOK_MS : most);
        if (banshi_progress(op, &done, &total))
            cmd_progress(&shown, done, total);
        banshi_process(run->b);
    }
    if (!op || printed->error.code != 0)
        return cmd_fail(&printed->error);
    const struct banshi_rows *rows = printed->rows;
    int status = rows && rows->count ? EXIT_FINE : EXIT_NONE;
    if (status == EXIT_FINE && strcmp(banshi_row(struct banshi_print, rows, 0)->state, "held") == 0) {
        char why[512];
        detail_words(banshi_row(struct banshi_print, rows, 0)->message, why, sizeof why);
        fprintf(stderr, _("banshi: %s has it and waits: %s\n"), destination, why);
    }
    banshi_rows_free(rows);
    return status;
}

int cmd_paper(struct cmd_run *run, const struct banshi_paper *papers, size_t count, const char *destination)
{
    struct printed printed = {0};
    fflush(stdout);
    return watch(run, banshi_print(run->b, papers, count, destination, wait_of(run), on_printed, &printed), &printed,
                 destination);
}

int cmd_print_register(struct cmd_run *run, banshi_date first, banshi_date last, const char *destination)
{
    struct printed printed = {0};
    fflush(stdout);
    return watch(run, banshi_register_print(run->b, first, last, destination, wait_of(run), on_printed, &printed),
                 &printed, destination);
}

int cmd_export(struct cmd_run *run, const struct banshi_rows *rows, const char *title, const char *destination)
{
    struct banshi_error error = {0};
    char day[16];
    if (banshi_table_is_file(destination))
        return banshi_table_write(rows, &table_words, destination, cmd_given(run, "--gb18030"), &error) == 0
                   ? EXIT_FINE
                   : cmd_fail(&error);
    char *content = banshi_table_paper(rows, &table_words, title, day_text(day_of(time_now()), day));
    const struct banshi_paper paper = {.content = content ? content : ""};
    int status = cmd_paper(run, &paper, 1, destination);
    free(content);
    return status;
}

/* Finding records ---------------------------------------------------------------------------------------------- */

int64_t cmd_find_ticket(struct cmd_run *run, const char *number, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_ticket_show(run->b, 0, number, NULL, NULL), &rows);
    int64_t id = rows && rows->count ? banshi_row(struct banshi_ticket, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

int64_t cmd_find_case(struct cmd_run *run, const char *number, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_case_show(run->b, 0, number, NULL, NULL), &rows);
    int64_t id = rows && rows->count ? banshi_row(struct banshi_case, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

int64_t cmd_find_item(struct cmd_run *run, const char *text, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_item_list(run->b, NULL, NULL), &rows);
    if (!rows)
        return 0;
    int64_t id = 0;
    size_t matches = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_item *item = banshi_row(struct banshi_item, rows, i);
        char own[24];
        snprintf(own, sizeof own, "%" PRId64, item->id);
        if (strcmp(item->code, text) == 0 || strcmp(item->name, text) == 0 || strcmp(own, text) == 0) {
            id = item->id;
            matches = 1;
            break;
        }
        if (banshi_pinyin_find(item->name, text) >= 0) {
            id = item->id;
            matches++;
        }
    }
    if (matches > 1)
        for (size_t i = 0, shown = 0; i < rows->count && shown < 10; i++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, rows, i);
            if (banshi_pinyin_find(item->name, text) >= 0) {
                fprintf(stderr, "%" PRId64 "  %s  %s\n", item->id, item->code, item->name);
                shown++;
            }
        }
    banshi_rows_free(rows);
    if (matches == 1)
        return id;
    fprintf(stderr, "banshi: %s: %s\n", text, matches ? _("several items match") : _("no item matches"));
    *ret_status = EXIT_NONE;
    return 0;
}

int64_t cmd_find_queue(struct cmd_run *run, const char *text, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    int64_t id = 0;
    *ret_status = cmd_wait(run, banshi_queue_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count && !id; i++) {
        const struct banshi_queue *q = banshi_row(struct banshi_queue, rows, i);
        char own[24];
        snprintf(own, sizeof own, "%" PRId64, q->id);
        if (strcmp(q->code, text) == 0 || strcmp(q->name, text) == 0 || strcmp(own, text) == 0)
            id = q->id;
    }
    banshi_rows_free(rows);
    if (*ret_status == EXIT_FINE && !id) {
        fprintf(stderr, "banshi: %s: %s\n", text, _("no such queue"));
        *ret_status = EXIT_NONE;
    }
    return id;
}

int64_t cmd_find_counter(struct cmd_run *run, const char *text, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    int64_t id = 0;
    *ret_status = cmd_wait(run, banshi_counter_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count && !id; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, rows, i);
        char own[24];
        snprintf(own, sizeof own, "%" PRId64, c->id);
        if (strcmp(c->label, text) == 0 || strcmp(own, text) == 0)
            id = c->id;
    }
    banshi_rows_free(rows);
    if (*ret_status == EXIT_FINE && !id) {
        fprintf(stderr, "banshi: %s: %s\n", text, _("no such counter"));
        *ret_status = EXIT_NONE;
    }
    return id;
}

const char *cmd_dress(char ret[CMD_DRESS])
{
    size_t used = 0;
    for (const struct banshi_word *word = banshi_word_dress; word->code && used < CMD_DRESS; word++)
        used += (size_t)snprintf(ret + used, CMD_DRESS - used, "%s\"%s\":true", used ? "," : "{", word->code);
    if (used < CMD_DRESS)
        snprintf(ret + used, CMD_DRESS - used, "}");
    return ret;
}

void cmd_progress(void *closure, size_t done, size_t total)
{
    enum { CELLS = 40 };
    size_t none = 0, *shown = closure ? closure : &none; /* the percentage that is on the screen */
    if (total == 0 || !isatty(2))
        return;
    size_t full = done * CELLS / total, percent = done * 100 / total;
    if (done < total && percent <= *shown)
        return;
    *shown = percent;
    fprintf(stderr, "\r[");
    for (size_t i = 0; i < CELLS; i++)
        fputc(i < full ? '#' : '.', stderr);
    fprintf(stderr, "] %3zu%%%s", percent, done >= total ? "\n" : "");
}

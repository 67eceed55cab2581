/* SPDX-License-Identifier: MIT */
/* libbanshi in a poll loop of one's own: connects, prints today's numbers, and prints what became of them whenever
 * something changes, until its standard input ends.
 *
 *     cc loop.c -o loop $(pkg-config --cflags --libs libbanshi)
 *     ./loop zhulin     # a login of the centre; the demo centre's have no password to type
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <banshi/banshi.h>

/* Standard input, and room for the library's descriptors. */
enum { INPUT, LIBRARY, DESCRIPTORS = 16 };

struct watcher {
    struct banshi *b;
    bool asked;   /* an answer is under way */
    bool changed; /* since it was asked for */
    bool failed;  /* for good */
};

static void ask(struct watcher *w);

static void say(const struct banshi_error *error)
{
    fprintf(stderr, "loop: %s %s\n", banshi_error_sentence(error->code), error->detail);
}

/* The rows are lent: what is to be kept has to be copied. */
static void on_tickets(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct watcher *w = closure;
    w->asked = false;
    if (error->code != 0)
        say(error); /* the library connects again by itself, and tells of it as of any change */
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct banshi_ticket *ticket = banshi_row(struct banshi_ticket, rows, i);
        printf("%s %s %s\n", ticket->number, ticket->state, ticket->item_name);
    }
    if (rows)
        printf("%zu numbers\n", rows->count);
    fflush(stdout);
    if (w->changed)
        ask(w);
}

/* One question at a time: what changes meanwhile is asked for once, afterwards. */
static void ask(struct watcher *w)
{
    w->changed = w->asked;
    if (!w->asked)
        w->asked = banshi_ticket_list(w->b, BANSHI_TICKET_ALL, on_tickets, w) != NULL;
}

static void on_event(void *closure, const struct banshi_event *event)
{
    if (event->concept == BANSHI_CONCEPT_TICKET || event->concept == BANSHI_CONCEPT_ALL)
        ask(closure);
}

static void on_connected(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct watcher *w = closure;
    w->failed = error->code != 0;
    if (w->failed) {
        say(error);
        return;
    }
    printf("%s\n", banshi_row(struct banshi_session, rows, 0)->centre_name);
    ask(w);
}

int main(int argc, char **argv)
{
    struct watcher w = {0};
    struct banshi_error error = {0};
    struct pollfd fds[DESCRIPTORS] = {[INPUT] = {.fd = STDIN_FILENO, .events = POLLIN}};
    if (banshi_open(&w.b, &(struct banshi_options){.application = "loop"}, &error) != 0) {
        say(&error);
        return 1;
    }
    banshi_on_event(w.b, on_event, &w);
    banshi_session_connect(w.b, argc > 1 ? argv[1] : NULL, NULL, on_connected, &w);
    for (bool input = true; input && !w.failed;) {
        size_t count = LIBRARY + banshi_pollfds(w.b, fds + LIBRARY, DESCRIPTORS - LIBRARY);
        if (poll(fds, count < DESCRIPTORS ? count : DESCRIPTORS, banshi_timeout(w.b)) < 0 && errno != EINTR)
            break;
        if (fds[INPUT].revents) {
            char bytes[256];
            input = read(STDIN_FILENO, bytes, sizeof bytes) > 0;
        }
        banshi_process(w.b);
    }
    banshi_close(w.b);
    return w.failed;
}

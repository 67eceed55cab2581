/* SPDX-License-Identifier: MIT */
/* The loop of the hall: terminals, kiosk and boards in turn, and visits by the clock. */
#include <config.h>

#include <poll.h>

#include "hall.h"

static void on_issued(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)closure, (void)rows;
    hall.under_way--;
    if (error->code != 0 && hall.refused++ == 0)
        printf("  a number is refused: %s, %s\n", banshi_error_sentence(error->code), error->detail);
}

bool loop_issue(size_t queue)
{
    static double share;
    share += given.intake;
    struct banshi_ticket_order order = {.item = hall.items[queue], .purpose = share >= 1 ? "case" : "enquiry"};
    share -= share >= 1;
    bool sent = banshi_ticket_issue(hall.devices[0].b, NULL, &order, on_issued, NULL) != NULL;
    hall.lone = 0;
    hall.under_way += sent;
    hall.issued++;
    hall.events++;
    return sent;
}

void loop_on_event(void *closure, const struct banshi_event *event)
{
    struct device *device = closure;
    if (event->concept == BANSHI_CONCEPT_TICKET && hall.lone > 0 && device->heard < hall.lone &&
        device != hall.devices) {
        device->heard = hall.lone;
        add(&hall.boards, now_ms() - hall.lone);
    }
}

void loop_turn(double until)
{
    static struct pollfd fds[2048];
    double now = now_ms();
    for (size_t i = 0; i < hall.clerks; i++) {
        struct terminal *t = &hall.terminals[i];
        if (t->state == DWELL && t->at <= now)
            terminal_press(t, t->act);
        else if (t->state == DWELL && t->at < until)
            until = t->at;
        else if (t->state == PRESSED && now - t->at > SHOWN_MS)
            terminal_gone(t, "does not show what was pressed");
    }
    double wait = until > now ? until - now + 0.5 : 0;
    size_t n = hall.all;
    for (size_t i = 0; i < hall.all; i++)
        fds[i] = (struct pollfd){.fd = hall.terminals[i].fd, .events = POLLIN};
    for (size_t i = 0; i < hall.device_count; i++) {
        struct device *d = &hall.devices[i];
        int most = banshi_timeout(d->b);
        if (most >= 0 && most < wait)
            wait = most;
        d->first = n;
        d->count = banshi_pollfds(d->b, fds + n, sizeof fds / sizeof fds[0] - n);
        n += d->count;
    }
    poll(fds, n, (int)wait);
    for (size_t i = 0; i < hall.all; i++)
        if (fds[i].revents)
            terminal_read(&hall.terminals[i]);
    for (size_t i = 0; i < hall.device_count; i++) {
        bool ready = banshi_timeout(hall.devices[i].b) == 0;
        for (size_t k = 0; k < hall.devices[i].count; k++)
            ready = ready || fds[hall.devices[i].first + k].revents;
        if (ready)
            banshi_process(hall.devices[i].b);
    }
}

void loop_pass(double ms)
{
    for (double until = now_ms() + ms; now_ms() < until;)
        loop_turn(until);
}

bool loop_wait_shown(struct terminal *t, const wchar_t *text, double most)
{
    for (double until = now_ms() + most; now_ms() < until && t->state != GONE;) {
        if (vt_shows(&t->vt, text))
            return true;
        loop_turn(until);
    }
    return false;
}

/* Visits by the clock: the terminals at rest take turns; one that would begin while none is at rest is late. */
static void visit(void)
{
    static size_t turn_of;
    for (size_t i = 0; i < hall.clerks; i++) {
        struct terminal *t = &hall.terminals[turn_of++ % hall.clerks];
        if (t->state == REST) {
            hall.begun++;
            terminal_press(t, CALL);
            return;
        }
    }
    hall.late++;
}

void loop_visits(double seconds)
{
    double every = 1000 / given.visits, start_at = now_ms(), next = start_at, number = start_at + every / 2;
    size_t queues = (hall.clerks + (size_t)given.each - 1) / (size_t)given.each, queue = 0;
    for (double until = start_at + seconds * 1000; now_ms() < until;) {
        if (now_ms() >= next) {
            visit();
            next += every;
        }
        if (now_ms() >= number) {
            /* where the visit began: the terminals of a queue take their turns one after another */
            loop_issue(queue++ / (size_t)given.each % queues);
            queue %= queues * (size_t)given.each;
            number += every;
        }
        loop_turn(next < number ? next : number);
    }
}

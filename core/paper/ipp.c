/* SPDX-License-Identifier: MIT */
/* Printing through CUPS, or on a printer that speaks IPP by itself. Blocks, with time-outs: for threads. */
#include <config.h>

#include <cups/cups.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "clock.h"
#include "destination.h"

enum { CONNECT_MS = 5000, LOOK_MS = 200, WAIT_MS = 20000 };

struct job {
    http_t *http;
    cups_dest_t *dest;
    cups_dinfo_t *info;
    char resource[HTTP_MAX_URI];
    const char *uri; /* of the printer */
    const char *destination;
    int id;
};

/* A printer that has hung up since must not end the wait for ever. */
static int silent(http_t *http, void *closure)
{
    (void)http;
    (void)closure;
    return 0; /* give up */
}

/* Why the last request failed, in plain words where there are some. */
static const char *last_reason(void)
{
    const char *text = cupsLastErrorString();
    switch (cupsLastError()) {
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
        return "switched off, or the network is down";
    case IPP_STATUS_ERROR_BUSY:
        return "busy with another job";
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
        return "takes no jobs at present";
    case IPP_STATUS_ERROR_NOT_FOUND:
        return "no such printer";
    case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED:
        return "does not take PDF";
    default: /* a request that was given up has no error of its own */
        return text && *text && strcmp(text, strerror(0)) != 0 ? text : "does not answer";
    }
}

static int refused(const struct job *job, struct banshi_error *error)
{
    return error_set(error, BANSHI_EPRINTER, "%s · %s", job->destination, last_reason());
}

/* Without its queue: is it unknown, or is the whole printing system away? */
static int no_queue(const struct job *job, bool named, struct banshi_error *error)
{
    http_t *http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, cupsEncryption(), 1, CONNECT_MS, NULL);
    const char *why = !http   ? "the printing system does not run"
                      : named ? "no such printer"
                              : "no printer is the system's default";
    httpClose(http);
    return error_set(error, BANSHI_EPRINTER, "%s · %s", job->destination, why);
}

/* The printing system may listen elsewhere than its queue's address says, such as on a socket of its own. */
static http_t *connect_queue(struct job *job, const char *queue)
{
    char scheme[32], user[64], host[256];
    int port;
    if (httpSeparateURI(HTTP_URI_CODING_ALL, queue, scheme, sizeof scheme, user, sizeof user, host, sizeof host, &port,
                        job->resource, sizeof job->resource) < HTTP_URI_STATUS_OK)
        return NULL;
    return httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC, cupsEncryption(), 1, CONNECT_MS, NULL);
}

static int connect_to(struct job *job, struct banshi_error *error)
{
    job->uri = cupsGetOption("device-uri", job->dest->num_options, job->dest->options);
    const char *queue = cupsGetOption("printer-uri-supported", job->dest->num_options, job->dest->options);
    if (queue)
        job->uri = queue;
    job->http = queue ? connect_queue(job, queue)
                      : cupsConnectDest(job->dest, CUPS_DEST_FLAGS_DEVICE, CONNECT_MS, NULL, job->resource,
                                        sizeof job->resource, NULL, NULL);
    if (!job->http)
        return refused(job, error);
    httpSetTimeout(job->http, CONNECT_MS / 1000.0, silent, NULL);
    job->info = cupsCopyDestInfo(job->http, job->dest);
    return job->info ? 0 : refused(job, error);
}

/* The printer must not fill in what the paper lacks. */
static int options_for(const struct job *job, cups_option_t **ret_options)
{
    int n = 0;
    if (cupsCheckDestSupported(job->http, job->dest, job->info, "print-scaling", "none"))
        n = cupsAddOption("print-scaling", "none", n, ret_options);
    if (cupsCheckDestSupported(job->http, job->dest, job->info, CUPS_SIDES, CUPS_SIDES_ONE_SIDED))
        n = cupsAddOption(CUPS_SIDES, CUPS_SIDES_ONE_SIDED, n, ret_options);
    return n;
}

static int hand_over(struct job *job, int fd, const char *title, struct banshi_error *error)
{
    cups_option_t *options = NULL;
    char buffer[65536];
    ssize_t n = 0;
    int count = options_for(job, &options);
    ipp_status_t status = cupsCreateDestJob(job->http, job->dest, job->info, &job->id, title, count, options);
    cupsFreeOptions(count, options);
    if (status > IPP_STATUS_OK_CONFLICTING)
        return refused(job, error);
    http_status_t sent =
        cupsStartDestDocument(job->http, job->dest, job->info, job->id, title, CUPS_FORMAT_PDF, 0, NULL, 1);
    while (sent == HTTP_STATUS_CONTINUE && (n = read(fd, buffer, sizeof buffer)) > 0)
        sent = cupsWriteRequestData(job->http, buffer, (size_t)n);
    status = cupsFinishDestDocument(job->http, job->dest, job->info);
    if (sent != HTTP_STATUS_CONTINUE || n < 0 || status > IPP_STATUS_OK_CONFLICTING) {
        refused(job, error);
        cupsCancelDestJob(job->http, job->dest, job->id); /* half of a document is not printed */
        return error ? error->code : BANSHI_EPRINTER;
    }
    return 0;
}

/* A printer's keyword without its degree, in plain words. */
static void plain_word(const char *keyword, char *ret, size_t size)
{
    static const char *const degrees[] = {"-warning", "-error", "-report"};
    static const char *const words[][2] = {
        {"connecting-to-device", "connecting to the printer"},
        {"cover-open", "a cover is open"},
        {"door-open", "a door is open"},
        {"marker-supply-empty", "no ink or toner"},
        {"marker-supply-low", "little ink or toner left"},
        {"media-empty", "no paper"},
        {"media-jam", "paper jam"},
        {"media-low", "little paper left"},
        {"media-needed", "waits for paper"},
        {"spool-area-full", "its memory is full"},
        {"stopped-partly", "partly stopped"},
        {"timed-out", "does not answer"},
        {"toner-empty", "no ink or toner"},
        {"toner-low", "little ink or toner left"},
        {"offline", "switched off, or the network is down"},
    };
    size_t n = strlen(keyword);
    for (size_t k = 0; k < sizeof degrees / sizeof degrees[0]; k++)
        if (n > strlen(degrees[k]) && strcmp(keyword + n - strlen(degrees[k]), degrees[k]) == 0) {
            n -= strlen(degrees[k]);
            break;
        }
    snprintf(ret, size, "%.*s", (int)n, keyword);
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (strcmp(ret, words[k][0]) == 0)
            snprintf(ret, size, "%s", words[k][1]);
}

void ipp_note(char *ret, size_t size, const char *text)
{
    char word[128];
    size_t n = strlen(ret);
    if (!text || !*text || strcmp(text, "none") == 0 || strncmp(text, "job-", 4) == 0 || strncmp(text, "cups-", 5) == 0)
        return;
    plain_word(text, word, sizeof word);
    if (!strstr(ret, word))
        snprintf(ret + n, size - n, "%s%s", n ? " · " : "", word);
}

static void note_text(char *ret, size_t size, ipp_t *answer, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int i = 0; attribute && i < ippGetCount(attribute); i++)
        ipp_note(ret, size, ippGetString(attribute, i, NULL));
}

/* Ask about the printer (job 0) or the job; false when there was no answer. */
static bool ask(const struct job *job, ipp_op_t operation, const char *state, const char *const *texts, size_t count,
                int *ret_state, char *ret_text, size_t size)
{
    ipp_t *request = ippNewRequest(operation);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, job->uri);
    if (operation == IPP_OP_GET_JOB_ATTRIBUTES)
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job->id);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser());
    ipp_t *answer = cupsDoRequest(job->http, request, job->resource);
    ipp_attribute_t *attribute = answer ? ippFindAttribute(answer, state, IPP_TAG_ENUM) : NULL;
    bool known = attribute != NULL;
    if (known)
        *ret_state = ippGetInteger(attribute, 0);
    for (size_t i = 0; known && !*ret_text && i < count; i++) /* the printer's own words only when it has no keyword */
        note_text(ret_text, size, answer, texts[i]);
    ippDelete(answer);
    return known;
}

/* Follow the job to its end or for as long as one may wait. A dead printer stays "processing" for reasons that only the
 * printer itself tells, so that both are asked. */
static int follow(const struct job *job, int wait_ms, const atomic_bool *stop, struct outcome *outcome,
                  struct banshi_error *error)
{
    static const char *const of_job[] = {"job-state-reasons", "job-printer-state-message"};
    static const char *const of_printer[] = {"printer-state-reasons", "printer-state-message"};
    int64_t until = clock_ms() + (wait_ms > 0 ? wait_ms : WAIT_MS);
    for (;;) {
        int state = 0;
        char said[256] = "";
        bool known = ask(job, IPP_OP_GET_JOB_ATTRIBUTES, "job-state", of_job, 2, &state, said, sizeof said);
        if (known && state == IPP_JSTATE_COMPLETED) {
            outcome->state = "done";
            return 0;
        }
        if (known && (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED))
            return error_set(error, BANSHI_EPRINTER, "%s · %d · %s", job->destination, job->id, said);
        if (atomic_load(stop) || clock_ms() >= until) {
            ask(job, IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-state", of_printer, 2, &state, outcome->message,
                sizeof outcome->message);
            if (!outcome->message[0])
                snprintf(outcome->message, sizeof outcome->message, "%s", said);
            outcome->state = "held";
            return 0;
        }
        nanosleep(&(struct timespec){.tv_nsec = LOOK_MS * 1000000L}, NULL);
    }
}

int ipp_send(int fd, const char *name, const char *uri, const char *title, int wait_ms, const atomic_bool *stop,
             struct outcome *ret_outcome, struct banshi_error *error)
{
    struct job job = {.destination = uri ? uri : *name ? name : "printer:"};
    job.dest = uri ? cupsGetDestWithURI(NULL, uri) : cupsGetNamedDest(CUPS_HTTP_DEFAULT, *name ? name : NULL, NULL);
    if (!job.dest)
        return uri ? refused(&job, error) : no_queue(&job, *name, error);
    int r = connect_to(&job, error);
    if (r == 0)
        r = hand_over(&job, fd, title, error);
    ret_outcome->job = job.id;
    if (r == 0)
        r = follow(&job, wait_ms, stop, ret_outcome, error);
    cupsFreeDestInfo(job.info);
    httpClose(job.http);
    cupsFreeDests(1, job.dest);
    return r;
}

/* What a queue says about itself: keywords, separated by commas. */
static void note_reasons(char *ret, size_t size, const char *reasons)
{
    char one[128];
    ret[0] = '\0';
    for (const char *at = reasons; *at; at += strspn(at, ",")) {
        size_t n = strcspn(at, ",");
        snprintf(one, sizeof one, "%.*s", (int)(n < sizeof one ? n : sizeof one - 1), at);
        ipp_note(ret, size, one);
        at += n;
    }
}

int ipp_queues(int (*each)(void *closure, const struct ipp_queue *queue), void *closure)
{
    cups_dest_t *dests = NULL;
    int count = cupsGetDests2(CUPS_HTTP_DEFAULT, &dests), r = 0;
    for (int i = 0; r == 0 && i < count; i++) {
        const cups_dest_t *d = &dests[i];
        const char *state = cupsGetOption("printer-state", d->num_options, d->options);
        const char *about = cupsGetOption("printer-info", d->num_options, d->options);
        const char *reasons = cupsGetOption("printer-state-reasons", d->num_options, d->options);
        char message[256];
        int code = state ? (int)strtol(state, NULL, 10) : IPP_PSTATE_IDLE;
        note_reasons(message, sizeof message, reasons ? reasons : "");
        r = each(closure, &(struct ipp_queue){.name = d->name,
                                              .description = about ? about : "",
                                              .state = code == IPP_PSTATE_STOPPED      ? "stopped"
                                                       : code == IPP_PSTATE_PROCESSING ? "printing"
                                                                                       : "idle",
                                              .message = message,
                                              .chosen = d->is_default});
    }
    cupsFreeDests(count, dests);
    return r;
}

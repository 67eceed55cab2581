/* SPDX-License-Identifier: MIT */
/* A screen's writes: what is sent again with the same words after it was given up has the same operation id. */
#include <config.h>

#include "write.h"

#include <stdio.h>
#include <string.h>

#include "kit/hash.h"
#include "words.h"

/* Longer ago, it is meant to be done once more. */
static const banshi_time soon = 120 * (banshi_time)1000000;

static uint64_t digest_of(const char *call, size_t count, const struct write_word *words)
{
    uint64_t hash = hash_more(HASH_NOTHING, call, strlen(call) + 1);
    for (size_t i = 1; i <= count; i++)
        hash = words[i].text ? hash_more(hash, words[i].text, strlen(words[i].text) + 1)
                             : hash_more(hash, &words[i].number, sizeof words[i].number);
    return hash;
}

const char *write_begin(struct write *w, const char *call, size_t count, const struct write_word *words)
{
    uint64_t sent = digest_of(call, count, words);
    if (!w->open || w->words != sent || time_now() - w->since > soon)
        banshi_opid(w->opid);
    w->words = sent;
    w->since = time_now();
    w->open = false;
    w->busy = true;
    return w->opid;
}

void write_once(struct write *w, const char *opid)
{
    *w = (struct write){.busy = true};
    snprintf(w->opid, sizeof w->opid, "%s", opid);
}

bool write_end(struct write *w, const struct banshi_error *error)
{
    w->busy = false;
    w->open = error->code == BANSHI_ECANCELLED || error->code == BANSHI_ETIMEOUT || error->code == BANSHI_ECONNECT;
    return error->code == 0;
}

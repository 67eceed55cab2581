/* SPDX-License-Identifier: MIT */
/* Telling scanners from fingers. */
#include <config.h>

#include "burst.h"

#include "text.h"

static bool begins(key k)
{
    return (k >= '0' && k <= '9') || (k >= 'A' && k <= 'Z');
}

bool burst_hold(struct burst *burst, key k, bool pasted, int64_t now)
{
    if (burst->count == 0) {
        if (!pasted && !begins(k))
            return false;
        burst->pasted = pasted;
    } else if (pasted != burst->pasted || (!pasted && now - burst->last > BURST_GAP_MS)) {
        return false;
    }
    bool end = k == K_ENTER && (pasted || burst->count >= BURST_LEAST);
    if ((!key_is_text(k) && !end && !pasted) || burst->count == BURST_KEYS)
        return false;
    burst->keys[burst->count++] = k;
    burst->last = now;
    return true;
}

int burst_due(const struct burst *burst, int64_t now)
{
    if (burst->count == 0)
        return -1;
    if (burst->keys[burst->count - 1] == K_ENTER && !burst->pasted)
        return 0;
    int64_t left = burst->last + (burst->count == 1 && !burst->pasted ? BURST_FIRST_MS : BURST_GAP_MS) - now;
    return left > 0 ? (int)left : 0;
}

bool burst_text(const struct burst *burst, char *ret, size_t size)
{
    size_t used = 0, characters = 0;
    bool same = true;
    for (size_t i = 0; i < burst->count && used + 5 < size; i++) {
        if (!key_is_text(burst->keys[i]))
            continue;
        same = same && burst->keys[i] == burst->keys[0]; /* a key held down repeats */
        used += text_encode(ret + used, burst->keys[i]);
        characters++;
    }
    ret[used] = '\0';
    return burst->pasted || (characters >= BURST_LEAST && !same);
}

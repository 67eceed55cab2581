/* SPDX-License-Identifier: MIT */
/* Telling texts and numbers apart by a number (FNV-1a, 64 bits): for what a terminal compares with itself, not against malice. */
#ifndef BANSHI_TUI_HASH_H
#define BANSHI_TUI_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_NOTHING UINT64_C(0xcbf29ce484222325)

/* The hash of what was hashed before (HASH_NOTHING at first) with these bytes after it. */
static inline uint64_t hash_more(uint64_t hash, const void *bytes, size_t size)
{
    for (const unsigned char *at = bytes, *end = at + size; at < end; at++)
        hash = (hash ^ *at) * UINT64_C(0x100000001b3);
    return hash;
}

#endif

/* SPDX-License-Identifier: MIT */
/* A time zone of its own, beside the process's: read once, never changed, so that threads may use it. */
#ifndef BANSHI_TUI_ZONE_H
#define BANSHI_TUI_ZONE_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

struct zone;

/* The zone of a name of the tz database ("Asia/Shanghai"), from TZDIR or /usr/share/zoneinfo; NULL when there is none.
 * Read once a name and kept. */
const struct zone *zone_named(const char *name);
/* The same from the bytes of its file (TZif, RFC 9636); NULL when they are not that. */
struct zone *zone_read(const unsigned char *bytes, size_t n);
void zone_free(struct zone *zone);

/* Seconds since 1970 as a local time; a NULL zone is the process's own. */
void zone_local(const struct zone *zone, int64_t seconds, struct tm *ret);

#endif

/* SPDX-License-Identifier: MIT */
/* What is asked on a new connection before anything else: settings, the database's version, who is signed on, what to listen to. */
#ifndef BANSHI_CORE_SETUP_H
#define BANSHI_CORE_SETUP_H

#include <libpq-fe.h>

#include "link.h"

/* Begin; it ends with link_found, link_refused or link_lost. */
void setup_begin(struct banshi *b);
/* A result of the step under way; and all of them are in: the next step. */
void setup_result(struct banshi *b, const PGresult *result);
void setup_next(struct banshi *b);

#endif

/* SPDX-License-Identifier: MIT */
/* What forms let one choose that is no vocabulary of the library. */
#include <config.h>

#include "choice.h"

#include <stddef.h>

#include "i18n.h"

const struct banshi_word weekdays[] = {{.code = "1", .message = N_("Mon")}, {.code = "2", .message = N_("Tue")},
                                       {.code = "3", .message = N_("Wed")}, {.code = "4", .message = N_("Thu")},
                                       {.code = "5", .message = N_("Fri")}, {.code = "6", .message = N_("Sat")},
                                       {.code = "7", .message = N_("Sun")}, {.code = NULL}};

/* SPDX-License-Identifier: MIT */
/* Identity numbers of people and organisations, and telephone numbers. Pure functions. */
#ifndef BANSHI_IDENTITY_H
#define BANSHI_IDENTITY_H

#include <banshi/error.h>
#include <banshi/rows.h>

/* Resident identity number (GB 11643): 18 characters, check digit, a real date of birth not after `today` (0: not
 * compared). ret receives it upper-cased. Abolished county codes are valid. BANSHI_EIDNUMBER, the detail says which
 * part is wrong. */
int banshi_identity_resident(const char *s, banshi_date today, char ret[19], struct banshi_error *error);
/* Unified social credit code (GB 32100), 18 characters. BANSHI_ECREDITCODE. */
int banshi_identity_credit_code(const char *s, char ret[19], struct banshi_error *error);
/* Mobile 1[3-9] and 9 digits, or a landline with or without area code and extension (0871-67181234, 67181234-802).
 * Spaces and hyphens are dropped in ret (a landline keeps area-number-extension). BANSHI_EPHONE. */
int banshi_identity_phone(const char *s, char ret[24], struct banshi_error *error);

#endif

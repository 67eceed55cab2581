/* SPDX-License-Identifier: MIT */
/* Passwords: what is asked of them. */
#ifndef BANSHI_CORE_STAFF_H
#define BANSHI_CORE_STAFF_H

#include <banshi/error.h>

/* 8 to 128 printable ASCII characters of two classes (lower, upper, digits, signs); else BANSHI_EINVALID. */
int staff_password_check(const char *password, struct banshi_error *error);

#endif

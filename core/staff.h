/* SPDX-License-Identifier: MIT */
/* Passwords: what is asked of them, and the verifier that the server keeps. */
#ifndef BANSHI_CORE_STAFF_H
#define BANSHI_CORE_STAFF_H

#include <banshi/error.h>

#include <stddef.h>

#define STAFF_VERIFIER_SIZE 160

/* 8 to 128 printable ASCII characters of two classes (lower, upper, digits, signs); else BANSHI_EINVALID. */
int staff_password_check(const char *password, struct banshi_error *error);
/* The verifier of a password for a salt of 16 bytes (RFC 5802, SCRAM-SHA-256) as PostgreSQL stores it. */
int staff_password_verifier(const char *password, const unsigned char *salt, size_t salt_size,
                            char ret_verifier[STAFF_VERIFIER_SIZE], struct banshi_error *error);

#endif

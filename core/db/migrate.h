/* SPDX-License-Identifier: MIT */
/* What this program expects of a database: see the file core/interface.txt and docs/decision/0002-version.md. */
#ifndef BANSHI_CORE_MIGRATE_H
#define BANSHI_CORE_MIGRATE_H

enum { DIGEST_SIZE = 65 }; /* SHA-256 in hexadecimal digits and a null */

/* The newest schema file of this program: its number. */
long migrate_version(void);
/* Digest of what clients depend on: signatures of procedures, columns of views, codes. */
void migrate_interface(char ret[DIGEST_SIZE]);

#endif

/* SPDX-License-Identifier: MIT */
/* New files, which have no name until they are whole: who is interrupted leaves nothing behind. */
#ifndef BANSHI_CORE_FILE_H
#define BANSHI_CORE_FILE_H

#include <banshi/error.h>
#include <stdbool.h>
#include <stddef.h>

/* A descriptor to write to, or an error's code; BANSHI_EIO when there is such a file already, or none can be made. */
int file_new(const char *path, struct banshi_error *error);
/* A descriptor for what is to be read again once it is whole, in file_folder(); or an error's code. */
int file_nameless(struct banshi_error *error);
const char *file_folder(void);
/* All bytes; false with errno. */
bool file_write(int fd, const void *bytes, size_t n);
/* Flush to disk, give the file its name, never that of another, and close it in any case. 0 or BANSHI_EIO. */
int file_finish(int fd, const char *path, struct banshi_error *error);

#endif

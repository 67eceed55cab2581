/* SPDX-License-Identifier: MIT */
/* The cluster of the embedded server: where it is, made, and its programs. */
#ifndef BANSHI_CORE_CLUSTER_H
#define BANSHI_CORE_CLUSTER_H

#include <sys/types.h>

#include <banshi/error.h>

struct local {
    char dir[1024], cluster[1100], run[108];
    char bin[512];
    uid_t uid; /* of the server */
    gid_t gid;
    const char *user;
    int users; /* users.lock */
};

/* Run one of PostgreSQL's programs in the folder of the cluster, as the user of the server; input may be NULL. */
int cluster_run(const struct local *l, const char *program, char *const args[], const char *input,
                struct banshi_error *error);
/* A file with this text, in the place of another. */
int cluster_write(const char *path, const char *text, mode_t mode, uid_t uid, gid_t gid, struct banshi_error *error);
/* A folder of the cluster with all that is in it. */
int cluster_remove(const struct local *l, const char *folder, struct banshi_error *error);
/* Make the cluster with its database and the owner's password. */
int cluster_make(const struct local *l, struct banshi_error *error);

#endif

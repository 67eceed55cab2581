/* SPDX-License-Identifier: MIT */
/* Staff and their passwords. A password leaves this process only as its verifier. */
#include <config.h>

#include <banshi/staff.h>

#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "sql.h"
#include "staff.h"

enum { PASSWORD_MIN = 8, PASSWORD_MAX = 128 };

/* Printable ASCII alone: other characters look alike, and depend on the keyboard that is at hand. */
int staff_password_check(const char *password, struct banshi_error *error)
{
    bool lower = false, upper = false, digit = false, other = false;
    size_t n = strlen(password);

    for (const char *s = password; *s != '\0'; s++) {
        if (*s < ' ' || *s > '~')
            return error_set(error, BANSHI_EINVALID, "password · letters, digits and signs of the keyboard only");
        if (*s >= 'a' && *s <= 'z')
            lower = true;
        else if (*s >= 'A' && *s <= 'Z')
            upper = true;
        else if (*s >= '0' && *s <= '9')
            digit = true;
        else
            other = true;
    }
    if (n < PASSWORD_MIN || n > PASSWORD_MAX)
        return error_set(error, BANSHI_EINVALID, "password · 8 to 128 characters");
    if (lower + upper + digit + other < 2)
        return error_set(error, BANSHI_EINVALID, "password · two of lower case, upper case, digits, signs");
    return 0;
}

struct banshi_op *banshi_staff_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_staff_list, &banshi_staff_shape, fn, closure, "");
}

struct banshi_op *banshi_staff_new(struct banshi *b, const char *opid, const struct banshi_staff *staff,
                                   banshi_done_fn *fn, void *closure)
{
    return db_call(b, "staff_new", &banshi_staff_shape, fn, closure, "ossSsb", opid, staff->login, staff->name,
                   staff->department, staff->role, (int)staff->party_member);
}

struct banshi_op *banshi_staff_edit(struct banshi *b, const char *opid, const struct banshi_staff *staff,
                                    banshi_done_fn *fn, void *closure)
{
    return db_call(b, "staff_edit", &banshi_staff_shape, fn, closure, "ossSb", opid, staff->login, staff->name,
                   staff->department, (int)staff->party_member);
}

struct banshi_op *banshi_staff_role(struct banshi *b, const char *opid, const char *login, const char *role,
                                    banshi_done_fn *fn, void *closure)
{
    return db_call(b, "staff_role", &banshi_staff_shape, fn, closure, "oss", opid, login, role);
}

struct banshi_op *banshi_staff_leave(struct banshi *b, const char *opid, const char *login, banshi_done_fn *fn,
                                     void *closure)
{
    return db_call(b, "staff_leave", &banshi_staff_shape, fn, closure, "os", opid, login);
}

struct banshi_op *banshi_staff_return(struct banshi *b, const char *opid, const char *login, banshi_done_fn *fn,
                                      void *closure)
{
    return db_call(b, "staff_return", &banshi_staff_shape, fn, closure, "os", opid, login);
}

struct banshi_op *banshi_staff_password(struct banshi *b, const char *opid, const char *login, const char *password,
                                        banshi_done_fn *fn, void *closure)
{
    char *verifier = NULL;
    struct banshi_error error = {0};

    if (staff_password_check(password, &error) < 0 || db_password_verifier(b, login, password, &verifier, &error) < 0)
        return db_fail(b, fn, closure, &error);
    struct banshi_op *op = db_call(b, "staff_password", &banshi_staff_shape, fn, closure, "oss", opid, login, verifier);
    free(verifier);
    return op;
}

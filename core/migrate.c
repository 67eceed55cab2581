/* SPDX-License-Identifier: MIT */
/* Bringing a database up to this program's schema. */
#include <config.h>

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <banshi/centre.h>

#include "db.h"
#include "handle.h"
#include "rows.h"
#include "sql.h"

static const struct banshi_field migration_fields[] = {
    FIELD(struct banshi_migration, file, "File", BANSHI_TEXT),
    FIELD(struct banshi_migration, outcome, "Outcome", BANSHI_TEXT),
};
SHAPE(migration, struct banshi_migration, migration_fields);

struct applied {
    int64_t version;
    const char *file, *checksum;
};
static const struct banshi_field applied_fields[] = {
    FIELD(struct applied, version, NULL, BANSHI_INT),
    FIELD(struct applied, file, NULL, BANSHI_TEXT),
    FIELD(struct applied, checksum, NULL, BANSHI_TEXT),
};
static const struct banshi_shape applied_shape = {"applied", sizeof(struct applied), 3, applied_fields};

/* A migration under way: the operation the caller waits for. */
struct migration {
    struct banshi_op *op;
    struct banshi_rows *report;
};

/* One session migrates at a time; what has been applied, if anything. */
static const char lock_and_look[] =
    "select pg_advisory_lock(hashtext('banshi.migrate'));"
    "create temporary table if not exists banshi_applied (version int, file text, checksum text);"
    "truncate banshi_applied;"
    "do $$ begin if to_regclass('banshi.schema_migration') is not null then"
    " insert into banshi_applied select version, file, checksum from banshi.schema_migration; end if; end $$;"
    "select version, file, checksum from banshi_applied order by version";

static const char api_start[] =
    "set local check_function_bodies = off; drop schema if exists api cascade; create schema api;"
    "grant usage on schema api to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;"
    "comment on schema api is 'What clients use: views to read, procedures to write';"
    "alter default privileges in schema api revoke execute on functions from public;\n";

static void checksum(EVP_MD_CTX *sum, char ret[65])
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    EVP_DigestFinal_ex(sum, bytes, &n);
    for (unsigned i = 0; i < n && i < 32; i++)
        sprintf(ret + 2 * i, "%02x", bytes[i]);
}

static void checksum_of(const struct sql_file *files, char ret[65])
{
    EVP_MD_CTX *sum = EVP_MD_CTX_new();
    EVP_DigestInit_ex(sum, EVP_sha256(), NULL);
    for (; files && files->name; files++)
        EVP_DigestUpdate(sum, files->text, strlen(files->text));
    checksum(sum, ret);
    EVP_MD_CTX_free(sum);
}

static void checksum_of_one(const struct sql_file *file, char ret[65])
{
    const struct sql_file one[] = {*file, {NULL, NULL}};
    checksum_of(one, ret);
}

static void checksum_of_api(char ret[65])
{
    EVP_MD_CTX *sum = EVP_MD_CTX_new();
    EVP_DigestInit_ex(sum, EVP_sha256(), NULL);
    EVP_DigestUpdate(sum, api_start, strlen(api_start));
    for (const struct sql_file *f = sql_view; f->name; f++)
        EVP_DigestUpdate(sum, f->text, strlen(f->text));
    for (const struct sql_file *f = sql_procedure; f->name; f++)
        EVP_DigestUpdate(sum, f->text, strlen(f->text));
    checksum(sum, ret);
    EVP_MD_CTX_free(sum);
}

static void finish(struct migration *m, const struct banshi_error *error)
{
    struct banshi_rows *report = error->code == 0 ? m->report : NULL;
    if (error->code != 0)
        banshi_rows_free(m->report);
    op_finish(m->op, error, report);
    free(m);
}

static void migrated(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)rows;
    finish(closure, error);
}

static const struct applied *find(const struct banshi_rows *rows, long version)
{
    for (size_t i = 0; i < rows->count; i++)
        if (banshi_row(struct applied, rows, i)->version == version)
            return banshi_row(struct applied, rows, i);
    return NULL;
}

static int report(struct migration *m, const char *file, bool applied, struct banshi_error *error)
{
    const char *const values[] = {file, applied ? "applied" : "present"};
    return rows_add(m->report, values, error);
}

/* The script of what is missing; a file that was applied in another form, or is unknown here, is an error. */
static int write_script(FILE *out, struct migration *m, const struct banshi_rows *rows, struct banshi_error *error)
{
    char sum[65] = "";
    bool any = false;
    long newest = strtol(sql_schema[sql_schema_count - 1].name, NULL, 10);
    for (size_t i = 0; i < rows->count; i++)
        if (banshi_row(struct applied, rows, i)->version > newest)
            return error_set(error, BANSHI_EVERSION, "%s", banshi_row(struct applied, rows, i)->file);
    fputs("begin;\n", out);
    if (rows->count)
        fputs("set local role banshi_owner;\n", out);
    for (const struct sql_file *f = sql_schema; f->name; f++) {
        long version = strtol(f->name, NULL, 10);
        const struct applied *have = find(rows, version);
        checksum_of_one(f, sum);
        if (have && strcmp(have->checksum, sum) != 0)
            return error_set(error, BANSHI_EVERSION, "%s · checksum", f->name);
        if (!have) {
            any = true;
            fprintf(out,
                    "%s\n;set local role banshi_owner;\ninsert into banshi.schema_migration (version, file, checksum)"
                    " values (%ld, '%s', '%s');\n",
                    f->text, version, f->name, sum);
        }
        if (report(m, f->name, !have, error) != 0)
            return error->code;
    }
    checksum_of_api(sum);
    const struct applied *api = find(rows, 0);
    bool renew = any || !api || strcmp(api->checksum, sum) != 0;
    if (renew) {
        fputs(api_start, out);
        for (const struct sql_file *f = sql_view; f->name; f++)
            fprintf(out, "%s\n;", f->text);
        for (const struct sql_file *f = sql_procedure; f->name; f++)
            fprintf(out, "%s\n;", f->text);
        fprintf(out,
                "insert into banshi.schema_migration (version, file, checksum) values (0, 'api', '%s') on conflict "
                "(version)"
                " do update set checksum = excluded.checksum, at = now();\n",
                sum);
    }
    fputs("select banshi.partition_ensure(current_date);\ncommit;\nreset role;\n"
          "select pg_advisory_unlock(hashtext('banshi.migrate'))",
          out);
    return report(m, "api", renew, error);
}

static void looked(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct migration *m = closure;
    struct banshi *b = m->op->b;
    struct banshi_error own = *error;
    char *script = NULL;
    size_t size = 0;
    FILE *out = own.code == 0 ? open_memstream(&script, &size) : NULL;
    if (own.code == 0) {
        m->report = rows_new(&banshi_migration_shape, sql_schema_count + 1);
        if (!out || !m->report)
            error_set(&own, BANSHI_ENOMEM, "migrate");
        else
            write_script(out, m, rows, &own);
    }
    if (out && fclose(out) != 0)
        error_set(&own, BANSHI_ENOMEM, "migrate");
    if (own.code == 0 && !db_script(b, script, NULL, migrated, m))
        error_set(&own, BANSHI_ENOMEM, "migrate");
    if (own.code != 0)
        finish(m, &own);
    free(script);
}

struct banshi_op *banshi_centre_migrate(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    struct migration *m = calloc(1, sizeof *m);
    struct banshi_op *op = op_new(b, OP_OUTER, fn, closure);
    if (!m || !op || !db_script(b, lock_and_look, &applied_shape, looked, m)) {
        free(m);
        op_free(op);
        return NULL;
    }
    m->op = op;
    return op;
}

/* SPDX-License-Identifier: MIT */
/* Bringing a database up to this program: schema files that are missing, then all code made again, in one transaction. */
#include <config.h>

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <banshi/centre.h>
#include <banshi/word.h>

#include "db.h"
#include "handle.h"
#include "link.h"
#include "migrate.h"
#include "rows.h"
#include "sql.h"

/* A row of banshi.schema_migration. */
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
/* Rows of it that stand for no file; positive numbers are those of files, -2 is written by rule.derive. */
enum { ROW_CODE = 0, ROW_INTERFACE = -1 };

/* A migration, or a look at the versions, under way: the operation the caller waits for. */
struct migration {
    struct banshi_op *op;
    struct banshi_rows *report;
    struct banshi_error error; /* why it ends, while what was begun is taken back */
    bool status;               /* look only */
    int tries;                 /* how often others were in the way */
};
/* How often a migration makes way for those who work, before it gives up. */
enum { MOST_TRIES = 10 };

/* What has been applied, if anything, as the result of the script. */
#define LOOK \
    "create temporary table banshi_applied (version int, file text, checksum text) on commit drop;" \
    "do $$ begin if to_regclass('banshi.schema_migration') is not null then" \
    " insert into banshi_applied select version, file, checksum from banshi.schema_migration; end if; end $$;" \
    "select version, file, checksum from banshi_applied order by version"

/* Is there such a table? The catalog tells everybody. */
#define KNOWN \
    "exists (select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace" \
    " where n.nspname = 'banshi' and c.relname = 'schema_migration')"
/* The lock is one that nobody but the owner can take or wait for: of the table where migrations are recorded or, before there is
 * one, of the database's comment. Schemas of another program stay what they are. The transaction stays open for what follows. */
static const char lock_and_look[] =
    "begin;"
    "set local role none;"
    "set local lock_timeout = '1s';"
    "set local client_connection_check_interval = '1s';"
    "do $$ begin"
    " if not " KNOWN " then"
    "  if exists (select from pg_namespace as n where n.nspname in ('banshi', 'rule', 'api')) then"
    "   raise exception using errcode = 'duplicate_schema',"
    "    message = current_database() || ' · belongs to another program';"
    "  end if;"
    "  execute format('comment on database %I is %L', current_database(), 'Window-clerk system of a service centre');"
    " end if;"
    " if " KNOWN " then"
    "  set local role banshi_owner;"
    "  lock table banshi.schema_migration in exclusive mode;"
    " end if;"
    "end $$;" LOOK;
static const char only_look[] = "begin;" LOOK ";commit";

/* From version 16 of the server on, a role is changed by those alone who administer it, and a membership taken back by who gave it:
 * banshi_login does both. A database that comes from an earlier version, or from a backup, does not say so; a superuser may. */
static const char roles_again[] =
    "set local role none;"
    "do $$ declare v record; begin"
    " if current_setting('server_version_num')::int < 160000"
    "    or not (select r.rolsuper from pg_roles as r where r.rolname = session_user) then"
    "  return;"
    " end if;"
    " for v in select r.rolname from pg_roles as r"
    "          where (r.rolname in (select s.login from banshi.staff as s) or r.rolname ~ '^banshi_'"
    "                 and exists (select from pg_auth_members as m join pg_roles as g on g.oid = m.roleid"
    "                             where m.member = r.oid and g.rolname ~ '^banshi_'))"
    "            and r.rolname not in ('banshi_login', 'banshi_owner')"
    "            and not exists (select from pg_auth_members as m"
    "                            where m.roleid = r.oid and m.member = 'banshi_login'::regrole and m.admin_option) loop"
    "  execute format('grant %I to banshi_login with admin true, inherit false, set false', v.rolname);"
    " end loop;"
    " for v in select g.rolname as of, r.rolname, o.rolname as grantor from pg_auth_members as m"
    "          join pg_roles as r on r.oid = m.member join pg_roles as g on g.oid = m.roleid"
    "          join pg_roles as o on o.oid = m.grantor"
    "          where r.rolname in (select s.login from banshi.staff as s) and g.rolname ~ '^banshi_'"
    "            and g.rolname <> 'banshi_clock' and o.rolname <> 'banshi_login' loop"
    "  execute format('grant %I to %I granted by banshi_login', v.of, v.rolname);"
    "  execute format('revoke %I from %I granted by %I', v.of, v.rolname, v.grantor);"
    " end loop;"
    "end $$;\n";

/* Code is made again whole. Functions belong to banshi_procedure and not to the tables' owner, so that row-level security holds for
 * them, too. */
static const char code_start[] =
    /* of the database itself, by whoever may: a restored one has none of these */
    "set local role none;"
    "do $$ declare v_database text := quote_ident(current_database()); begin"
    " if pg_has_role(session_user, 'banshi_owner', 'usage')"
    "    and not (select r.rolsuper from pg_roles as r where r.rolname = session_user) then"
    "  raise exception using errcode = 'BS002', message = session_user || ' · alter role ' || session_user || ' "
    "noinherit';"
    " end if;"
    " if exists (select from pg_database as d where d.datname = current_database()"
    "            and pg_has_role(session_user, d.datdba, 'usage')) then"
    "  execute 'revoke all on database ' || v_database || ' from public';"
    "  execute 'grant create, connect, temporary on database ' || v_database || ' to banshi_owner, banshi_procedure';"
    "  execute 'grant connect on database ' || v_database || ' to banshi_client, banshi_backup, banshi_city, '"
    "          || quote_ident(session_user);"
    "  revoke all on schema public from public;"
    " end if;"
    "end $$;"
    "set local check_function_bodies = off;"
    "set local role banshi_procedure;"
    "drop schema if exists api cascade;"
    "drop schema if exists rule cascade;"
    "set local role banshi_login;"
    "alter default privileges revoke execute on functions from public;"
    "set local role banshi_owner;"
    "alter default privileges revoke execute on functions from public;"
    "set local role banshi_procedure;"
    "alter default privileges revoke execute on functions from public;"
    "create schema rule;"
    "comment on schema rule is 'Rules that procedures, views and policies call; clients call none of them';"
    "create schema api;"
    "comment on schema api is 'What clients use: views to read, procedures to write';"
    "grant usage on schema api, rule to banshi_client;"
    "grant usage, create on schema rule to banshi_owner, banshi_login;\n";
static const char policy_start[] = "set local role banshi_owner;\n"
                                   "select rule.protect_all();\n";
static const char code_end[] = "set local role banshi_procedure;\n"
                               "select rule.partition_ensure(current_date);\n"
                               "select rule.layout_refresh();\n"
                               "select rule.derive();\n"
                               "set local role banshi_owner;\n"
                               "grant select on banshi.schema_migration to banshi_backup;\n"
                               "grant select on all sequences in schema banshi to banshi_backup;\n";

/* Digests ------------------------------------------------------------------------------------------------------- */

static void digest_end(EVP_MD_CTX *sum, char ret[DIGEST_SIZE])
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    EVP_DigestFinal_ex(sum, bytes, &n);
    for (unsigned i = 0; i < n && i < 32; i++)
        sprintf(ret + 2 * i, "%02x", bytes[i]);
    EVP_MD_CTX_free(sum);
}

static void digest_of(const char *text, char ret[DIGEST_SIZE])
{
    EVP_MD_CTX *sum = EVP_MD_CTX_new();
    EVP_DigestInit_ex(sum, EVP_sha256(), NULL);
    EVP_DigestUpdate(sum, text, strlen(text));
    digest_end(sum, ret);
}

void migrate_interface(char ret[DIGEST_SIZE])
{
    digest_of(sql_interface, ret);
}

static void digest_of_code(char ret[DIGEST_SIZE])
{
    EVP_MD_CTX *sum = EVP_MD_CTX_new();
    const char *const around[] = {code_start, policy_start, code_end};
    EVP_DigestInit_ex(sum, EVP_sha256(), NULL);
    for (size_t i = 0; i < 3; i++)
        EVP_DigestUpdate(sum, around[i], strlen(around[i]));
    for (const struct sql_file *f = sql_code; f->name; f++)
        EVP_DigestUpdate(sum, f->text, strlen(f->text));
    for (const struct sql_file *f = sql_policy; f->name; f++)
        EVP_DigestUpdate(sum, f->text, strlen(f->text));
    digest_end(sum, ret);
}

long migrate_version(void)
{
    return strtol(sql_schema[sql_schema_count - 1].name, NULL, 10);
}

/* The script ---------------------------------------------------------------------------------------------------- */

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

static void put_down(FILE *out, long version, const char *file, const char *checksum)
{
    fprintf(out,
            "insert into banshi.schema_migration (version, file, checksum) values (%ld, '%s', '%s')"
            " on conflict (version) do update set file = excluded.file, checksum = excluded.checksum, at = now();\n",
            version, file, checksum);
}

/* The schema files that are missing; one that was applied in another form, or that is not known here, is an error. Returns how
 * many, or a code. */
static int write_schema(FILE *out, struct migration *m, const struct banshi_rows *rows, struct banshi_error *error)
{
    int missing = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (banshi_row(struct applied, rows, i)->version > migrate_version())
            return error_set(error, BANSHI_EVERSION, "%s · %s", PACKAGE_STRING,
                             banshi_row(struct applied, rows, i)->file);
    if (find(rows, ROW_CODE)) /* the first file runs as whoever migrates */
        fputs("set local role banshi_owner;\n", out);
    for (const struct sql_file *f = sql_schema; f->name; f++) {
        char sum[DIGEST_SIZE];
        long version = strtol(f->name, NULL, 10);
        const struct applied *have = find(rows, version);
        digest_of(f->text, sum);
        if (have && strcmp(have->checksum, sum) != 0)
            return error_set(error, BANSHI_EEDITED, "core/schema/%s", f->name);
        if (!have) {
            missing++;
            fprintf(out, "%s\n;set local role banshi_owner;\n", f->text);
            put_down(out, version, f->name, sum);
        }
        if (report(m, f->name, !have, error) != 0)
            return error->code;
    }
    return missing;
}

static void write_files(FILE *out, const struct sql_file *files)
{
    for (; files->name; files++)
        fprintf(out, "%s\n;", files->text);
}

/* The groups of the staff, one a role, each wider one with what the narrower one has. */
static void write_groups(FILE *out)
{
    static const char member[] = "do $$ begin if not pg_has_role('banshi_%1$s', 'banshi_%2$s', 'member') then"
                                 " grant banshi_%2$s to banshi_%1$s; end if; end $$;\n";
    const struct banshi_word *rank = banshi_word_staff_role_rank;
    fputs("set local role banshi_login;\n", out);
    for (const struct banshi_word *role = banshi_word_staff_role; role->code; role++)
        fprintf(out,
                "do $$ begin if not exists (select from pg_roles where rolname = 'banshi_%1$s') then"
                " create role banshi_%1$s; end if; end $$;\n",
                role->code);
    for (const struct banshi_word *device = banshi_word_staff_role_device; device->code; device++)
        fprintf(out, member, device->code, "device");
    fprintf(out, member, "device", "client");
    fprintf(out, member, rank->code, "client");
    for (; rank[1].code; rank++)
        fprintf(out, member, rank[1].code, rank->code);
    fprintf(out, member, "owner", rank->code); /* who makes functions for others, and the centre */
}

static int write_script(FILE *out, struct migration *m, const struct banshi_rows *rows, struct banshi_error *error)
{
    char code[DIGEST_SIZE], interface[DIGEST_SIZE];
    int missing = write_schema(out, m, rows, error);
    if (missing < 0)
        return missing;
    digest_of_code(code);
    migrate_interface(interface);
    const struct applied *have = find(rows, ROW_CODE), *known = find(rows, ROW_INTERFACE);
    bool renew =
        missing > 0 || !have || strcmp(have->checksum, code) != 0 || !known || strcmp(known->checksum, interface) != 0;
    if (renew)
        write_groups(out);
    fputs(roles_again, out);
    if (renew) {
        fputs(code_start, out);
        write_files(out, sql_code);
        fputs(policy_start, out);
        write_files(out, sql_policy);
        fputs(code_end, out);
        put_down(out, ROW_CODE, "code", code);
        put_down(out, ROW_INTERFACE, PACKAGE_VERSION, interface);
    } else {
        fputs("set local role banshi_owner;\nselect rule.partition_ensure(current_date);\n", out);
    }
    fputs("commit;\n" OWNER_ROLE, out);
    return report(m, "code", renew, error);
}

/* Under way ------------------------------------------------------------------------------------------------------ */

static void finish(struct migration *m)
{
    struct banshi_rows *rows = m->error.code == 0 ? m->report : NULL;
    if (m->error.code != 0)
        banshi_rows_free(m->report);
    op_finish(m->op, &m->error, rows);
}

static void taken_back(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)error; /* a lost connection takes back as well */
    (void)rows;
    finish(closure);
}

/* Who holds what a migration needs. */
struct holder {
    const char *who;
};
static const struct banshi_field holder_fields[] = {FIELD(struct holder, who, NULL, BANSHI_TEXT)};
static const struct banshi_shape holder_shape = {"holder", sizeof(struct holder), 1, holder_fields};
static const char rollback_and_ask[] =
    "rollback;"
    "select coalesce(string_agg(distinct format('%s (pid %s)', a.usename, a.pid), ', '), '') as who"
    " from pg_locks as l join pg_stat_activity as a on a.pid = l.pid"
    " join pg_class as c on c.oid = l.relation join pg_namespace as n on n.oid = c.relnamespace"
    " where l.granted and l.pid <> pg_backend_pid() and n.nspname in ('banshi', 'api')"
    " and l.database = (select d.oid from pg_database as d where d.datname = current_database())";

static void told_who(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct migration *m = closure;
    bool known = error->code == 0 && rows && rows->count;
    m->error = (struct banshi_error){0};
    error_set(&m->error, BANSHI_EBUSY, "%s", known ? banshi_row(struct holder, rows, 0)->who : "");
    finish(m);
}

static void looked(void *closure, const struct banshi_error *error, const struct banshi_rows *rows);

/* After a pause that grows; the lock makes others wait for a second at most. */
static bool try_again(struct migration *m)
{
    char script[sizeof lock_and_look + 64];
    banshi_rows_free(m->report);
    m->report = NULL;
    snprintf(script, sizeof script, "rollback;select pg_sleep(%d * random() / 2);%s", ++m->tries, lock_and_look);
    return db_script(m->op->b, script, &applied_shape, looked, m);
}

static void migrated(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct migration *m = closure;
    (void)rows;
    bool in_the_way = strcmp(error->sqlstate, "55P03") == 0 || strcmp(error->sqlstate, "40P01") == 0;
    if (in_the_way && m->tries < MOST_TRIES && try_again(m))
        return;
    if (in_the_way && db_script(m->op->b, rollback_and_ask, &holder_shape, told_who, m))
        return;
    m->error = *error;
    if (error->code == 0 || !db_script(m->op->b, "rollback", NULL, taken_back, m))
        finish(m);
}

static int compare(struct migration *m, const struct banshi_rows *rows, struct banshi_error *error)
{
    char number[24], code[DIGEST_SIZE], interface[DIGEST_SIZE];
    snprintf(number, sizeof number, "%ld", migrate_version());
    digest_of_code(code);
    migrate_interface(interface);
    const struct applied *newest = rows->count ? banshi_row(struct applied, rows, rows->count - 1) : NULL;
    const struct applied *own_code = find(rows, ROW_CODE), *own_interface = find(rows, ROW_INTERFACE);
    char theirs[24] = "";
    if (newest && newest->version > 0)
        snprintf(theirs, sizeof theirs, "%ld", (long)newest->version);
    const char *const values[][3] = {
        {"release", PACKAGE_VERSION, own_interface ? own_interface->file : ""},
        {"schema", number, theirs},
        {"interface", interface, own_interface ? own_interface->checksum : ""},
        {"code", code, own_code ? own_code->checksum : ""},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (rows_add(m->report, values[i], error) != 0)
            return error->code;
    return 0;
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
        m->report = rows_new(m->status ? &banshi_version_shape : &banshi_migration_shape, sql_schema_count + 1);
        if (!out || !m->report)
            error_set(&own, BANSHI_ENOMEM, "migrate");
        else if (m->status)
            compare(m, rows, &own);
        else
            write_script(out, m, rows, &own);
    }
    if (out && fclose(out) != 0)
        error_set(&own, BANSHI_ENOMEM, "migrate");
    if (m->status) {
        m->error = own;
        finish(m);
    } else if (own.code != 0 || !db_script(b, script, NULL, migrated, m)) {
        migrated(m, &own, NULL);
    }
    free(script);
}

static struct banshi_op *begin(struct banshi *b, bool status, banshi_done_fn *fn, void *closure)
{
    struct migration *m = calloc(1, sizeof *m);
    struct banshi_op *op = m ? op_compose(b, m, free, fn, closure) : NULL;
    if (!op)
        return NULL;
    m->op = op;
    m->status = status;
    if (!db_script(b, status ? only_look : lock_and_look, &applied_shape, looked, m)) {
        error_set(&m->error, BANSHI_ENOMEM, "migrate");
        finish(m);
    }
    return op;
}

struct banshi_op *banshi_centre_migrate(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return begin(b, false, fn, closure);
}

struct banshi_op *banshi_centre_version(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return begin(b, true, fn, closure);
}

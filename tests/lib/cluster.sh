# SPDX-License-Identifier: MIT
# A PostgreSQL cluster of a test's own: `. tests/lib/cluster.sh; cluster_start`, then PGHOST, PGUSER and PGDATABASE point to a
# database that `banshi migrate` has brought up. It is gone when the script ends, however it ends.
# shellcheck shell=sh
. "${abs_top_srcdir:?}/tests/lib/template.sh"

# As whom the server runs: root may not.
if [ "$(id -u)" = 0 ]; then
    cluster_as="setpriv --reuid=postgres --regid=postgres --init-groups"
else
    cluster_as=
fi

# cluster_start [option…]: options for the server, such as -c synchronous_commit=off
cluster_start() {
    template cluster cluster_make || return 1
    cluster_new && cp -a "$template_copy/data" "$cluster_dir/data" && cluster_serve "${@:--c fsync=off}"
}
# one without any database of ours
cluster_empty() {
    cluster_new && cluster_init > /dev/null && cluster_serve -c fsync=off
}
cluster_make() {
    ( # ends with the server gone
        cluster_new && cluster_init && cluster_serve -c fsync=off &&
            "$PG_BINDIR/createdb" banshi &&
            "$BANSHI" migrate &&
            $cluster_as "$PG_BINDIR/pg_ctl" -D "$cluster_dir/data" -m fast -s -w stop &&
            cp -a "$cluster_dir/data" "$1/data"
    ) > "$1.log" 2>&1 || { cat "$1.log" >&2; return 1; }
}
cluster_new() {
    cluster_dir=$(mktemp -d /tmp/banshi-test.XXXXXX)
    trap 'cluster_stop' EXIT
    trap 'exit 1' INT TERM HUP
    [ -z "$cluster_as" ] || chown postgres "$cluster_dir"
    export PGHOST="$cluster_dir" PGUSER=postgres PGDATABASE=banshi
    unset PGPORT PGSERVICE PGPASSWORD BANSHI_CONNINFO
}
cluster_init() {
    $cluster_as "$PG_BINDIR/initdb" -D "$cluster_dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync
}
cluster_serve() {
    $cluster_as "$PG_BINDIR/pg_ctl" -D "$cluster_dir/data" -l "$cluster_dir/log" -w -s \
        -o "-c listen_addresses='' -c unix_socket_directories=$cluster_dir -c jit=off $*" start 9>&-
}

cluster_stop() {
    [ -n "${cluster_dir:-}" ] || return 0
    $cluster_as "$PG_BINDIR/pg_ctl" -D "$cluster_dir/data" -m immediate -s stop 2> /dev/null || :
    rm -rf "$cluster_dir"
    cluster_dir=
}

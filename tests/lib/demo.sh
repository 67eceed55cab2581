# SPDX-License-Identifier: MIT
# The demo centre on an embedded server of a test's own: `. tests/lib/demo.sh; demo_start`. Everything is gone at the end.
# shellcheck shell=sh
. "${abs_top_srcdir:?}/tests/lib/template.sh"

demo_start() {
    template demo demo_make || return 1
    demo_new && cp -a "$template_copy/state" "$BANSHI_STATE_DIR" && "$BANSHI" server start > /dev/null
}
demo_make() {
    ( # ends with the server gone
        demo_new && "$BANSHI" server start && "$BANSHI" demo load && "$BANSHI" server stop && cp -a "$BANSHI_STATE_DIR" "$1/state"
    ) > "$1.log" 2>&1 9>&- || { cat "$1.log" >&2; return 1; }
}
demo_new() {
    demo_dir=$(mktemp -d /tmp/banshi-demo.XXXXXX)
    chmod 711 "$demo_dir"
    export BANSHI_STATE_DIR="$demo_dir/state" XDG_STATE_HOME="$demo_dir/home" XDG_CONFIG_HOME="$demo_dir/config" HOME="$demo_dir"
    unset PGHOST PGPORT PGSERVICE PGUSER PGDATABASE BANSHI_CONNINFO LC_ALL LC_MESSAGES
    export LANG=C.UTF-8 LANGUAGE="${LANGUAGE:-en}"
    trap 'demo_stop' EXIT
    trap 'exit 1' INT TERM HUP
}

demo_stop() {
    [ -z "${tmux_socket:-}" ] || tmux -L "$tmux_socket" kill-server 2> /dev/null || :
    [ -n "${demo_dir:-}" ] || return 0
    "$BANSHI" server stop > /dev/null 2>&1 || :
    rm -rf "$demo_dir" "${tap_output:-$demo_dir}"
    demo_dir=
}

# banshi as a member of staff: as LOGIN ARGUMENT…
as() {
    login=$1
    shift
    "$BANSHI" -U "$login" "$@"
}

# SQL as the owner of the schema: owner -c SQL, or from standard input
owner() {
    PGOPTIONS=--client-min-messages=warning PGPASSFILE="$BANSHI_STATE_DIR/pgpass" \
        "$PG_BINDIR/psql" -h "$BANSHI_STATE_DIR/run" -U banshi -d banshi -XqAt -v \
        ON_ERROR_STOP=1 "$@"
}

# A working day to come, in the middle of a week: demo_day; and its clock: demo_clock HH:MM LOGIN…. Sessions that begin later
# have it.
demo_day() {
    day=$(owner -c "create role banshi_clock" -c "
        select g::date
        from generate_series(current_date + 1, current_date + 40, interval '1 day') as g,
             (select min(id) as id from banshi.centre) as c
        where rule.is_working(c.id, g::date) and extract(isodow from g) between 2 and 3
        order by g
        limit 1")
}
demo_clock() {
    demo_time=$1
    shift
    for login in "$@"; do
        echo "grant banshi_clock to $login; alter role $login set banshi.clock = '$day $demo_time+08';"
    done | owner
}

# The one word or number that a statement finds.
fact() {
    owner -c "select $1"
}

# A member of the first record in JSON on standard input: field NAME
field() {
    sed -n "s/.*\"$1\": \"\(.*\)\",*/\1/p" | head -n 1
}

# A command prints the text: says TEXT COMMAND…; the same, and fails: refused TEXT COMMAND…; ends with the status: status N
# COMMAND…. Else what it printed is shown.
says() {
    says_text=$1
    shift
    "$@" > "$demo_dir/out" 2>&1
    grep -qF -- "$says_text" "$demo_dir/out" || { cat "$demo_dir/out"; return 1; }
}
refused() {
    refused_text=$1
    shift
    if "$@" > "$demo_dir/out" 2>&1; then
        echo "not refused:"
        cat "$demo_dir/out"
        return 1
    fi
    grep -qF -- "$refused_text" "$demo_dir/out" || { cat "$demo_dir/out"; return 1; }
}
status() {
    status_wanted=$1
    shift
    "$@" > "$demo_dir/out" 2>&1
    [ $? -eq "$status_wanted" ] || { cat "$demo_dir/out"; return 1; }
}

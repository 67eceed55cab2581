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

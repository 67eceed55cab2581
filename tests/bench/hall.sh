#!/bin/sh
# SPDX-License-Identifier: MIT
# A whole hall on this machine: real terminals, each signed on at a counter of its own, visits by the clock, and what that costs;
# see real_hall/real_hall.c. 20 terminals; with BENCH=full also 79, and 229 with floors, boards and applications. One hall of one's own:
# TERMINALS=5 VISITS=0.5 (a second) INTAKE=0.2 (their share with an application) FLOORS=1 BOARDS=2 make bench.
set -eu
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
# the program itself, not libtool's script that starts it
if [ -x "${abs_top_builddir:?}/.libs/banshi" ]; then
    BANSHI=$abs_top_builddir/.libs/banshi
    export LD_LIBRARY_PATH="$abs_top_builddir/.libs"
fi
each=${COUNTERS_EACH:-4} waiting=${WAITING:-20} # counters of a queue, and who waits in it
seconds=${SECONDS_EACH:-60} idle=${IDLE:-60}    # a minute is the least that is typical of an idle hall: clocks go on by minutes

# a terminal that can do little, so that its screen is easily read: hall_terminal FOLDER
hall_terminal() {
    TERMINFO=$1/terminfo
    export TERMINFO
    tic -o "$TERMINFO" - <<'TERMINFO'
hall|what tests/bench/real_hall/vt.h understands,
	cols#80, lines#24, bel=^G, bold=\E[1m, clear=\E[H\E[J, cr=\r, cup=\E[%i%p1%d;%p2%dH, ed=\E[J, el=\E[K, kbs=^H, kf8=\E[19~,
	kf12=\E[24~, rev=\E[7m, sgr0=\E[m, smul=\E[4m,
TERMINFO
}
# a department, queue and item for every few counters; a login for each counter, and for devices: hall_import TERMINALS FLOORS BOARDS
hall_import() {
    "$BANSHI" centre set '{"name": "测试政务服务中心", "organ": "测试局", "organ_short": "测政服", "region": "530111",
        "review_body": "测试区人民政府", "court": "测试法院", "issue_policy": "always"}' || return 1
    seq "$1" | awk -v each="$each" 'BEGIN { print "[" } {
        printf "%s{\"department\": \"部门%d\", \"name\": \"业务窗口\", \"counter\": \"%d\"}\n", (NR > 1 ? "," : ""), int((NR - 1) / each) + 1, NR
    } END { print "]" }' > "$cluster_dir/counters.json"
    seq $((($1 + each - 1) / each)) | awk 'BEGIN { print "[" } {
        printf "%s{\"code\": \"%05d\", \"name\": \"测试事项%d\", \"department\": \"部门%d\", \"subject\": \"person\", " \
               "\"statutory\": {\"n\": 20, \"unit\": \"working_day\"}, \"promised\": {\"n\": 5, \"unit\": \"working_day\"}, " \
               "\"legal_basis\": \"测试法第一条\", \"materials\": [{\"name\": \"申请表\"}, {\"name\": \"居民身份证\"}, {\"name\": \"居民户口簿\"}]}\n",
               (NR > 1 ? "," : ""), NR, NR, NR
    } END { print "]" }' > "$cluster_dir/catalogue.json"
    {
        echo "login,name,department,role"
        seq "$1" | awk -v each="$each" '{ printf "clerk%d,员%d,部门%d,clerk\n", NR, NR, int((NR - 1) / each) + 1 }'
        seq "$2" | sed 's/.*/floor&,督导&,,supervisor/'
        seq "$3" | sed 's/.*/board&,显示屏&,,board/'
        echo "kiosk1,取号机,,kiosk"
    } > "$cluster_dir/staff.csv"
    for file in counters.json catalogue.json staff.csv; do
        "$BANSHI" import "${file%.*}" "$cluster_dir/$file" || return 1
    done
    for file in "$abs_top_srcdir"/data/calendar/*.json; do
        "$BANSHI" import calendar "$file" || return 1
    done
}
# hall TERMINALS VISITS INTAKE FLOORS BOARDS TARGET: the target is the server's processors
hall() {
    statements=
    if [ -e "$("$PG_BINDIR/pg_config" --pkglibdir 2> /dev/null)/pg_stat_statements.so" ]; then
        statements="-c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.max=50000"
    fi
    # shellcheck disable=SC2086 # options
    cluster_start -c fsync=on -c synchronous_commit=on -c max_connections=$(($1 + $4 + $5 + 50)) $statements || { echo "hall: no server"; return; }
    printf 'hall: %s terminals, a queue for each %s with %s waiting; %s visits a second for %s s, %s of them with an application; ' \
        "$1" "$each" "$waiting" "$2" "$seconds" "$3"
    printf '%s floors, %s boards\n' "$4" "$5"
    if ! hall_import "$1" "$4" "$5" > "$cluster_dir/import" 2>&1; then
        sed 's/^/  /' "$cluster_dir/import"
    else
        [ -z "$statements" ] || psql -c "create extension pg_stat_statements"
        hall_terminal "$cluster_dir"
        mkdir "$cluster_dir/home"
        LANGUAGE=en "$abs_top_builddir/tests/bench/real_hall/real_hall" "$cluster_dir/home" postmaster="$(head -n 1 "$cluster_dir/data/postmaster.pid")" \
            terminals="$1" each="$each" waiting="$waiting" floors="$4" boards="$5" visits="$2" seconds="$seconds" idle="$idle" intake="$3" \
            target="$6" "$BANSHI" || echo "  hall ended with $?"
    fi
    cluster_stop
}

if ! command -v tic > /dev/null; then
    echo "hall: not measured, tic (ncurses-bin) is not here"
    exit
fi
echo "hall: on $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1); $("$PG_BINDIR/postgres" --version)"
if [ -n "${TERMINALS:-}" ]; then
    hall "$TERMINALS" "${VISITS:-1}" "${INTAKE:-0}" "${FLOORS:-0}" "${BOARDS:-0}" 0
else
    hall 20 1 0 0 0 0.10
    if [ "${BENCH:-}" = full ]; then
        hall 79 0.5 0 0 0 0.15
        hall 229 1 1 10 20 0.7
    fi
fi

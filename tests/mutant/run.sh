#!/bin/sh
# SPDX-License-Identifier: MIT
# Make the changes in this folder, one at a time in copies of the tree, and see whether the tests notice: run.sh [PATCH…].
# The copies stay in the build folder, so that a second run builds only what has changed since.
set -u
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
export LC_ALL=C.UTF-8
source=$(cd "${abs_top_srcdir:?}" && pwd) || exit 1
. "$source/tests/lib/variant.sh"
srcdir=${srcdir:-}
build=${abs_top_builddir:?}
work=$build/mutants
# copies build the same files in other folders
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR="$work"
jobs=${MUTANT_JOBS:-$(nproc)}
# a change adds no file: make need not look for new ones
sources=../sources.am
started=$(date +%s)

die() {
    echo "mutants: $*" >&2
    exit 1
}
# what the header says: header NAME FILE
header() {
    sed -n "/^--- /q; s/^$1: *//p" "$2"
}
# the programs among the words, which are tests
programs() {
    for word; do
        case $word in *_test) printf '%s ' "$word" ;; esac
    done
}

# A copy has the tree's files as they are now, not as the last change left them: refresh COPY
refresh() {
    if [ ! -d "$1" ]; then
        # files as old as they are, and what was built of them: little is left to build
        mkdir -p "$1/build"
        xargs cp -p --parents -t "$1" < "$work/files"
        [ "$srcdir" != .. ] || tar -C "$build" --exclude=./mutants --exclude=./tests/template -cf - . | tar -C "$1/build" -xf -
        return
    fi
    LC_ALL=C comm -23 "$1/.files" "$work/files" | (cd "$1" && xargs -r rm -f)
    (cd "$1" && sha256sum --check --quiet "$work/sums" 2> /dev/null) | sed -n 's/: FAILED.*//p' | xargs -r cp --parents -t "$1"
}
# build everything that tests need: build COPY LOG
build() {
    (
        cd "$1/build" || exit 1
        if [ ! -f config.status ]; then
            ../configure CFLAGS=-O1
        elif ! grep -q "^ac_pwd='$1/build'" config.status; then # it learns where it is
            sed -i "s,$source\([/']\),$1\1,g" config.status && ./config.status
        fi &&
            nice make -o "$sources" -j "$jobs" check TESTS=
    ) > "$2" 2>&1
}
# Only the SQL differs: one file is compiled, and the library linked of what is there: build_sql COPY
build_sql() {
    library=$(library_file "$1/build")
    name=$(library_name "$1/build")
    cp -p "$library" "$1/.before/library" &&
        variant "$1" "$1/build" "$1/build/.libs" && mv "$1/build/.libs/$name" "$library" &&
        ln -s "${library##*/}" "$1/build/.libs/$name"
}
# Run tests in a copy until one fails: check COPY LOG TEST…; a time-out alone is status 3
check() {
    check_copy=$1/build
    check_log=$2
    shift 2
    for check_test; do
        if ! (cd "$check_copy" && BANSHI_TEST_FIRST=1 nice make -s -o "$sources" check-TESTS TESTS="$check_test" \
            check_PROGRAMS="$(programs "$check_test")") >> "$check_log" 2>&1; then
            result=$check_copy/${check_test%.s[hq]*}.log
            cat "$result" >> "$check_log"
            grep -q '^not ok' "$result" || ! grep -q '^# stopped after' "$result" || return 3
            return 1
        fi
    done
}

# The verdict on one change in a copy, in a line: judge COPY PATCH
judge() {
    log=$work/log/$(basename "$(dirname "$2")")-$(basename "$2" .patch).log
    : > "$log"
    if [ -n "$(header Equivalent "$2")" ]; then
        echo "equivalent"
        return
    fi
    tests=$(header Tests "$2")
    changed=$(sed -n 's,^+++ b/,,p' "$2")
    rm -rf "$1/.before" && mkdir "$1/.before"
    (cd "$1" && echo "$changed" | xargs cp --parents -t .before)
    if ! patch -d "$1" -p1 -s -f --fuzz=0 --no-backup-if-mismatch -r - < "$2" >> "$log" 2>&1; then
        verdict="does not apply"
    else
        # shellcheck disable=SC2086 # words
        wanted=$(programs $tests)
        case "$tests " in *.s[hq]*) wanted="all $wanted" ;; esac
        # shellcheck disable=SC2086 # words
        if ! case $changed in
            *.sql) build_sql "$1" ;;
            *) (cd "$1/build" && nice make -s -o "$sources" $wanted) ;;
            esac >> "$log" 2>&1; then
            verdict="does not build"
        else
            # shellcheck disable=SC2086 # words
            check "$1" "$log" $tests
            case $? in
            0) verdict=SURVIVED ;;
            3) verdict="timed out" && [ -z "$(header Hangs "$2")" ] || verdict=noticed ;;
            *) verdict=noticed ;;
            esac
        fi
    fi
    # as it was, and newer than what was built
    [ ! -f "$1/.before/library" ] || mv "$1/.before/library" "$(library_file "$1/build")"
    (cd "$1/.before" && find . -type f -exec cp --parents -t .. {} +)
    echo "$verdict"
}
# Take one change after the other until none is left: worker COPY
# shellcheck disable=SC2016 # the inner shells'
worker() {
    while next=$(flock "$work/lock" sh -c 'head -n 1 "$1"; sed -i 1d "$1"' - "$work/queue") && [ -n "$next" ]; do
        begun=$(date +%s)
        verdict=$(judge "$1" "$next")
        flock "$work/lock" sh -c '
            printf "%s\t%s\n" "$2" "$3" >> "$1/verdicts"
            printf "%3d of %d  %-14s %s (%d s)\n" "$(wc -l < "$1/verdicts")" "$4" "$2" "${3#"$6"/}" "$5"' \
            - "$work" "$verdict" "$next" "$count" $(($(date +%s) - begun)) "$source"
    done
}

cd "$source" || exit 1
git rev-parse --is-inside-work-tree > /dev/null 2>&1 || die "the files of the tree are asked of git, and this is no working tree of it"
# shellcheck disable=SC2086 # a pattern
[ $# -gt 0 ] || set -- tests/mutant/${AREA:-*}/*.patch
for patch; do
    [ -f "$patch" ] || die "there is no $patch"
done
mkdir -p "$work/log"
# what is written by hand, and what the Autotools made of it
{
    git ls-files -co --exclude-standard
    git ls-files -oi --exclude-standard | grep -v '^build\(-san\|-dist\)\{0,1\}/'
} | while read -r file; do
    [ ! -f "$file" ] || echo "$file"
done | LC_ALL=C sort > "$work/files"
xargs sha256sum < "$work/files" > "$work/sums"

copies=
for number in $(seq "$jobs"); do
    [ "$number" -le $# ] || continue
    echo "building copy $number"
    refresh "$work/copy-$number"
    cp "$work/files" "$work/copy-$number/.files"
    build "$work/copy-$number" "$work/log/build-$number.log" || {
        tail -n 20 "$work/log/build-$number.log"
        die "the unchanged tree does not build"
    }
    copies="$copies $work/copy-$number"
done

# without a change all of them pass
all=$(for patch; do [ -n "$(header Equivalent "$patch")" ] || header Tests "$patch"; done | tr ' ' '\n' | sort -u | tr '\n' ' ')
echo "unchanged: $all"
: > "$work/log/unchanged.log"
# shellcheck disable=SC2086 # words
(cd "$work/copy-1/build" && nice make -s -j "$jobs" check-TESTS TESTS="$all" check_PROGRAMS="$(programs $all)") \
    > "$work/log/unchanged.log" 2>&1 || {
    grep -E '^(FAIL|ERROR)' "$work/log/unchanged.log"
    die "the tests fail without any change; see $work/log/unchanged.log"
}
grep '^SKIP' "$work/log/unchanged.log" && echo "what is skipped here notices nothing"

count=$#
for patch; do
    case $patch in /*) echo "$patch" ;; *) echo "$source/$patch" ;; esac
done > "$work/queue"
: > "$work/verdicts"
trap 'kill $(jobs -p) 2> /dev/null' EXIT
trap 'exit 1' INT TERM HUP
for copy in $copies; do
    worker "$copy" &
done
wait

tally() {
    grep -c "^$1	" "$work/verdicts"
}
echo
sort "$work/verdicts" | while IFS='	' read -r verdict patch; do
    case $verdict in
    noticed | equivalent) ;;
    *) printf '%s  %s\n    %s\n' "$verdict" "${patch#"$source"/}" "$(header Sentence "$patch")" ;;
    esac
done
noticed=$(tally noticed)
survived=$(tally SURVIVED)
wrong=$((count - noticed - survived - $(tally equivalent)))
seconds=$(($(date +%s) - started))
echo "noticed $noticed of $((noticed + survived)) ($((100 * noticed / (noticed + survived > 0 ? noticed + survived : 1))) %)," \
    "$(tally equivalent) equivalent, $wrong not judged, in $((seconds / 60)) min $((seconds % 60)) s"
[ "$wrong" -eq 0 ] && [ $((100 * noticed)) -ge $((90 * (noticed + survived))) ]

#!/bin/sh
# SPDX-License-Identifier: MIT
# Two commands on a fresh machine: makes a minimal Debian in a folder, from this machine's package sources, and follows README.md.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)

usage() {
    cat << 'END'
Usage: tests/fresh.sh [--build|--fast|--brief] [--cache DIR] [SUITE]

Makes a minimal Debian (bookworm unless another suite is named) in a folder, and in it, as a user with sudo and as root:
"./bootstrap run" without a terminal, twice, then "./bootstrap check". The last line counts the tests. As root; the folder and all
that ran in it are gone afterwards.

  --build      builds the tests and runs none
  --fast       without the slow tests
  --brief      without the slow tests as root
  --cache DIR  keep the packages that were downloaded

Exit status: 0 all passed, 1 not, 2 wrong usage, 77 this machine cannot do it (it says why).
END
}
cannot() {
    echo "fresh: cannot run here: $*" >&2
    exit 77
}

fast=
brief=
cache=
suite=bookworm
while [ $# -gt 0 ]; do
    case $1 in
    --build) fast=TESTS= ;;
    --fast) fast=slow_tests= ;;
    --brief) brief=slow_tests= ;;
    --cache)
        [ $# -gt 1 ] || { usage >&2; exit 2; }
        cache=$2
        shift
        ;;
    -h | --help)
        usage
        exit
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) suite=$1 ;;
    esac
    shift
done

# What this machine offers ---------------------------------------------------------------------------------------------

# the machine's Debian archives, "suite URI" a line, for the suite that is asked for
sources() {
    release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
        sed -n "s/^Debian main $release\(-updates\|-security\|\) /$suite\1 /p" | sort -u
}
[ "$(id -u)" = 0 ] || cannot "only root can make a system in a folder"
command -v debootstrap > /dev/null || cannot "debootstrap is missing"
command -v apt-get > /dev/null || cannot "there is no apt whose package sources could be used"
unshare --mount --pid --ipc --fork true 2> /dev/null || cannot "namespaces are not allowed"
sources=$(sources)
mirror=$(printf '%s\n' "$sources" | sed -n "s/^$suite //p" | head -n 1)
[ -n "$mirror" ] || cannot "this machine's apt knows no Debian archive (has apt-get update been run?)"
case $mirror in
http:* | ftp:*) extra= ;;
https:*) extra=ca-certificates ;;
*) cannot "the package source $mirror cannot be reached from inside a folder" ;;
esac
eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy:-}" ] || export http_proxy="$proxy"

# The folder, and what is in force in it ----------------------------------------------------------------------------------

folder=$(mktemp -d "${TMPDIR:-/var/tmp}/banshi-fresh.XXXXXX") || exit 1
root=$folder/system
inside=
taken_down() {
    trap '' INT TERM HUP
    [ -z "$inside" ] || kill -KILL "$inside" 2> /dev/null
    wait
    rm -rf "$folder"
}
trap taken_down EXIT
trap 'exit 1' INT TERM HUP

# in namespaces of its own, so that mounts and processes end with it; and it ends with this script: apart COMMAND…
apart() {
    setpriv --pdeathsig KILL unshare --mount --pid --ipc --fork --kill-child --mount-proc "$@" < /dev/null &
    inside=$!
    wait "$inside"
    status=$?
    inside=
    return $status
}
enter() { # enter COMMAND…: in the system
    apart sh -ec '
        root=$1
        shift
        # sudo and devices work wherever the folder lies
        mount --bind "$root" "$root"
        mount -o remount,bind,suid,dev,exec "$root"
        mount -t proc proc "$root/proc"
        mount --rbind /sys "$root/sys"
        mount -t tmpfs -o mode=755 dev "$root/dev"
        for device in null zero full random urandom tty; do
            : > "$root/dev/$device"
            mount --bind "/dev/$device" "$root/dev/$device"
        done
        mkdir "$root/dev/pts" "$root/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=666,gid=5,mode=620 devpts "$root/dev/pts"
        mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
        ln -s pts/ptmx "$root/dev/ptmx"
        ln -s /proc/self/fd "$root/dev/fd"
        if [ -n "$FRESH_CACHE" ]; then
            mkdir -p "$FRESH_CACHE/partial"
            mount --bind "$FRESH_CACHE" "$root/var/cache/apt/archives"
        fi
        # this shell stays, and takes in the processes that lost their parent: of one that nobody does, PostgreSQL believes that it runs
        env -i ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} HOME=/root \
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@" || exit $?' sh "$root" "$@"
}

minimal_system() {
    [ -z "$cache" ] || { mkdir -p "$cache" && cache=$(cd "$cache" && pwd); } || return 1
    export FRESH_CACHE="$cache"
    apart debootstrap --variant=minbase ${cache:+"--cache-dir=$cache"} ${extra:+"--include=$extra"} "$suite" "$root" "$mirror" \
        > "$folder/log" 2>&1 || { tail -n 20 "$folder/log"; return 1; }
    printf '%s\n' "$sources" | while read -r of uri; do
        echo "deb $uri $of main"
    done > "$root/etc/apt/sources.list"
    # how the machine reaches them
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Retries|Check-|ForceIP)' > "$root/etc/apt/apt.conf.d/90machine"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
}

# a clean checkout for each; a tree without git is copied without what is made in it
checkout() {
    if git -C "$here" -c safe.directory="$here" rev-parse -q --verify HEAD > /dev/null 2>&1; then
        git -C "$here" -c safe.directory="$here" archive HEAD
    else
        sed -n 's,^/,./,; s,/$,,; /^#/!p' "$here/.gitignore" > "$folder/made"
        tar -C "$here" -c --exclude=./.git --exclude-from="$folder/made" .
    fi | tar -x --no-same-owner -C "$1"
}
people() {
    mkdir "$root/root/banshi" && checkout "$root/root/banshi" &&
        enter sh -ec '
            export DEBIAN_FRONTEND=noninteractive
            apt-get -q -y update
            apt-get -q -y install --no-install-recommends sudo
            useradd --create-home --shell /bin/sh clerk
            echo "clerk ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/clerk
            mkdir /home/clerk/banshi' > "$folder/log" 2>&1 &&
        checkout "$root/home/clerk/banshi" && enter chown -R clerk: /home/clerk/banshi ||
        { tail -n 20 "$folder/log"; return 1; }
}

# What README.md says ------------------------------------------------------------------------------------------------------

passed=0
failed=0
# one step of it: as WHO ARGUMENT-OF-BOOTSTRAP…
as() {
    if [ "$1" = root ]; then home=/root; else home=/home/$1; fi
    who=$1
    shift
    printf '\n--- %s, as %s: ./bootstrap %s\n' "$suite" "$who" "$*"
    started=$(date +%s)
    enter su -l "$who" -c "cd banshi && ./bootstrap $*" > "$folder/log" 2>&1
    status=$?
    # one line for each test is too much
    grep -vE '^(PASS|SKIP): ' "$folder/log" | tail -n 60
    echo "--- exit status $status after $(($(date +%s) - started)) s"
    return $status
}
step() {
    if as "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}
count() {
    find "$root$home/banshi/build" -name '*.trs' -exec grep -hcE "^:test-result: ($1)" {} + |
        awk '{ sum += $1 } END { print sum + 0 }'
}
check() { # check WHO check ARGUMENT…
    as "$@"
    status=$?
    not_passed=$(count 'FAIL|ERROR|XPASS')
    passed=$((passed + $(count PASS)))
    # a failure outside of the tests counts as one
    [ $status -eq 0 ] || [ "$not_passed" -gt 0 ] || not_passed=1
    failed=$((failed + not_passed))
    echo "$(count SKIP) skipped"
    find "$root$home/banshi/build" -name '*.trs' -exec grep -lE '^:test-result: (FAIL|ERROR|XPASS)' {} + |
        while read -r trs; do
            echo "--- ${trs#"$root"}"
            cat "${trs%.trs}.log"
        done
}

begun=$(date +%s)
minimal_system || cannot "no system was made from $mirror; see above"
echo "$suite: a minimal system after $(($(date +%s) - begun)) s"
people || { echo "fresh: sudo and a user could not be added" >&2; exit 1; }
# the user first: all that is missing is installed with sudo; what only the tests need is installed by root
step clerk run
step clerk run
step root run
step root run
# shellcheck disable=SC2086 # empty or one word
check root check $fast $brief
# shellcheck disable=SC2086
check clerk check $fast
printf '\n%s, after %s s:\n%s passed, %s failed\n' "$suite" $(($(date +%s) - begun)) "$passed" "$failed"
[ "$failed" -eq 0 ]

#!/bin/sh
# SPDX-License-Identifier: MIT
# Which lines the tests run: `make coverage` calls it in the build folder. Builds in coverage/ there, unless this build counts
# already (--enable-coverage), runs the tests, and prints the figures; gcov comes with gcc. With lcov (package lcov) there is a page
# for each file, too. coverage.sh MAKE SRCDIR GCOV [VARIABLE=VALUE…]
set -u
make=$1
srcdir=$2
gcov=$3
shift 3

if ! grep -q '^COVERAGE_FLAGS = .' Makefile; then
    case $srcdir in /*) ;; *) srcdir=../$srcdir ;; esac
    mkdir -p coverage && cd coverage || exit 1
    [ -f Makefile ] || "$srcdir/configure" --quiet --enable-coverage CFLAGS='-g -O0' || exit 1
    exec "$make" -s --no-print-directory coverage "$@"
fi
command -v "$gcov" > /dev/null || {
    echo "coverage: no $gcov; it comes with gcc" >&2
    exit 1
}
find . -name '*.gcda' -delete
# a test that fails has run its lines, too
"$make" -s --no-print-directory check "$@" > coverage.log 2>&1 || echo "coverage: not all tests passed, see coverage.log"
sed -n 's/^# \(TOTAL\|PASS\|FAIL\|ERROR\):/tests \1:/p' coverage.log

# lines of our own files, by folder
find core tui -name '*.gcno' | while read -r notes; do
    "$gcov" -n -o "${notes%/*}" "$notes" 2> /dev/null
done | "${AWK:-awk}" '
    /^File / {
        file = $0
        sub(/^File \047/, "", file)
        sub(/\047$/, "", file)
        # generated files lie in the build folder, libraries elsewhere
        ours = match(file, /(^|\/)(core|tui)\/.*\.c$/)
        folder = substr(file, RSTART + (substr(file, RSTART, 1) == "/"))
        sub(/\/[^\/]*$/, "", folder)
        sub(/^tui\/screen\/.*/, "tui/screen", folder)
    }
    /^Lines executed:/ && ours {
        split($2, part, /[:%]/)
        lines[folder] += $4
        run[folder] += part[2] * $4 / 100
        ours = 0
    }
    END {
        for (folder in lines) {
            printf "%-12s %6d lines %5.1f %%\n", folder, lines[folder], 100 * run[folder] / lines[folder] | "LC_ALL=C sort"
            all += lines[folder]
            ran += run[folder]
        }
        close("LC_ALL=C sort")
        if (all == 0)
            exit 1
        printf "%-12s %6d lines %5.1f %%\n", "all", all, 100 * ran / all
    }' || {
    echo "coverage: nothing was counted, see coverage.log" >&2
    exit 1
}
if command -v lcov > /dev/null; then
    lcov --quiet --capture --directory . --output-file coverage.info > coverage-lcov.log 2>&1 &&
        genhtml --quiet --output-directory html coverage.info >> coverage-lcov.log 2>&1 && echo "pages: $PWD/html/index.html"
else
    echo "install lcov for a page of each file"
fi

#!/bin/sh
# SPDX-License-Identifier: MIT
# Run the linters over the tree, one test each, in the Test Anything Protocol; `make lint` calls it in the build folder.
set -u
srcdir=${abs_top_srcdir:?run by make lint}
builddir=${abs_top_builddir:?run by make lint}
cd "$srcdir" || exit 1
count=0
failed=0
output=$(mktemp)
trap 'rm -f "$output"' EXIT

# check TITLE COMMAND…: the command prints what is wrong and fails
check() {
    title=$1
    shift
    count=$((count + 1))
    if "$@" > "$output" 2>&1; then
        echo "ok $count - $title"
    else
        failed=$((failed + 1))
        sed 's/^/# /' "$output" | head -200
        echo "not ok $count - $title"
    fi
}
# all C files of ours
c_files() {
    find include core tui examples tests -name '*.[ch]' | sort
}
shell_files() {
    { find build-aux tests -name '*.sh' && printf '%s\n' autogen.sh bootstrap .ci/run completion/banshi; } |
        while read -r file; do
            # what automake put there is not ours
            if grep -q 'SPDX-License-Identifie[r]: MIT' "$file"; then
                echo "$file"
            fi
        done
}

shell_scripts() {
    shell_files | xargs shellcheck --severity=warning
}
c_layout() {
    c_files | xargs clang-format --dry-run -Werror
}
manuals() {
    mandoc -Tlint -W warning "$builddir"/man/*.1 "$builddir"/man/*/*.1
}
licences() {
    reuse lint
}
# leaks are for the sanitizers: the analyzer loses sight of what lists own
analyzer() {
    includes=$(pkg-config --cflags libpq pangocairo)
    find core tui -name '*.c' | sort | xargs -P "$(nproc)" -I '{}' sh -c '
        case {} in core/*) private=core ;; *) private=tui ;; esac
        gcc -std=gnu11 -O1 -fanalyzer -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wno-analyzer-malloc-leak -Werror \
            -I"$1" -I"$1/include" -Iinclude -I$private $2 \
            -DDATADIR=\"\" -DPG_BINDIR=\"\" -c -o /dev/null {}' sh "$builddir" "$includes"
}
static_check() {
    cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr --error-exitcode=1 -j "$(nproc)" \
        --suppress=missingIncludeSystem --suppress=unmatchedSuppression --suppress=preprocessorErrorDirective \
        -I include -I "$builddir/include" -I core -I tui -I "$builddir" core tui
}
spdx_first() {
    missing=0
    for file in $(c_files) $(shell_files) $(find core tests -name '*.sql'); do
        if ! head -n 2 "$file" | grep -q 'SPDX-License-Identifie[r]: MIT'; then
            echo "$file: no SPDX line at its head"
            missing=1
        fi
    done
    return $missing
}
long_lines() {
    # characters; a statement or an assertion of a test is one line
    found=0
    for file in $(c_files) $(find core -name '*.sql') $(shell_files); do
        case $file in
        tests/*.sh) LC_ALL=C.UTF-8 grep -nEH '.{221,}' "$file" && found=1 ;;
        *) LC_ALL=C.UTF-8 grep -nEH '.{133,}' "$file" && found=1 ;;
        esac
    done
    return $found
}
# what .editorconfig says of every file
line_ends() {
    found=0
    for file in $(git ls-files | grep -vE '\.(patch|po|txt|gz|pdf)$'); do
        grep -nHE '[[:blank:]]+$' "$file" && found=1
        [ -z "$(tail -c 1 "$file")" ] || { echo "$file: its last line does not end" && found=1; }
    done
    return $found
}
# a folder of files of ours says what they are for; and names them, but where there is one a concept
folder_readmes() {
    missing=0
    for folder in $(git ls-files | sed -n 's,/[^/]*$,,p' | sort -u |
        grep -vE '^(LICENSES|\.|m4|data/|include/|po$|man/|tests/[a-z0-9]+)'); do
        if [ ! -f "$folder/README.md" ]; then
            echo "$folder: no README.md"
            missing=1
            continue
        fi
        case $folder in core/*/* | core/[fpqsvw]* | docs/* | tui/cmd) continue ;; esac
        for file in $(git ls-files "$folder" | grep "^$folder/[^/]*\$"); do
            name=${file##*/}
            stem=${name%.*}
            case $name in README.md | *.h | Makefile*) continue ;; esac
            ! grep -qE "\`$stem(\.[a-z]+)?\`|\`$name\`" "$folder/README.md" || continue
            case $folder in core | tui/screen) [ -f "include/banshi/$stem.h" ] && continue ;; esac
            echo "$folder/README.md: nothing about $name"
            missing=1
        done
    done
    return $missing
}
# and names no file that is not there
folder_rows() {
    stale=0
    for readme in $(git ls-files '*/README.md' | grep -v '^include/'); do
        folder=${readme%/*}
        for name in $(sed -n 's/^| \(`[^|]*\)|.*/\1/p' "$readme" | tr -d '`,' | tr ' ' '\n' |
            grep -xE '[a-z0-9_-]+\.(c|h|sh|awk|sql|def|txt)'); do
            [ -e "$folder/$name" ] && continue
            echo "$readme: there is no $name"
            stale=1
        done
    done
    return $stale
}

check "shell scripts (shellcheck)" shell_scripts
check "layout of C (clang-format)" c_layout
check "manuals (mandoc)" manuals
check "licences (reuse)" licences
check "every file says its licence" spdx_first
check "lines fit a wide terminal" long_lines
check "no line ends in blanks, each ends" line_ends
check "every folder says what is in it" folder_readmes
check "and nothing that is not" folder_rows
check "paths that go wrong (gcc -fanalyzer)" analyzer
check "suspicious code (cppcheck)" static_check
echo "1..$count"
[ $failed -eq 0 ]

#!/bin/sh
# SPDX-License-Identifier: MIT
# The tab key in the shells: bash is asked for real, as a function and at a terminal; the others say whether they understand their file.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
# shellcheck source=tests/lib/screen.sh
. "$abs_top_srcdir/tests/lib/screen.sh"
completion=$abs_top_srcdir/completion
folder=$(mktemp -d)
tmux_socket=
trap '[ -z "$tmux_socket" ] || tmux -L "$tmux_socket" kill-server 2> /dev/null; rm -rf "$folder" "$tap_output"' EXIT
export LANGUAGE=en PATH="$folder:$PATH" BANSHI_STATE_DIR="$folder/state"
ln -s "$BANSHI" "$folder/banshi"
: > "$folder/staff.csv"
cat > "$folder/ask" <<'END'
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_banshi "$1" "${COMP_WORDS[COMP_CWORD]}" ''
[ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
END

# completes WORDS WORD…: bash offers these words, and no other, in place of the last one; bash's own words: "=" is one
completes() {
    wanted=$1
    shift
    offered=$(cd "$folder" && bash --norc --noprofile "$folder/ask" "$completion/banshi" banshi "$@" | sort | tr '\n' ' ')
    [ "$offered" = "${wanted:+$wanted }" ] || { echo "offered: $offered"; return 1; }
}
# offers WORD WORD…: this word is among them
offers() {
    wanted=$1
    shift
    (cd "$folder" && bash --norc --noprofile "$folder/ask" "$completion/banshi" banshi "$@") > "$folder/offered"
    grep -qxF -e "$wanted" "$folder/offered" || { cat "$folder/offered"; return 1; }
}
understands() {
    shell=$1
    shift
    command -v "$shell" > /dev/null || { echo "# $shell is not installed: its file is not looked at" >&3; return 0; }
    "$@"
}
at_a_terminal() {
    screen_start 80 10 "env PS1='> ' bash --norc --noprofile -i" &&
        keys "source '$completion/banshi'" Enter && keys "banshi ticket issue --pur" Tab && shows "issue --purpose" &&
        keys "e" Tab && shows "--purpose enquiry"
}
exec 3>&1

if command -v bash > /dev/null; then
    expect "nouns" completes "ticket" t
    expect "nouns after an option and its value" completes "ticket" -U zhulin t
    expect "those for shells are not offered" completes "" completi
    expect "verbs" completes "call call-next" ticket cal
    expect "verbs of a noun that is a command itself" offers play demo ""
    expect "options of the verb" completes "--purpose" ticket issue --pu
    expect "not one that was said" completes "" ticket issue --purpose case --pu
    expect "those of every command" completes "--state-dir" ticket issue --st
    expect "not those of other verbs" completes "" ticket list --pu
    expect "codes of an option" completes "case enquiry pickup" ticket issue --purpose ""
    expect "joined to it" completes "enquiry" ticket issue --purpose = e
    expect "codes of an argument" completes "held" ticket list h
    expect "words in place of a date" completes "mine today week" roster export ""
    expect "the next argument" completes "csv" roster export today c
    expect "fields" completes "mode=" document serve N mo
    expect "codes of a field" completes "direct" document serve N mode = d
    expect "files where one is read" completes "staff.csv" import staff st
    expect "a folder" completes "staff.csv" --state-dir st
    expect "options where anything may stand" offers "--outcome" case decide ""
    expect "what help explains" completes "decide deliver" help case de
    expect "no server is started for it" [ ! -e "$BANSHI_STATE_DIR" ]
    if command -v tmux > /dev/null; then
        expect "the tab key at a terminal" at_a_terminal
    fi
else
    echo "# bash is not installed: nothing is asked of it"
fi
expect "zsh understands its file" understands zsh zsh -n "$completion/_banshi"
expect "fish understands its file" understands fish fish --no-execute "$completion/banshi.fish"
finish

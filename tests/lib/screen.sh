# SPDX-License-Identifier: MIT
# A real terminal: `screen_start COLUMNS ROWS COMMAND`, `keys KEY…`, `shows TEXT` waits until the screen has what it had not when the
# last key was pressed. Several terminals: `terminal_start NAME COLUMNS ROWS COMMAND`, `at NAME` says which one the others mean.
# shellcheck shell=sh disable=SC2034,SC2154 # variables are named after the terminal
screen_start() {
    screen_terminal=
    tmux_socket=banshi-$$
    tmux -L "$tmux_socket" -f /dev/null new-session -d -x "$1" -y "$2" "$3"
    screen_before_=
}

terminal_start() {
    screen_terminal=$1
    tmux_socket=banshi-$$
    tmux -L "$tmux_socket" -f /dev/null new-session -d -s "$1" -x "$2" -y "$3" "$4"
    eval "screen_before_$1="
}
at() {
    screen_terminal=$1
}

# What the screen has from now on is new: for what is done without a key, at another terminal or in the database.
look() {
    eval "screen_before_${screen_terminal:-}=\$(screen)"
}
keys() {
    look
    tmux -L "$tmux_socket" send-keys ${screen_terminal:+-t "$screen_terminal"} "$@"
}
# Press a key until the screen shows the text, each time when the last one has had its effect: keys_until TEXT KEY
keys_until() {
    until screen_has "$1"; do
        keys "$2"
        screen_wait changed "nothing changed" "$2" || return 1
    done
}
screen_changed() {
    eval "[ \"\$(screen)\" != \"\$screen_before_${screen_terminal:-}\" ]"
}
# resize COLUMNS ROWS
resize() {
    look
    tmux -L "$tmux_socket" resize-window ${screen_terminal:+-t "$screen_terminal"} -x "$1" -y "$2"
}

screen() {
    tmux -L "$tmux_socket" capture-pane ${screen_terminal:+-t "$screen_terminal"} -p
}

# Wait until the screen shows, or no longer shows, the text; the screen is printed when it never does. Looked at twenty times a
# second: who looks without a pause takes the core from the program. What stood there when the key was pressed would prove nothing:
# then it is `still_shows`, after something else that is new, or a fact of the database.
shows() {
    eval "screen_before=\${screen_before_${screen_terminal:-}}"
    case $screen_before in
    *"$1"*) echo "stood there before the key: $1"; screen; return 1 ;;
    esac
    still_shows "$1"
}
still_shows() {
    screen_wait has "never shown" "$1"
}
hides() {
    screen_wait has_not "still shown" "$1"
}
screen_has() {
    case $(screen) in *"$1"*) ;; *) return 1 ;; esac
}
screen_has_not() {
    ! screen_has "$1"
}
screen_wait() {
    screen_until=$(($(date +%s) + 30))
    until "screen_$1" "$3"; do
        [ "$(date +%s)" -lt "$screen_until" ] || { echo "$2: $3"; screen; return 1; }
        sleep 0.05
    done
}
# Wait until a fact of the database is so: until_fact VALUE SQL (after tests/lib/demo.sh)
until_fact() {
    screen_until=$(($(date +%s) + 30))
    until [ "$(fact "$2")" = "$1" ]; do
        [ "$(date +%s)" -lt "$screen_until" ] || { echo "$(fact "$2") instead of $1: $2"; screen; return 1; }
        sleep 0.05
    done
}
# Wait until the marked line of the list, the one in reverse video, has the text.
is_marked() {
    screen_wait marks "never marked" "$1"
}
screen_marks() {
    tmux -L "$tmux_socket" capture-pane ${screen_terminal:+-t "$screen_terminal"} -p -e | grep -F "$(printf '\033')[7m" | grep -qF -- "$1"
}

# No line is wider than the terminal, and frames are straight.
straight() {
    screen | "${abs_top_builddir:?}/tests/e2e/straight" "$1"
}

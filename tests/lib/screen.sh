# SPDX-License-Identifier: MIT
# A real terminal: `screen_start COLUMNS ROWS COMMAND`, `keys KEY…`, `shows TEXT` waits until the screen has it. Several terminals:
# `terminal_start NAME COLUMNS ROWS COMMAND`, `at NAME` says which one the others mean.
# shellcheck shell=sh
screen_start() {
    tmux_socket=banshi-$$
    tmux -L "$tmux_socket" -f /dev/null new-session -d -x "$1" -y "$2" "$3"
}

terminal_start() {
    screen_terminal=$1
    tmux_socket=banshi-$$
    tmux -L "$tmux_socket" -f /dev/null new-session -d -s "$1" -x "$2" -y "$3" "$4"
}
at() {
    screen_terminal=$1
}

keys() {
    tmux -L "$tmux_socket" send-keys ${screen_terminal:+-t "$screen_terminal"} "$@"
}

screen() {
    tmux -L "$tmux_socket" capture-pane ${screen_terminal:+-t "$screen_terminal"} -p
}

# Wait until the screen shows, or no longer shows, the text; the screen is printed when it never does. Looked at twenty times a
# second: who looks without a pause takes the core from the program.
shows() {
    screen_until=$(($(date +%s) + 30))
    until screen | grep -qF -- "$1"; do
        [ "$(date +%s)" -lt "$screen_until" ] || { echo "never shown: $1"; screen; return 1; }
        sleep 0.05
    done
}
hides() {
    screen_until=$(($(date +%s) + 30))
    while screen | grep -qF -- "$1"; do
        [ "$(date +%s)" -lt "$screen_until" ] || { echo "still shown: $1"; screen; return 1; }
        sleep 0.05
    done
}

# No line is wider than the terminal, and frames are straight.
straight() {
    screen | "${abs_top_builddir:?}/tests/e2e/straight" "$1"
}

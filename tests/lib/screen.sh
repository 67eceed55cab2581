# SPDX-License-Identifier: MIT
# A real terminal: `screen_start COLUMNS ROWS COMMAND`, `keys KEY…`, `shows TEXT` waits until the screen has it.
# shellcheck shell=sh
screen_start() {
    tmux_socket=banshi-$$
    tmux -L "$tmux_socket" -f /dev/null new-session -d -x "$1" -y "$2" "$3"
}

keys() {
    tmux -L "$tmux_socket" send-keys "$@"
}

screen() {
    tmux -L "$tmux_socket" capture-pane -p
}

# Wait until the screen shows (or, with "hides", no longer shows) the text; the screen is printed when it never does.
shows() {
    screen_until=$(($(date +%s) + 15))
    until screen | grep -qF -- "$1"; do
        [ "$(date +%s)" -lt "$screen_until" ] || { echo "never shown: $1"; screen; return 1; }
    done
}

# No line is wider than the terminal, and frames are straight.
straight() {
    screen | "${abs_top_builddir:?}/tests/e2e/straight" "$1"
}

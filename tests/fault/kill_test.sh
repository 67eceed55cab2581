#!/bin/sh
# SPDX-License-Identifier: MIT
# kill -9 of the client and of the server in the middle of an intake: nothing acknowledged is lost, nothing happens twice, and
# what was typed comes back.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
postmaster() { head -1 "$BANSHI_STATE_DIR/cluster/data/postmaster.pid"; }
gone() { while kill -0 "$1" 2> /dev/null; do sleep 0.02; done; }
cases() { as wangfang --json case search "$1" | grep -c '"number"'; }
is() { [ "$1" = "$2" ] || { echo "$1 is not $2"; return 1; }; }

# the server dies under a stream of intakes; each is repeated with its operation id until it is acknowledged
intakes() {
    for i in $(seq 1 12); do
        opid=00000000-0000-4000-8000-0000000000$((10 + i))
        until as wangfang --opid "$opid" case intake "$item" --name "断电$i号" --id 530111199001010016 --phone 13888880000 \
            --all-received --outcome accept > "$demo_dir/ack.$i" 2>&1; do
            :
        done
        echo "$i" >> "$demo_dir/acknowledged"
        [ "$i" != 5 ] || { kill -9 "$(postmaster)"; touch "$demo_dir/killed"; }
    done
}
expect "intakes go on when the server is killed" intakes
expect "the server was killed indeed" test -f "$demo_dir/killed"
expect "all twelve are there, none twice" is "$(cases 断电)" 12
as wangfang case search 断电 > "$demo_dir/list"
for i in $(seq 1 12); do as wangfang document print "官政服受〔2026〕${i}号" | grep -q "断电"; echo "$i $?"; done > "$demo_dir/numbers"
expect "the numbers of their documents have no gap" is "$(grep -c ' 0$' "$demo_dir/numbers")" 12
expect "and end there" sh -c "! '$BANSHI' -U wangfang document show '官政服受〔2026〕13号' > /dev/null 2>&1"

# the clerk's terminal is killed with a half-typed form
as kiosk1 ticket issue "$item" > /dev/null
screen_start 80 24 "LANGUAGE=en '$BANSHI' -U wangfang"
shows Password > /dev/null && keys Enter
shows "staff badge" > /dev/null && keys a Enter
shows "A1  " > /dev/null && keys Enter
shows "Waiting 1" > /dev/null && keys Enter
shows "The person is here" > /dev/null && keys Enter
shows "居民户口簿" > /dev/null
keys -l "半途而废"
keys Enter Enter
keys -l "530111199001010016"
keys Enter
expect "a form is half typed" still_shows "530111199001010016"
terminal=$(tmux -L "$tmux_socket" list-panes -F '#{pane_pid}')
kill -9 "$terminal" $(pgrep -P "$terminal") 2> /dev/null
gone "$terminal"
tmux -L "$tmux_socket" kill-server 2> /dev/null
expect "the draft is readable by its owner alone" is "$(stat -c %a "$XDG_STATE_HOME"/banshi/drafts/case_intake-*)" 600
screen_start 80 24 "LANGUAGE=en '$BANSHI' -U wangfang"
shows Password > /dev/null && keys Enter
expect "signing on again leads back to the number in hand" shows "serving"
keys Enter
expect "the draft comes back" shows "半途而废"
expect "and says so" shows "The draft of an unfinished intake is back"
keys Down Down Down
keys -l "13888880000"
keys F8
shows "marked as received" > /dev/null
keys F10
expect "it is taken in" shows "官政服受〔2026〕13号"
expect "once" is "$(cases 半途)" 1
expect "and the draft is gone" sh -c "! ls '$XDG_STATE_HOME'/banshi/drafts/case_intake-* 2> /dev/null"
keys Enter
shows "Finish the visit" > /dev/null
tmux -L "$tmux_socket" respawn-pane -k "LANGUAGE=en '$BANSHI' -U wangfang"
shows Password > /dev/null && keys Enter
expect "a terminal that was killed after the receipt does not take the application in twice" shows "Finish the visit"
# a server process that is there but says nothing any more: what a dead switch looks like. It is stopped while it does nothing, for
# in the middle of something it might hold a lock that everybody waits for.
idle() {
    pgrep -P "$(postmaster)" -f ' wangfang .* idle$'
}
silence() {
    until backend=$(idle) && kill -STOP "$backend" && idle > /dev/null; do
        [ -z "$backend" ] || kill -CONT "$backend"
    done
}
kill -STOP "$(postmaster)" && silence # nobody is let in, so that what the terminal says stays
expect "the terminal says that the connection is lost when the server falls silent while nothing is asked" shows "! connect"
kill -CONT "$(postmaster)"
expect "and finds it again by itself" hides "! connect"
kill -CONT "$backend" && gone "$backend"
silence
keys Enter
expect "a statement that gets no answer gives the keyboard back" shows "Esc gives the keyboard back"
keys Escape
shows "Not waited for any longer" > /dev/null
expect "and the server is found again at once" hides "! connect"
keys Enter
expect "the same act is done once on the new connection" shows "Call the next number"
kill -CONT "$backend"
kill -9 "$(postmaster)"
expect "the terminal says that the server is gone" shows "connection lost"
finish

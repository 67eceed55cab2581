# SPDX-License-Identifier: MIT
# A real IPP printer on this machine, whose jobs take no time: `printer_start FOLDER`, `printer_paper in|out`, `printer_off`;
# `printer_hang` and `printer_wake`: it takes connections and answers nothing. Its address is $printer_uri, what it printed is in
# FOLDER/spool. `cups_start FOLDER`: a printing system with this printer as the queue TEST, at $CUPS_SERVER.
# shellcheck shell=sh
# printers and printing systems are where a user's PATH may not look
PATH=$PATH:/usr/sbin

printer_start() {
    printer_dir=$1
    mkdir -p "$printer_dir/spool"
    [ -n "${printer_bus:-}" ] || printer_bus_start
    printer_port=$((20000 + $$ % 20000))
    for _ in 1 2 3 4 5 6 7 8; do
        DBUS_SYSTEM_BUS_ADDRESS=unix:path=$printer_dir/bus ippeveprinter -p "$printer_port" -r off -n localhost \
            -d "$printer_dir/spool" -k -c /bin/true -f application/pdf TEST > "$printer_dir/printer.log" 2>&1 &
        printer_pid=$!
        if curl -s --retry 50 --retry-connrefused --retry-delay 0 --retry-max-time 10 -o /dev/null "localhost:$printer_port/"; then
            # shellcheck disable=SC2034 # for those who source this
            printer_uri=ipp://localhost:$printer_port/ipp/print
            return 0
        fi
        printer_port=$((printer_port + 1))
    done
    cat "$printer_dir/printer.log"
    return 1
}
# the printer wants a system bus
printer_bus_start() {
    cat > "$printer_dir/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>custom</type><listen>unix:path=$printer_dir/bus</listen><auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
END
    printer_bus=$(dbus-daemon --config-file="$printer_dir/bus.conf" --fork --print-pid)
}
printer_paper() {
    case $1 in
    in) printer_tray='size1=iso_a4_210x297mm&type1=stationery&level1=250' ;;
    out) printer_tray='size1=&type1=&level1=0' ;;
    esac
    curl -s -o /dev/null "localhost:$printer_port/media?$printer_tray&size3=&type3=&level3=0"
}
printer_off() {
    [ -z "${printer_pid:-}" ] || { kill "$printer_pid" && wait "$printer_pid"; } 2> /dev/null
    printer_pid=
}
printer_hang() {
    kill -STOP "$printer_pid"
}
printer_wake() {
    kill -CONT "$printer_pid"
}
cups_start() {
    cups_dir=$1/cups
    mkdir -p "$cups_dir/spool" "$cups_dir/cache" "$cups_dir/run" "$cups_dir/log"
    cat > "$cups_dir/cupsd.conf" <<END
Listen $cups_dir/run/sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
END
    cat > "$cups_dir/files.conf" <<END
ServerRoot $cups_dir
RequestRoot $cups_dir/spool
CacheDir $cups_dir/cache
StateDir $cups_dir/run
TempDir $cups_dir/spool
ErrorLog $cups_dir/log/error
AccessLog $cups_dir/log/access
PageLog $cups_dir/log/page
END
    chmod -R 755 "$cups_dir"
    cupsd -f -c "$cups_dir/cupsd.conf" -s "$cups_dir/files.conf" > "$cups_dir/out" 2>&1 &
    cups_pid=$!
    export CUPS_SERVER="$cups_dir/run/sock"
    cups_until=$(($(date +%s) + 20))
    until lpadmin -p TEST -E -v "$printer_uri" -m raw 2> /dev/null; do
        [ "$(date +%s)" -lt "$cups_until" ] || { cat "$cups_dir/out" "$cups_dir/log/error"; return 1; }
        sleep 0.05
    done
}
cups_stop() {
    [ -z "${cups_pid:-}" ] || { kill "$cups_pid" && wait "$cups_pid"; } 2> /dev/null
    cups_pid=
    unset CUPS_SERVER
}
printer_stop() {
    cups_stop
    [ -z "${printer_pid:-}" ] || kill -CONT "$printer_pid" 2> /dev/null
    printer_off
    [ -z "${printer_bus:-}" ] || kill "$printer_bus"
}
# wait until the printer has printed so many files
printer_printed() {
    printer_until=$(($(date +%s) + 40))
    until [ "$(find "$printer_dir/spool" -name '*.pdf' -size +1k | wc -l)" -ge "$1" ]; do
        [ "$(date +%s)" -lt "$printer_until" ] || { ls -l "$printer_dir/spool"; cat "$printer_dir/printer.log"; return 1; }
        sleep 0.05
    done
}

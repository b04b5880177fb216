#!/bin/sh
# Start a private CUPS with a virtual IPP printer in a folder; the printing of this machine is left alone.
#   start-printers.sh FOLDER [CUPS_PORT [PRINTER_PORT]]
# As root on Debian, with: cups cups-client cups-filters cups-ipp-utils avahi-daemon dbus-daemon
# (to install them without starting anything: a policy-rc.d that exits with 101).
# Then:   CUPS_SERVER=FOLDER/cups.sock lp -d bench some.pdf     (Qt obeys CUPS_SERVER too)
# To end: kill $(cat FOLDER/pids)
# FOLDER/jobs gets each document as it arrived, and the IPP_* options it was sent with beside it.
set -eu
[ $# -ge 1 ] || { sed -n '2,7s/^# //p' "$0"; exit 2; }
mkdir -p "$1"
root=$(cd "$1" && pwd)
port=${2:-8631}
printer_port=${3:-8731}
[ ${#root} -le 80 ] || { echo "The name of the folder is too long for a socket: $root" >&2; exit 1; }

mkdir -p "$root/etc/ppd" "$root/spool/parts" "$root/cache" "$root/state" "$root/log" "$root/jobs" "$root/printer"
chmod 755 "$root"
chmod 1777 "$root/jobs" "$root/printer"
: > "$root/pids"
trap 'kill $(cat "$root/pids") 2>/dev/null' EXIT # until all of it stands

# begin NAME COMMAND...: run it beside us, its words in log/NAME, its number in pids
begin() {
    name=$1
    shift
    "$@" > "$root/log/$name" 2>&1 &
    echo $! >> "$root/pids"
}

# wait_for COMMAND...: try it for ten seconds
wait_for() {
    for _ in $(seq 50); do
        if "$@" > /dev/null 2>&1; then return; fi
        sleep 0.2
    done
    echo "Not ready after ten seconds: $*; see $root/log" >&2
    exit 1
}

# A D-Bus and an Avahi of our own: ippeveprinter does not start without DNS-SD
cat > "$root/etc/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type><listen>unix:path=$root/bus.sock</listen><auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/>
    <allow send_type="method_call"/><allow send_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/><allow receive_type="method_return"/>
    <allow receive_type="error"/><allow receive_type="signal"/>
  </policy>
</busconfig>
END
cat > "$root/etc/avahi.conf" <<END
[server]
host-name=bench
allow-interfaces=lo
use-ipv6=no
enable-dbus=yes
disallow-other-stacks=no
[publish]
publish-workstation=no
END
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$root/bus.sock"
begin bus dbus-daemon --config-file="$root/etc/bus.conf" --nofork
wait_for test -S "$root/bus.sock"
begin avahi avahi-daemon -f "$root/etc/avahi.conf" --no-drop-root --no-chroot --no-rlimits
wait_for grep -q 'Server startup complete' "$root/log/avahi"

# What the printer calls with each document
cat > "$root/etc/keep-job" <<END
#!/bin/sh
cp "\$1" "$root/jobs/job-\$IPP_JOB_ID.document"
env | grep -E '^(IPP_|CONTENT_TYPE)' | sort > "$root/jobs/job-\$IPP_JOB_ID.options"
END
chmod 755 "$root/etc/keep-job"
begin printer ippeveprinter -p "$printer_port" -2 -s 10,10 -d "$root/printer" -c "$root/etc/keep-job" \
    -f application/pdf bench
wait_for ipptool -q -T 2 "ipp://localhost:$printer_port/ipp/print" get-printer-attributes.test

cat > "$root/etc/cupsd.conf" <<END
Listen $root/cups.sock
Listen localhost:$port
Browsing Off
DefaultAuthType None
WebInterface No
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
END
cat > "$root/etc/cups-files.conf" <<END
SystemGroup root lpadmin
ServerRoot $root/etc
RequestRoot $root/spool
TempDir $root/spool/parts
CacheDir $root/cache
StateDir $root/state
AccessLog $root/log/access
ErrorLog $root/log/error
PageLog $root/log/page
FatalErrors config
END
begin cupsd /usr/sbin/cupsd -f -c "$root/etc/cupsd.conf" -s "$root/etc/cups-files.conf"
export CUPS_SERVER="$root/cups.sock"
wait_for lpstat -r
wait_for lpadmin -p bench -v "ipp://localhost:$printer_port/ipp/print" -m everywhere -E
lpadmin -p bench -o outputorder-default=normal # it calls itself face-up: pages would come last first
lpadmin -d bench
trap - EXIT
echo "Printing works with:  export CUPS_SERVER=$root/cups.sock"
echo "To end it:            kill \$(cat $root/pids)"

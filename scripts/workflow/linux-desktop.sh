#!/bin/sh
# Runs a command on a separate desktop, which ends with it: an invisible screen, a window manager (without one no window gets
# the focus), a session bus, notifications, an unlocked keyring, and a Wayland compositor if weston is installed.
#   scripts/workflow/linux-desktop.sh npm run e2e:electron
set -eu

if [ $# = 0 ] || [ "$1" = --help ]; then
  sed -n '2,4s/^# \{0,1\}//p' "$0"
  exit 2
fi

if [ "${RINGSIDE_DESKTOP:-}" != within ]; then
  export RINGSIDE_DESKTOP=within
  exec xvfb-run --auto-servernum --server-args='-screen 0 1600x900x24' dbus-run-session -- "$0" "$@"
fi
unset RINGSIDE_DESKTOP

parts=''
end_parts() { for part in $parts; do kill "$part" 2>/dev/null || true; done; }
trap end_parts EXIT

# Tries the given command every half second, for 10 seconds.
until_there() {
  what=$1
  shift
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.5
  done
  echo "linux-desktop.sh: there is no $what after 10 seconds" >&2
  exit 1
}
has_manager() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }
has_owner() {
  gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method org.freedesktop.DBus.NameHasOwner "$1" | grep -q true
}

export XDG_SESSION_TYPE=x11
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
unset WAYLAND_DISPLAY

openbox >/dev/null 2>&1 &
parts="$parts $!"
until_there 'window manager' has_manager

dunst >/dev/null 2>&1 &
parts="$parts $!"
until_there 'notification daemon' has_owner org.freedesktop.Notifications

printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
until_there 'keyring' has_owner org.freedesktop.secrets

# In addition to X11, which the program keeps using: for the Electron contract under Wayland.
if command -v weston >/dev/null; then
  weston --backend=headless-backend.so --socket=ringside-wayland --idle-time=0 >/dev/null 2>&1 &
  parts="$parts $!"
  until_there 'Wayland compositor' test -S "$XDG_RUNTIME_DIR/ringside-wayland"
  export WAYLAND_DISPLAY=ringside-wayland
fi

"$@"

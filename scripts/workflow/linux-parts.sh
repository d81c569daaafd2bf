#!/bin/sh
# Installs what a Linux desktop has and a runner lacks, for linux-desktop.sh: a screen, a window manager, a notification
# daemon, a keychain, and a compositor for Wayland. For Debian and Ubuntu.
set -eu

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

as_root apt-get update
as_root apt-get install --yes --no-install-recommends \
  xvfb xauth x11-utils openbox dbus-x11 libglib2.0-bin dunst libnotify-bin gnome-keyring weston

# Ubuntu lets only known programs create the namespaces of Chromium's sandbox.
restricted=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
if [ -e "$restricted" ] && [ "$(cat "$restricted")" = 1 ]; then
  as_root sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
fi

#!/bin/sh
# Prepares a macOS runner for alerts of Electron's development build, as Electron's own workflow does: signs it with an
# identity created here, because macOS accepts no notification from an unsigned program, and registers it with the system. Then
# it is added to the programs that may show alerts, because nobody is there to allow it. Apple doesn't document the last part;
# if it doesn't help, the tests report that the system refused the alert.
#   scripts/workflow/macos-alerts.sh [--print]   # prints what it would do, on any system
set -eu

app=node_modules/electron/dist/Electron.app
bundle=com.github.Electron
work=$(mktemp -d)
keychain="$work/ringside-tests.keychain-db"
password=$(openssl rand -hex 12)

if [ "${1:-}" = --print ]; then
  run() { printf '%s\n' "$*"; }
elif [ "$(uname)" = Darwin ]; then
  run() { "$@"; }
else
  echo 'macos-alerts.sh: this is not macOS; --print shows what it does there' >&2
  exit 2
fi

run_quietly() { if [ "$(uname)" = Darwin ]; then "$@"; fi; }

run openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Ringside tests' \
  -addext 'keyUsage=critical,digitalSignature' -addext 'extendedKeyUsage=critical,codeSigning' \
  -keyout "$work/key.pem" -out "$work/certificate.pem"
run security create-keychain -p "$password" "$keychain"
run security unlock-keychain -p "$password" "$keychain"
run security import "$work/certificate.pem" -k "$keychain" -T /usr/bin/codesign
run security import "$work/key.pem" -k "$keychain" -T /usr/bin/codesign -A
# codesign looks for identities only in the keychains of this list.
run security list-keychains -d user -s "$keychain" $(run_quietly security list-keychains -d user | tr -d '"')
run security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$password" "$keychain"
run codesign --force --deep --keychain "$keychain" --sign 'Ringside tests' "$app"
run /System/Library/Frameworks/CoreServices.framework/Frameworks/LaunchServices.framework/Support/lsregister -f "$app"

# Shown as alerts, which stay on screen (16), with sounds (4) and badges (2); 0x2000000: allowed.
flags=$((0x2000000 + 16 + 4 + 2))
settings="$HOME/Library/Preferences/com.apple.ncprefs.plist"
entry="<dict><key>bundle-id</key><string>$bundle</string><key>flags</key><integer>$flags</integer></dict>"
run defaults write "$settings" apps -array-add "$entry"
run killall usernoted || true

#!/bin/sh
# Installs chromium for the browser tests from Debian's packages, where there is none and this may be done
# (as root, or with a sudo that asks for no password). Fails where there is none afterwards.
set -eu

has_chromium() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser || command -v google-chrome
}

has_chromium >/dev/null && exit 0
command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root="env"
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    exit 1
fi

echo "[setup] installing chromium from Debian's packages, for the browser tests"
$as_root DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null
$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium >/dev/null
has_chromium >/dev/null

#!/usr/bin/env bash
# Unpacks the smtpd of each Debian suite that carries one, for the conformance tests. Nothing is installed on the machine:
# apt gets lists and state of its own below DIR, and the packages are only unpacked.
#
#   usage: unpack-daemons.sh DIR [RELEASE…]
#
# Afterwards DIR/RELEASE/smtpd is a command: `DIR/7.9/smtpd -n -f FILE`. Exit status 0 when all the releases asked for
# are there, 1 when one is missing (no Debian machine, no network); what is there may be used all the same.
set -uo pipefail

dir=$(mkdir -p "$1" && cd "$1" && pwd) || exit 1
shift
releases=("${@:-}")
[ -n "${releases[0]}" ] || releases=(6.8 7.4 7.6 7.9)

suite_of() {
  case $1 in
    6.8) echo bookworm ;; 7.4) echo bookworm-backports ;; 7.6) echo trixie ;; 7.9) echo sid ;;
    *) echo "unpack-daemons: no Debian suite carries release $1" >&2; return 1 ;;
  esac
}

# The address of the Debian archive is the one that this machine already uses.
archive() {
  apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | grep -m 1 '/debian/*$' \
    || sed -nE 's/^(URIs:|deb) +(\S*\/debian)\/? *.*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1
}

# apt with a source list, state and cache of its own: apt_for SUITE ARGUMENT…
apt_for() {
  local root=$dir/.apt/$1
  shift
  apt-get -qq -o Dir::Etc::SourceList="$root/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State="$root/state" -o Dir::State::Status="$root/status" -o Dir::Cache="$root/cache" \
    -o APT::Sandbox::User=root -o Acquire::Retries=3 -o Acquire::Languages=none "$@"
}

prepare() {
  local suite=$1 uri=$2 root=$dir/.apt/$1
  mkdir -p "$root/state/lists/partial" "$root/cache/archives/partial"
  : >"$root/status"
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [signed-by=$keyring] $uri $suite main" >"$root/sources.list"
  [ "$suite" = bookworm-backports ] && echo "deb [signed-by=$keyring] $uri bookworm main" >>"$root/sources.list"
  apt_for "$suite" update
}

# The packages that `apt-get install opensmtpd` would fetch, less what `-n` never loads.
packages_for() {
  local suite=$1 release_option=()
  [ "$suite" = bookworm-backports ] && release_option=(-t "$suite")
  apt_for "$suite" --no-install-recommends "${release_option[@]}" --simulate install opensmtpd 2>/dev/null \
    | awk '$1 == "Inst" { print $2 }' | grep -E '^(opensmtpd|lib|gcc-.*-base|zlib)'
}

unpack() {
  local release=$1 suite=$2 uri=$3 root=$dir/.apt/$2 target=$dir/$1
  local names
  prepare "$suite" "$uri" || return 1
  names=$(packages_for "$suite") || return 1
  mkdir -p "$root/debs" "$target.new/root"
  local option=()
  [ "$suite" = bookworm-backports ] && option=(-t "$suite")
  # shellcheck disable=SC2086  # a list of names
  (cd "$root/debs" && apt_for "$suite" "${option[@]}" download $names) || return 1
  for deb in "$root"/debs/*.deb; do dpkg -x "$deb" "$target.new/root" || return 1; done
  write_command "$target.new" || return 1
  rm -rf "$target" && mv "$target.new" "$target"
}

# Debian's loader is asked by name, so that the suite's own C library serves the suite's own daemon.
write_command() {
  local loader
  loader=$(cd "$1/root" && find . -name 'ld-linux-x86-64.so.2' | head -n 1)
  [ -x "$1/root/usr/sbin/smtpd" ] || return 1
  cat >"$1/smtpd" <<SH
#!/bin/sh
here=\$(dirname "\$0")/root
exec "\$here/${loader#./}" --library-path "\$here/lib/x86_64-linux-gnu:\$here/usr/lib/x86_64-linux-gnu" "\$here/usr/sbin/smtpd" "\$@"
SH
  chmod +x "$1/smtpd"
}

uri=$(archive)
[ -n "$uri" ] || { echo "unpack-daemons: this machine has no Debian package source" >&2; exit 1; }
failed=0
for release in "${releases[@]}"; do
  [ -x "$dir/$release/smtpd" ] && continue
  suite=$(suite_of "$release") || { failed=1; continue; }
  unpack "$release" "$suite" "$uri" || { echo "unpack-daemons: release $release could not be unpacked" >&2; failed=1; }
done
exit $failed

#!/usr/bin/env bash
# Puts a real VS Code workbench, code-server, into a folder: install-workbench.sh FOLDER. It takes a registry, and a compiler for
# two small modules; what the workbench can do without (Kerberos, its search program) is left out. The last line is its entry.
set -euo pipefail
version=4.100.3
folder=$1/code-server-$version
entry=$folder/node_modules/code-server/out/node/entry.js
done=$folder/complete

if [ ! -e "$done" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  cd "$folder"
  echo '{ "private": true }' >package.json
  # As root npm would not run the scripts of packages, and those of code-server itself would build all of it.
  npm_config_ignore_scripts=true npm install --no-save --no-package-lock "code-server@$version"
  cd node_modules/code-server/lib/vscode
  npm_config_ignore_scripts=true npm install --omit=dev
  ln -sfn node_modules node_modules.asar
  npm rebuild native-watchdog
  npm rebuild node-pty || test -f node_modules/node-pty/build/Release/pty.node
  cd "$folder"
  npm rebuild argon2
  touch "$done"
fi >&2
echo "$entry"

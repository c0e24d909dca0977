"use strict";
const { statSync } = require("node:fs");
const { join } = require("node:path");

/**
 * The file in `folder` for the code that this very Node makes of the command. Code of another one, even of the same
 * version of V8, makes the process crash, and V8 does not see that: hence the version, and the size and time of the binary.
 */
exports.codeCachePath = function codeCachePath(folder) {
  const { size, mtimeMs } = statSync(process.execPath);
  return join(folder, `smtpd-lint-${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}.cache`);
};

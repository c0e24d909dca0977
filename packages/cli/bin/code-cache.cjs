"use strict";
const { statSync } = require("node:fs");

/**
 * The file for the code that this very Node makes of a bundled program, beside it. Code of another one, even of the same
 * version of V8, makes the process crash, and V8 does not see that: hence the version, and the size and time of the binary.
 */
exports.codeCachePath = function codeCachePath(bundle) {
  const { size, mtimeMs } = statSync(process.execPath);
  const name = `${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}`;
  return bundle.replace(/\.cjs$/, `-${name}.cache`);
};

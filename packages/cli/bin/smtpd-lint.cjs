#!/usr/bin/env node
"use strict";
// Starts dist/smtpd-lint.cjs. Half of a short run is compiling it, so the code that the compiler made when it was built is
// used where it is there and was made by the Node that runs now.
const { readFileSync } = require("node:fs");
const { wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");
const { codeCachePath } = require("./code-cache.cjs");

const folder = join(__dirname, "..", "dist");
const filename = join(folder, "smtpd-lint.cjs");

function read(path, encoding) {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

// The bundler writes ASCII alone, which is read fastest so.
const text = read(filename, "latin1");
const cachedData = read(codeCachePath(folder));
if (text === undefined) {
  process.stderr.write(`smtpd-lint: ${filename} is missing. Make it: npm run build\n`);
  process.exitCode = 3;
} else if (cachedData === undefined) {
  require(filename);
} else {
  new Script(wrap(text), { filename, cachedData }).runInThisContext()(exports, require, module, filename, folder);
}

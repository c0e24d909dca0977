#!/usr/bin/env node
"use strict";
const { join } = require("node:path");
const { load } = require("./load.cjs");

const filename = join(__dirname, "..", "dist", "smtpd-lint.cjs");
if (!load(filename)) {
  process.stderr.write(`smtpd-lint: ${filename} is missing. Make it: npm run build\n`);
  process.exitCode = 3;
}

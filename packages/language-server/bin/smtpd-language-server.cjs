#!/usr/bin/env node
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const folder = join(__dirname, "..", "dist");
const filename = join(folder, "smtpd-language-server.cjs");
if (existsSync(filename)) require(join(folder, "load.cjs")).load(filename);
else {
  process.stderr.write(`smtpd-language-server: ${filename} is missing. Make it: npm run build\n`);
  process.exitCode = 3;
}

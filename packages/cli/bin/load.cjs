"use strict";
// Loads a bundled program. Half of a short run is compiling it, so the code that the compiler made when it was built is used
// where it is there and was made by the Node that runs now.
const { readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");
const { codeCachePath } = require("./code-cache.cjs");

/** Runs the program in a file; false where there is no such file. */
exports.load = function load(filename) {
  const folder = dirname(filename);
  // The bundler writes ASCII alone, which is read fastest so.
  const text = read(filename, "latin1");
  if (text === undefined) return false;
  const cachedData = read(codeCachePath(filename));
  const require = createRequire(filename);
  if (cachedData === undefined) require(filename);
  else new Script(wrap(text), { filename, cachedData }).runInThisContext()({}, require, {}, filename, folder);
  return true;
};

function read(path, encoding) {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

// Makes dist/smtpd-lint.cjs: the command, the library and what they need in one file, since finding, reading and compiling
// code is most of what a short run takes. Beside it come dist/smtpd-lint-….cache, the code that this Node's compiler makes of
// it (bin/load.cjs says how that is used), dist/licenses.txt, the licenses of the packages that are in it, and
// dist/pages.json, the pages of all checks and rules.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBundle } from "./bundling.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** A file with mistakes, and one that smtpd takes: rules on how statements play together look at such files only. */
const samples = ["first.conf", "advice.conf"].map((name) => join(folder, "../../test/examples", name));

await makeBundle(fileURLToPath(import.meta.url), { bundle: join(folder, "dist/smtpd-lint.cjs"), parameters: samples });

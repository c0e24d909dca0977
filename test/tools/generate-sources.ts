import { checkIndex } from "./generate-check-index.ts";
import { generateFiles } from "./generate-files.ts";

generateFiles({ "packages/smtpd-conf/src/linter/checks.ts": checkIndex });

import { generateFiles } from "./generate-files.ts";
import { indexOf } from "./generate-linter-index.ts";

generateFiles({
  "packages/smtpd-conf/src/linter/checks.ts": () => indexOf("checks"),
  "packages/smtpd-conf/src/linter/rules.ts": () => indexOf("rules"),
});

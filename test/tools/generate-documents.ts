import { generateFiles } from "./generate-files.ts";
import { generateReference } from "./generate-reference.ts";
import { generateRulesPage } from "./generate-rules-page.ts";
import { drawRailroad } from "./grammar/draw-railroad.ts";
import { printEbnf } from "./grammar/print-ebnf.ts";
import { printTextMate } from "./grammar/print-text-mate.ts";
import { refreshReadme } from "./readme/refresh-readme.ts";

generateFiles({
  "grammars/smtpd-conf.ebnf": printEbnf,
  "grammars/railroad.html": drawRailroad,
  "grammars/smtpd-conf.tmLanguage.json": printTextMate,
  "packages/smtpd-conf/REFERENCE.md": generateReference,
  "packages/smtpd-conf/RULES.md": generateRulesPage,
  "README.md": refreshReadme,
});

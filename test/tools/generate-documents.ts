import { refreshExtensionManifest } from "./generate-extension-manifest.ts";
import { generateFiles } from "./generate-files.ts";
import { generateManPage } from "./generate-man-page.ts";
import { generateReference } from "./generate-reference.ts";
import { generateRulesPage } from "./generate-rules-page.ts";
import { generateSettingsSchema } from "./generate-settings-schema.ts";
import { drawRailroad } from "./grammar/draw-railroad.ts";
import { printEbnf } from "./grammar/print-ebnf.ts";
import { printTextMate } from "./grammar/print-text-mate.ts";
import { refreshManual, refreshReadme } from "./readme/refresh-readme.ts";

generateFiles({
  "grammars/smtpd-conf.ebnf": printEbnf,
  "grammars/railroad.html": drawRailroad,
  "grammars/smtpd-conf.tmLanguage.json": printTextMate,
  "packages/cli/man/smtpd-lint.1": generateManPage,
  "packages/smtpd-conf/REFERENCE.md": generateReference,
  "packages/smtpd-conf/RULES.md": generateRulesPage,
  "packages/cli/schema/settings.schema.json": generateSettingsSchema,
  "packages/vscode/package.json": refreshExtensionManifest,
  "README.md": refreshReadme,
  "packages/cli/README.md": refreshManual,
});

import { existsSync } from "node:fs";
import { newestRelease } from "smtpd-conf";

/** The schema where a project has this package installed: editors take it from there. */
const installedSchema = "node_modules/smtpd-lint/schema/settings.schema.json";

/** A settings file to begin with: what it says is so without it too. */
export function starterSettings(): string {
  const schema = existsSync(installedSchema) ? `  "$schema": "./${installedSchema}",\n\n` : "";
  return `// Settings of smtpd-lint for all files in this folder and below it.
{
${schema}  // The release of OpenSMTPD that reads the files.
  "target": "${newestRelease}",

  // Macros that are given on the command line of smtpd, as -D does.
  "define": {},

  // The rules that give advice: "recommended", "strict", "security", "all" or "none".
  "preset": "recommended",

  // Single rules: "off", "on", a severity, or [severity, { options }]. smtpd-lint rules lists them.
  "rules": {
    // "unused-table": "off",
    // "short-ttl": ["error", { "minutes": 240 }]
  },

  // Files and folders that are left out where a folder is checked.
  "ignores": [],

  // What is different for some files. Of two entries that fit, the later counts.
  "overrides": [
    // { "files": ["hosts/mx1/**"], "target": "7.4", "root": "hosts/mx1" }
  ]
}
`;
}

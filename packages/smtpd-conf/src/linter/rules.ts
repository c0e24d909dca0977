// Written by `npm run generate` from the files of rules/. Do not edit.
import type { Rule } from "./rule.ts";
import { unusedTable } from "./rules/unused-table.ts";

/** Everything that smtpd lets through and we advise against, by code. */
export const rules: readonly Rule[] = [unusedTable];

import type { LookupService } from "../language/lookup-services.ts";
import { optionServices } from "../language/option-services.ts";
import type { TableUse } from "../model/tables.ts";

/**
 * What a table is asked for, as far as it decides how entries are compared. `reverse name` is what `from rdns` asks for:
 * smtpd checks the table as one of domains and then compares its entries as if they were addresses
 * (`ruleset_match_from()` in ruleset.c).
 */
export type AskedFor = LookupService | "reverse name";

/** What the table of an option is asked for. */
export function askedFor({ option, place, regex }: TableUse): readonly AskedFor[] {
  return place === "match from rdns" && !regex ? ["reverse name"] : optionServices(option.info, regex);
}

import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedTable: Check = defineCheck({
  code: "undefined-table",
  summary: "A table must be defined before it is used.",
  create: (context) => undefinedNames(context, "table"),
});

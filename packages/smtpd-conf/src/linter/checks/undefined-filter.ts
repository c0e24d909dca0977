import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedFilter: Check = defineCheck({
  code: "undefined-filter",
  summary: "A filter must be defined before a listener, relay or chain uses it.",
  create: (context) => undefinedNames(context, "filter"),
});

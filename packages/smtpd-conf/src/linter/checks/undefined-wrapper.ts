import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedWrapper: Check = defineCheck({
  code: "undefined-wrapper",
  summary: "An action must name an mda wrapper that is defined further up.",
  create: (context) => undefinedNames(context, "wrapper"),
});

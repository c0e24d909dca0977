import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedAction: Check = defineCheck({
  code: "undefined-action",
  summary: "A rule must name an action that is defined further up.",
  create: (context) => undefinedNames(context, "action"),
});

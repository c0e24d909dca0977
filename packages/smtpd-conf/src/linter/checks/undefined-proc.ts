import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedProc: Check = defineCheck({
  code: "undefined-proc",
  summary: "A filter must name a proc that is defined further up.",
  create: (context) => undefinedNames(context, "proc"),
});

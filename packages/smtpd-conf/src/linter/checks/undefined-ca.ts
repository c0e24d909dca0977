import { type Check, defineCheck } from "../check.ts";
import { undefinedNames } from "../undefined-name.ts";

export const undefinedCa: Check = defineCheck({
  code: "undefined-ca",
  summary: "A listener must name a ca that is defined further up.",
  create: (context) => undefinedNames(context, "ca"),
});

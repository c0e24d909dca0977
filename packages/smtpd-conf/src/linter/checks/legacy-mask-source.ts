import { type Check, defineCheck } from "../check.ts";
import { renamedWord } from "../renamed-word.ts";

const renames = new Map([["mask-source", "mask-src"]]);

export const legacyMaskSource: Check = defineCheck({
  code: "legacy-mask-source",
  summary: "Since 6.4, the option mask-source of a listener is called mask-src.",
  precedence: 24,
  create: () => ({
    explain: (failure) =>
      failure.line.partial?.kind === "ListenDirective" ? renamedWord(failure, renames) : undefined,
  }),
});

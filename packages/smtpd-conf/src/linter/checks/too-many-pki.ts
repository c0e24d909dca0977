import { mostPki } from "../../language/lexical-limits.ts";
import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";

export const tooManyPki: Check = defineCheck({
  code: "too-many-pki",
  summary: "A listener takes at most 32 certificates.",
  create: ({ target, report }) => ({
    ListenDirective: ({ options }) => {
      const surplus = options.filter(({ name }) => name === "pki")[mostPki];
      if (surplus === undefined || !isAtLeast(target, "7.3")) return;
      report({ span: surplus, message: `This is pki number ${mostPki + 1}, and a listener takes at most ${mostPki}.` });
    },
  }),
});

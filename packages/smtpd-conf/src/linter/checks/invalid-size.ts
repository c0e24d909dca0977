import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";
import { isSize } from "../size.ts";

export const invalidSize: Check = defineCheck({
  code: "invalid-size",
  summary: "A size is a number with at most one unit letter: B, K, M, G, T, P or E.",
  create: ({ target, report }) => ({
    SettingDirective: ({ name, value }) => {
      if (name !== "smtp max-message-size" || value === undefined) return;
      const checksOverflow = isAtLeast(target, "7.3");
      const valid = value.kind === "Number" ? !value.value.startsWith("-") : isSize(value.value, checksOverflow);
      if (valid) return;
      const meant = sizeMeant(value.value);
      report({
        span: value,
        message: `"${value.value}" is not a size.`,
        help: meant === undefined ? helpFor(value.value) : `Write "${meant}".`,
        fixes: meant === undefined ? [] : rewrite(`Write "${meant}"`, [[value, value.quoted ? `"${meant}"` : meant]]),
      });
    },
  }),
});

/** `35M` for `35MB`, `35 MiB` or `35 megabytes`; undefined where smtpd would not take that either. */
function sizeMeant(text: string): string | undefined {
  const [, number = "", unit = ""] =
    /^\s*(\d+(?:\.\d+)?)\s*(?:([bkmgtpe])(?:i?b)?|(byte|kilo|mega|giga|tera)(?:bytes?|s?))\s*$/i.exec(text) ?? [];
  const letter = (unit || /[a-z]/i.exec(text)?.[0] || "").toUpperCase();
  return number !== "" && isSize(number + letter, true) ? number + letter : undefined;
}

function helpFor(text: string): string {
  if (/^\d+(\.\d+)?[bkmgtpe]?$/i.test(text)) return 'It is too large: less than "8E" fits.';
  return 'A size is a number with at most one letter of B, K, M, G, T, P or E: "35M".';
}

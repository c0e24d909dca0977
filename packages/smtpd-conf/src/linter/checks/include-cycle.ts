import type { Source, Span } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const includeCycle: Check = defineCheck({
  code: "include-cycle",
  summary: "A file cannot include itself, not even through others.",
  create: ({ report }) => ({
    Inclusion: ({ statement: { path, source }, failure }) => {
      if (failure !== "cycle") return;
      const itself = source.path === path.value;
      const includedBy = placeOfInclude(path.value, source);
      report({
        span: path,
        message: itself
          ? `"${path.value}" includes itself, and smtpd goes round until it has too many files open.`
          : `"${path.value}" is included again from within itself, and smtpd goes round until it has too many files open.`,
        help: "Remove this include.",
        related: includedBy ? [{ span: includedBy, message: "The file is included here first." }] : [],
      });
    },
  }),
});

/** Where the file of this path, which is being read, was included; undefined where it is the first file. */
function placeOfInclude(path: string, from: Source): Span | undefined {
  let source: Source | undefined = from;
  while (source !== undefined && source.path !== path) source = source.includedBy?.source;
  return source?.includedBy;
}

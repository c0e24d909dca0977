import type { Word } from "../../parser/lexer/token.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";

const reasons: Readonly<Record<string, string>> = {
  missing: "there is no such file",
  denied: "it may not be read",
  special: "it is no regular file",
  "too-large": "it is too large to be read",
  "too-many": "too many files were included already",
};

export const includeNotFound: Check = defineCheck({
  code: "include-not-found",
  summary: "An included file must exist and be readable.",
  create: ({ report }) => ({
    Inclusion: ({ statement: { path }, failure }) => {
      if (failure === "outside") return report(notRead(path));
      const reason = failure === undefined ? undefined : reasons[failure];
      if (reason === undefined) return;
      const message = `"${path.value}" cannot be included: ${reason}.`;
      report({ span: path, message, help: failure === "missing" ? wayOut(path) : undefined });
    },
  }),
});

/** What smtpd may have, and is not looked at: it lies outside what the user lets us read. */
function notRead(path: Word): Problem {
  return {
    span: path,
    message: `"${path.value}" is not read here, so what it defines is not known: it lies outside the folders that may be read.`,
    help: "Add its folder to the allowed folders in the settings of the editor.",
  };
}

function wayOut(path: Word): string | undefined {
  if (textOf(path).includes("\n"))
    return "The string goes on over the end of its line, up to the next quote: close it there.";
  if (path.value.startsWith("/")) return undefined;
  return "Write the whole path: smtpd looks for it from the directory that it was started in.";
}

import { type Check, defineCheck } from "../check.ts";

const reasons: Readonly<Record<string, string>> = {
  missing: "there is no such file",
  denied: "it may not be read",
  special: "it is neither a regular file nor a pipe",
  "too-large": "it is too large to be read",
  outside: "it lies outside the folders that may be read here",
  "too-many": "too many files were included already",
};

export const includeNotFound: Check = defineCheck({
  code: "include-not-found",
  summary: "An included file must exist and be readable.",
  create: ({ report }) => ({
    Inclusion: ({ statement: { path }, failure }) => {
      const reason = failure === undefined ? undefined : reasons[failure];
      if (reason === undefined) return;
      const message = `"${path.value}" cannot be included: ${reason}.`;
      report({ span: path, message, help: failure === undefined ? undefined : wayOut(path.value, failure) });
    },
  }),
});

function wayOut(path: string, failure: string): string | undefined {
  if (failure === "outside") return "Add its folder to the allowed folders in the settings of the editor.";
  if (failure !== "missing" || path.startsWith("/")) return undefined;
  return "Write the whole path: smtpd looks for it from the directory that it was started in.";
}

import { type Check, defineCheck } from "../check.ts";

const reasons: Readonly<Record<string, string>> = {
  missing: "there is no such file",
  denied: "it may not be read",
  special: "it is neither a regular file nor a pipe",
  "too-large": "it is too large to be read",
  "too-many": "too many files were included already",
};

export const includeNotFound: Check = defineCheck({
  code: "include-not-found",
  summary: "An included file must exist and be readable.",
  create: ({ report }) => ({
    Inclusion: ({ statement: { path }, failure }) => {
      const reason = failure === undefined ? undefined : reasons[failure];
      if (reason === undefined) return;
      const relative = failure === "missing" && !path.value.startsWith("/");
      report({
        span: path,
        message: `"${path.value}" cannot be included: ${reason}.`,
        help: relative
          ? "Write the whole path: smtpd looks for it from the directory that it was started in."
          : undefined,
      });
    },
  }),
});

import { type Check, defineCheck } from "../check.ts";

const reasons: Readonly<Record<string, string>> = {
  missing: "there is no such file",
  denied: "it may not be read",
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
      const relative = path.value.startsWith("/") ? "" : " A relative path counts from the working directory of smtpd.";
      report({ span: path, message: `"${path.value}" cannot be included: ${reason}.`, help: relative.trim() || undefined });
    },
  }),
});

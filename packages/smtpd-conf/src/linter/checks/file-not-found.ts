import { type Check, defineCheck } from "../check.ts";
import { describeFile, visitFiles } from "../files-in-use.ts";
import type { FileProblem } from "../machine.ts";

export const fileNotFound: Check = defineCheck({
  code: "file-not-found",
  summary: "The files of tables, certificates and keys must be there.",
  create: ({ machine, report }) => {
    if (machine === undefined) return {};
    return visitFiles((file) => {
      const problem = machine.fileProblem(file.path, file.use);
      const reason = problem && reasonOf(problem);
      if (reason === undefined) return;
      report({
        span: file.word,
        message: `The ${describeFile(file)} cannot be read: ${reason}.`,
        help: file.use === "database" ? "Make it with makemap(8)." : undefined,
      });
    });
  },
});

function reasonOf(problem: FileProblem): string | undefined {
  switch (problem.reason) {
    case "missing":
      return "there is no such file";
    case "directory":
      return "it is a directory";
    case "special":
      return "it is no regular file";
    case "failed":
      return problem.detail;
    default:
      return undefined;
  }
}

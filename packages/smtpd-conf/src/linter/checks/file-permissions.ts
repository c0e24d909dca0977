import { type Check, defineCheck, type Problem } from "../check.ts";
import { describeFile, type FileInUse, visitFiles } from "../files-in-use.ts";

export const filePermissions: Check = defineCheck({
  code: "file-permissions",
  summary: "Certificates and keys must belong to root, and others may not write them or read a key.",
  create: ({ machine, report }) => {
    if (machine === undefined) return {};
    return visitFiles((file) => {
      const problem = machine.fileProblem(file.path, file.use);
      if (problem?.reason === "owner") report(wrongOwner(file, problem.owner));
      if (problem?.reason === "mode") report(wrongMode(file, problem.mode, problem.most));
    });
  },
});

function wrongOwner(file: FileInUse, owner: number): Problem {
  return {
    span: file.word,
    message: `The ${describeFile(file)} belongs to user ${owner}, and smtpd takes it from root only.`,
    help: `Run: chown root ${quoted(file.path)}`,
  };
}

function wrongMode(file: FileInUse, mode: number, most: number): Problem {
  const narrowed = octal(mode & most);
  return {
    span: file.word,
    message: `The ${describeFile(file)} has mode ${octal(mode)}, and smtpd takes it with ${octal(most)} at most.`,
    help: `Run: chmod ${narrowed} ${quoted(file.path)}`,
  };
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

/** The path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

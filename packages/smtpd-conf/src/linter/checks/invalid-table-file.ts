import type { TableFault } from "../../model/table-file.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { describeFile, type FileInUse, visitFiles } from "../files-in-use.ts";

export const invalidTableFile: Check = defineCheck({
  code: "invalid-table-file",
  summary: "Every line of a mapping file is a key with a value, and a database is one that makemap made.",
  create: ({ machine, report }) => {
    if (machine === undefined) return {};
    return visitFiles((file) => {
      const problem = machine.fileProblem(file.path, file.use);
      if (problem?.reason === "entry") report(badEntry(file, problem.fault));
      if (problem?.reason === "content" && file.use === "database") report(noDatabase(file));
    });
  },
});

function badEntry(file: FileInUse, { line, reason }: TableFault): Problem {
  const place = `Line ${line} of the ${describeFile(file)}`;
  if (reason === "bracket") {
    return {
      span: file.word,
      message: `${place} opens a bracket that it does not close, and smtpd refuses the whole table.`,
      help: 'Write an IPv6 address as "[2001:db8::1]".',
    };
  }
  return {
    span: file.word,
    message: `${place} is a key without a value, and smtpd refuses the whole table.`,
    help: 'The first entry makes the file a mapping. If it is to be a list, put the line "# @list" at its top.',
  };
}

function noDatabase(file: FileInUse): Problem {
  return {
    span: file.word,
    message: `The ${describeFile(file)} is no hash database, which smtpd needs.`,
    help: "Make it with makemap(8); a text file is named with file: instead of db:.",
  };
}

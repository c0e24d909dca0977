import { type Check, defineCheck, type Problem } from "../check.ts";
import { describeFile, type FileInUse, visitFiles } from "../files-in-use.ts";

export const invalidKeyFile: Check = defineCheck({
  code: "invalid-key-file",
  summary: "The key file of a pki must hold a private key in PEM form, without a passphrase.",
  create: ({ machine, report }) => {
    if (machine === undefined) return {};
    return visitFiles((file) => {
      if (file.use !== "key") return;
      const reason = machine.fileProblem(file.path, file.use)?.reason;
      if (reason === "content") report(noKey(file));
      if (reason === "passphrase") report(lockedKey(file));
    });
  },
});

function noKey(file: FileInUse): Problem {
  return {
    span: file.word,
    message: `The ${describeFile(file)} holds no private key in PEM form that smtpd could load.`,
    help: 'It should hold lines such as "-----BEGIN PRIVATE KEY-----"; a certificate belongs behind "cert".',
  };
}

function lockedKey(file: FileInUse): Problem {
  return {
    span: file.word,
    message: `The ${describeFile(file)} is protected by a passphrase: smtpd asks for it on the terminal, and fails without one.`,
    help: "Remove the passphrase: openssl pkey -in OLD -out NEW",
  };
}

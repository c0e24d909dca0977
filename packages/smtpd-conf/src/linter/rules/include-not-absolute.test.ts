import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "include-not-absolute";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `include <|x|>\n${rest}`,
    `include <|"./x"|>\n${rest}`,
    `include <|"~/x"|>\nnonsense\n`,
    `p = x\ninclude <|$p|>\n`,
  ])("%j", (text) => expectMarked(code, text, { files: { x: "", "./x": "", "~/x": "" } }));
});

test("is silent about an absolute path", () => {
  expectSilent(code, `include "/x"\n${rest}`, { files: { "/x": "" } });
});

test("is silent about a file that cannot be included", () => {
  expectSilent(code, `include x\n${rest}`);
});

test("says where smtpd looks", () => {
  const files = { files: { x: "" } };
  expectMessage(
    code,
    `include x\n${rest}`,
    {
      message: "smtpd looks for this file in the directory that it is started in, not beside the one that includes it.",
      help: "Write the whole path, from the / on.",
    },
    files,
  );
  expectNoFix(code, `include x\n${rest}`, files);
});

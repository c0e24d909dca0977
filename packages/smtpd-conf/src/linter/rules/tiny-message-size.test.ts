import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "tiny-message-size";

describe("reports", () => {
  test.each([
    "smtp max-message-size <|50|>\n",
    'smtp max-message-size <|"50"|>\n',
    "smtp max-message-size <|0|>\n",
    "smtp max-message-size <|50K|>\n",
    "smtp max-message-size <|65535|>\n",
    'smtp max-message-size <|"1.5K"|>\n',
    's = "35"\nsmtp max-message-size <|$s|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "smtp max-message-size 65536\n",
    "smtp max-message-size 64k\n",
    "smtp max-message-size 35M\n",
    'smtp max-message-size "0.5G"\n',
    "smtp max-message-size 35MB\n",
    "smtp max-message-size 1E\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says how small it is", () => {
  expectMessage(code, "smtp max-message-size 50\n", {
    message: "Messages of more than 50 bytes are refused, and hardly any message is that small.",
    help: 'A number alone counts bytes. If megabytes are meant, write "50M".',
  });
  expectMessage(code, "smtp max-message-size 1.5K\n", {
    message: "Messages of more than 1536 bytes are refused, and hardly any message is that small.",
    help: "Every mail server has to take messages of 64 kilobytes: write 64K or more.",
  });
});

test("suggests megabytes for a small number", () => {
  expectFixed(code, "smtp max-message-size 50\n", "smtp max-message-size 50M\n");
  expectNoFix(code, "smtp max-message-size 4096\n");
  expectNoFix(code, "smtp max-message-size 0\n");
  expectNoFix(code, 's = "35"\nsmtp max-message-size $s\n');
});

test("kilobytes: what should be taken", () => {
  expectSilent(code, "smtp max-message-size 8K\n", { given: { kilobytes: 8 } });
  const given = { kilobytes: 10_240 };
  expectMarked(code, "smtp max-message-size <|9M|>\n", { given });
  expectSilent(code, "smtp max-message-size 10M\n", { given });
  const message = "Messages of more than 1048576 bytes are refused.";
  const help = "Your settings ask for 10240 kilobytes: write 10240K or more.";
  expectMessage(code, "smtp max-message-size 1M\n", { message, help }, { given });
});

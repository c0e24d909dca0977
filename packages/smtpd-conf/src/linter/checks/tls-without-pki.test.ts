import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "tls-without-pki";
const pki = (name: string) => `pki ${name} cert "/c" key "/k"\n`;

test("marks the TLS mode", () => {
  expectMarked(code, "listen on lo port 25 <|tls|> tag x\n");
  expectMarked(code, "listen on lo <|tls-require verify|>\n");
  expectMarked(code, "listen on lo <|smtps|>\n");
});

test("is content up to 6.8", () => {
  expectSilent(code, "listen on lo tls\n", { target: "6.8.0" });
  expectMarked(code, "listen on lo <|tls|>\n", { target: "7.3" });
});

test("is content with a pki before or after it, even an undefined one", () =>
  expectSilent(code, "listen on lo tls pki x\nlisten on lo pki x smtps\n"));

test("is content with a listener without TLS", () => expectSilent(code, "listen on lo\nlisten on socket\n"));

test("adds the only pki that there is", () => {
  expectFixed(
    code,
    `${pki("a")}listen on lo smtps verify tag x\n`,
    `${pki("a")}listen on lo smtps verify pki a tag x\n`,
  );
  expectFixed(code, `${pki('"*"')}listen on lo tls\n`, `${pki('"*"')}listen on lo tls pki "*"\n`);
});

test("names them all where there are several", () => {
  const text = `${pki("a")}${pki("b")}listen on lo tls\n`;
  expectNoFix(code, text);
  expectMessage(code, text, { help: "Add pki a or pki b to the listener." });
});

import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "wide-source-relay";
const head = 'listen on em0\naction "r" relay\n';

describe("reports a network that nobody owns", () => {
  test.each([
    `${head}match <|from src "0.0.0.0/0"|> for any action "r"\n`,
    `${head}match <|from src "192.0.0.0/3"|> for any action "r"\n`,
    `${head}match <|from src { "10.0.0.1", "2000::/3" }|> for any action "r"\n`,
    `table t { "128.0.0.0/1" }\n${head}match <|from src <t>|> for any action "r"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${head}match from src "10.0.0.0/8" for any action "r"\n`,
    `${head}match from src "fc00::/7" for any action "r"\n`,
    `${head}match from src "172.0.0.0/8" for any action "r"\n`,
    `${head}match from src "0.0.0.0/0" auth for any action "r"\n`,
    `${head}match from src "0.0.0.0/0" for any reject\n`,
    `${head}match !from src "0.0.0.0/0" for local action "r"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

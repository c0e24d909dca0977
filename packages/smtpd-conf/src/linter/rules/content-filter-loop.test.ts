import { describe, test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "content-filter-loop";
const action = 'action "scan" relay host <|"smtp://127.0.0.1:10025"|>\naction "out" relay\n';
const quiet = action.replace(/<\||\|>/g, "");
const rule = 'match from local for any action "scan"\n';

describe("reports mail that is filtered again", () => {
  test.each([
    `listen on lo port 10026\n${action}${rule}`,
    `listen on 127.0.0.1 port 10026 tag T\n${action}${rule}match tag T from any for any action "out"\n`,
    `listen on lo port 10026 tag T\n${action}match !tag U from local for any action "scan"\nmatch from any for any action "out"\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent", () => {
  test.each([
    `listen on lo port 10026 tag T\n${quiet}match tag T from any for any action "out"\n${rule}`,
    `listen on lo port 10026 tag T\n${quiet}match !tag T from local for any action "scan"\nmatch from local for any action "out"\n`,
    `listen on lo\n${quiet}${rule}`,
    `listen on em0 port 10026\n${quiet}${rule}`,
    `${quiet}${rule}`,
    `listen on lo port 10026\nlisten on lo port 10025\n${quiet}match from src "192.0.2.1" for any action "scan"\n`,
  ])("%j", (text) => expectSilent(code, text));
});

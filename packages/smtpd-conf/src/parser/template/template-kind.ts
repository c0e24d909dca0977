/**
 * The languages of templates that are read. `mustache` has Handlebars in it, `erb` EPP, `go` Helm and gomplate. `shell`:
 * `${NAME}`, as `envsubst` fills it in. `at`: `@NAME@`, as `configure` does. `nix`: a configuration in a string of a Nix file.
 */
export const templateKinds = ["jinja", "erb", "mustache", "go", "shell", "at", "nix"] as const;

export type TemplateKind = (typeof templateKinds)[number];

const kindOfEnding: Readonly<Record<string, TemplateKind>> = {
  j2: "jinja",
  jinja: "jinja",
  jinja2: "jinja",
  erb: "erb",
  epp: "erb",
  mustache: "mustache",
  hbs: "mustache",
  handlebars: "mustache",
  tmpl: "go",
  gotmpl: "go",
  gotpl: "go",
  tpl: "go",
  envsubst: "shell",
  template: "shell",
  in: "at",
  nix: "nix",
};

/** Endings that several languages share: the text has the last word. */
const sharedEndings = new Set(["tmpl", "tpl", "template", "in"]);

/** What only one of the languages has; the first that is found counts. */
const signs: readonly (readonly [sign: RegExp, kind: TemplateKind])[] = [
  [/\{%.*?%\}/s, "jinja"],
  [/<%.*?%>/s, "erb"],
  [/\{\{.*?\}\}/s, "go"],
  [/\$\{\w+[}:]/, "shell"],
  [/@\w+@/, "at"],
];

/**
 * The language of a template by the ending of its name, in either case: `smtpd.conf.j2`. Undefined for any other file.
 * `.tmpl`, `.tpl`, `.template` and `.in` are used by several languages: what stands in the text decides, where it is given.
 */
export function templateKindOf(path: string, text = ""): TemplateKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const kind = Object.hasOwn(kindOfEnding, ending) ? kindOfEnding[ending] : undefined;
  if (!sharedEndings.has(ending)) return kind;
  return signs.find(([sign]) => sign.test(text))?.[1] ?? kind;
}

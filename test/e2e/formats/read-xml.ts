import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

/** Has libxml2 hold a text to a schema of this folder; gives what it says against it. */
export async function faultsOf(text: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "report.xml", contents: text },
    schema: readFileSync(new URL(schema, import.meta.url), "utf8"),
  });
  return errors.map(({ message }) => message);
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** The tree of a text. Throws for what XML 1.0 does not allow. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const innermost = (): OpenElement => open[open.length - 1] as OpenElement;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: OpenElement = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      children: [],
      text: "",
    };
    innermost().children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    innermost().text += piece;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [root] = innermost().children;
  if (root === undefined) throw new Error("there is no element");
  return root;
}

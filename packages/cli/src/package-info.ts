declare const PACKAGE_VERSION: string;
declare const PACKAGE_HOMEPAGE: string;

/** The version in package.json, which the bundler writes in here. */
export const version: string = typeof PACKAGE_VERSION === "undefined" ? "0.0.0" : PACKAGE_VERSION;

/** The `homepage` of package.json, empty while there is none. */
export const homepage: string = typeof PACKAGE_HOMEPAGE === "undefined" ? "" : PACKAGE_HOMEPAGE;

/** The address of the page about a check: below the `homepage` of package.json, null while there is none. */
export function pageOf(code: string, home: string = homepage): string | null {
  if (home === "") return null;
  return `${home.replace(/\/+$/, "")}/checks/${code}`;
}

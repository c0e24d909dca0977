declare const PACKAGE_VERSION: string;

/** The version in package.json, which the bundler writes in here. */
export const version: string = typeof PACKAGE_VERSION === "undefined" ? "0.0.0" : PACKAGE_VERSION;

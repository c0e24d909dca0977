/** The formats that findings can be shown in. */
export const formatNames = ["text", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "unix"] as const;

export type FormatName = (typeof formatNames)[number];

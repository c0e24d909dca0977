/** The formats that findings can be shown in. */
export const formatNames = ["text", "json"] as const;

export type FormatName = (typeof formatNames)[number];

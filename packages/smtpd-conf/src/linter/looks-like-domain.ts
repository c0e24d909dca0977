/** Last labels that are hardly ever the second half of a user name such as `first.last`. */
const lastLabels = new Set(
  `
    com org net edu gov mil int info biz name pro aero coop museum dev app io co me tv cc xyz online site cloud email mail
    arpa test example invalid local localdomain localhost lan internal home intranet corp onion
    ac ae ar at au be bg br ca ch cl cn cz de dk ee es eu fi fr gr hr ie il in ir is it jp kr lt lu lv mx nl no nz pl pt ro
    rs ru se si sk tr tw ua uk us za
  `
    .trim()
    .split(/\s+/),
);

/**
 * Whether a text without `@` was more likely meant as a domain than as a user: it has dots and ends like a domain, or it has
 * a wildcard. A user name such as `first.last` is not taken for one.
 */
export function looksLikeDomain(text: string): boolean {
  if (/^\*?\.[\w-]/.test(text)) return true;
  const labels = text.split(".");
  const last = labels.at(-1)?.toLowerCase() ?? "";
  return labels.length > 1 && labels.every((label) => /^[\w*-]+$/.test(label)) && lastLabels.has(last);
}

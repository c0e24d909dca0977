/**
 * The page that shows a picture. It loads nothing and talks to nobody but the editor: only the script and the style with
 * this nonce count, and the picture comes as an image, in which nothing can run.
 */
export function graphPage(nonce: string): string {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src data:",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Mail flow</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<div id="tools">
  <button id="fit" title="As wide as the panel">Fit</button>
  <button id="smaller" title="Smaller">−</button>
  <button id="larger" title="Larger">+</button>
  <button id="save" title="Save the picture as an SVG file">Save as SVG…</button>
</div>
<p id="problem" role="status" hidden></p>
<div id="paper" hidden><img id="picture" alt="Listeners, filters, rules and actions, and how mail goes through them"></div>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

const style = `
body { margin: 0; padding: 0; height: 100vh; display: flex; flex-direction: column; color: var(--vscode-foreground); }
#tools { display: flex; gap: 4px; padding: 6px 8px; border-bottom: 1px solid var(--vscode-panel-border, transparent); }
#problem { padding: 0 12px; }
button { font: inherit; padding: 2px 9px; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px;
  color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
#paper { flex: 1; overflow: auto; background: #fff; }
img { display: block; }`;

const script = `
const editor = acquireVsCodeApi();
const [paper, picture, problem] = ["paper", "picture", "problem"].map((id) => document.getElementById(id));
let svg = "";
let zoom = editor.getState()?.zoom ?? 0;
function layOut() {
  picture.style.width = (zoom === 0 ? paper.clientWidth : picture.naturalWidth * zoom) + "px";
  editor.setState({ zoom });
}
function scale(factor) {
  zoom = Math.min(4, Math.max(0.2, (zoom || paper.clientWidth / picture.naturalWidth) * factor));
  layOut();
}
function on(id, action) { document.getElementById(id).addEventListener("click", action); }
on("fit", () => { zoom = 0; layOut(); });
on("smaller", () => scale(1 / 1.25));
on("larger", () => scale(1.25));
on("save", () => { if (svg !== "") editor.postMessage({ save: svg }); });
paper.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  scale(event.deltaY < 0 ? 1.1 : 1 / 1.1);
}, { passive: false });
addEventListener("resize", layOut);
picture.addEventListener("load", layOut);
addEventListener("message", ({ data }) => {
  problem.hidden = data.problem === undefined;
  problem.textContent = data.problem ?? "";
  if (data.svg === undefined) return;
  svg = data.svg;
  paper.hidden = false;
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
});
editor.postMessage({});`;

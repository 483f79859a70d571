import * as vscode from 'vscode';

/** A page of ours: what its script and style are called, its title, and the id of the element that the script fills. */
export interface PageKind {
  readonly name: string;
  readonly title: string;
  readonly main: string;
  /** Whether it shows pictures that its script makes of text. No other picture is let in. */
  readonly pictures?: boolean;
}

/** The scripts and the styles of pages, as the build makes them. */
export function resourcesOf(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'out', 'page');
}

/** The empty page, which its script fills. Nothing but that script and that style may be loaded or run in it. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, kind: PageKind): string {
  const { name, title, main, pictures } = kind;
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), each => each.toString(16).padStart(2, '0')).join(
    '',
  );
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(resourcesOf(extension), file)).toString();
  const images = pictures ? '; img-src data:' : '';
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'${images}`;
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(address(`${name}.css`))}">
</head>
<body>
<main id="${main}"></main>
<div id="status" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${escaped(address(`${name}.js`))}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, each => `&#${each.charCodeAt(0)};`);
}

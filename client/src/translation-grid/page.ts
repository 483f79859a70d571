import * as vscode from 'vscode';

/** The script and the style of the page, as the build makes them. */
export function resourcesOf(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'out', 'page');
}

/** The empty page, which its script fills. Nothing but that script and that style may be loaded or run in it. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const nonce = Array.from(bytes, each => each.toString(16).padStart(2, '0')).join('');
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(resourcesOf(extension), name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(vscode.l10n.t('Translation Grid'))}</title>
<link rel="stylesheet" href="${escaped(address('translation-grid.css'))}">
</head>
<body>
<main id="grid"></main>
<div id="status" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${escaped(address('translation-grid.js'))}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, each => `&#${each.charCodeAt(0)};`);
}

import * as vscode from 'vscode';
import { saveAs } from '../export.js';
import type { SavedPicture } from './messages.js';

/** Asks where a figure is to lie, and writes it there. */
export async function savePicture({ figure, format, content }: SavedPicture, folder: vscode.Uri): Promise<void> {
  const name = figure.replace(/[^\p{L}\p{N}_-]/gu, '-');
  const bytes =
    format === 'png' ? Uint8Array.from(atob(content), sign => sign.charCodeAt(0)) : new TextEncoder().encode(content);
  await saveAs(vscode.Uri.joinPath(folder, `${name}.${format}`), format.toUpperCase(), bytes);
}

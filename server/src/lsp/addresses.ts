import { URI } from 'vscode-uri';

/** One spelling for each address, since clients escape characters differently. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder that was asked about last: of one folder each of its files is asked, one after another. */
let last: { readonly root: string; readonly uri: URI; readonly prefix: string } | undefined;

function folderOf(root: string): { readonly uri: URI; readonly prefix: string } {
  if (last?.root !== root) {
    const uri = URI.parse(root);
    last = { root, uri, prefix: `${uri.path.replace(/\/$/, '')}/` };
  }
  return last;
}

/** The address of a file by its path in a folder. */
export function joinAddress(root: string, path: string): string {
  const { uri, prefix } = folderOf(root);
  return uri.with({ path: prefix + path }).toString();
}

/** The path of an address in a folder, with `/`; undefined outside of it, and for the folder itself. */
export function relativePath(root: string, address: string): string | undefined {
  const { uri: folder, prefix } = folderOf(root);
  const file = URI.parse(address);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  return file.path.startsWith(prefix) && file.path.length > prefix.length ? file.path.slice(prefix.length) : undefined;
}

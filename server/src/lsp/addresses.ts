import { URI } from 'vscode-uri';

/** One spelling for each address, since clients escape characters differently. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The address of a file by its path in a folder. */
export function joinAddress(root: string, path: string): string {
  const base = URI.parse(root);
  return base.with({ path: `${base.path.replace(/\/$/, '')}/${path}` }).toString();
}

/** The path of an address in a folder, with `/`; undefined outside of it, and for the folder itself. */
export function relativePath(root: string, address: string): string | undefined {
  const folder = URI.parse(root);
  const file = URI.parse(address);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const prefix = `${folder.path.replace(/\/$/, '')}/`;
  return file.path.startsWith(prefix) && file.path.length > prefix.length ? file.path.slice(prefix.length) : undefined;
}

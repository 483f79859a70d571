import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first day that a ZIP can tell: files carry no time of their own, so that the same report gives the same bytes. */
const never = '1980-01-01T00:00:00';

/** Packs parts in the order given. */
export function packed(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of parts) files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: never, level: 6 });
}

/** The parts of a ZIP that we have made, by path. */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

export const textOfPart = (bytes: Uint8Array): string => strFromU8(bytes);

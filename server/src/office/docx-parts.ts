import { packed, textOfPart, unpacked } from './zip.js';

/**
 * A Word file without what differs from run to run: times, names that were drawn by chance, and people whom the file would
 * name although the review does not say that they wrote it.
 */
export function tidied(bytes: Uint8Array): Uint8Array {
  const parts = unpacked(bytes);
  const made = new Map<string, string | Uint8Array>();
  const ids = new Map<string, string>();
  const pictures = { count: 0 };
  const isText = (path: string): boolean => /\.(?:xml|rels)$/.test(path);
  // Relations are numbered in the order of the parts, and those who refer to them are told.
  const paths = [...parts.keys()].sort(byKind);
  for (const path of paths) {
    const content = parts.get(path)!;
    if (!isText(path)) made.set(path, content);
    else made.set(path, withoutTime(path, withoutChance(textOfPart(content), ids, pictures)));
  }
  return packed(made);
}

/** What Word wants to see first comes first. */
function byKind(a: string, b: string): number {
  const rank = (path: string): number => ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(path);
  const [first, second] = [rank(a), rank(b)].map(each => (each === -1 ? 9 : each)) as [number, number];
  return first - second || (a < b ? -1 : 1);
}

/** Ids that the library draws, 21 letters behind `rId`, and the numbers of pictures, which it counts on from file to file. */
function withoutChance(xml: string, ids: Map<string, string>, pictures: { count: number }): string {
  const numbered = xml.replace(/(<wp:docPr id=")\d+"/g, (_, before: string) => `${before}${++pictures.count}"`);
  return numbered.replace(/"rId([\w-]{21})"/g, (_, drawn: string) => {
    const known = ids.get(drawn) ?? `rIdLink${ids.size + 1}`;
    ids.set(drawn, known);
    return `"${known}"`;
  });
}

function withoutTime(path: string, xml: string): string {
  if (path !== 'docProps/core.xml') return xml;
  return xml.replace(
    /<(dcterms:created|dcterms:modified|dc:creator|cp:lastModifiedBy|cp:revision)\b[^>]*>[^<]*<\/\1>/g,
    '',
  );
}

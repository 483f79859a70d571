/** A line of a page, its place counted in points from the lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Quarter turns against the clock. */
  readonly turns?: number;
}

export interface PdfOptions {
  /** The page labels as the file writes them: `0 << /S /D /St 345 >>`. */
  readonly labels?: string;
  /** Locks it with a password that nobody knows. */
  readonly locked?: boolean;
  /** Packs the pages: `deflateSync`, which is handed in since these PDFs are made in browsers, too. */
  readonly pack?: (bytes: Uint8Array) => Uint8Array;
}

/** Signs beyond ASCII that the pages may have, by their codes in the font and the names of their glyphs. */
const signs: readonly (readonly [sign: string, code: number, glyph: string])[] = [
  ['‘', 0x91, 'quoteleft'],
  ['’', 0x92, 'quoteright'],
  ['“', 0x93, 'quotedblleft'],
  ['”', 0x94, 'quotedblright'],
  ['–', 0x96, 'endash'],
  ['—', 0x97, 'emdash'],
  ['…', 0x85, 'ellipsis'],
  ['ﬁ', 0x81, 'fi'],
  ['ﬂ', 0x8d, 'fl'],
  ['é', 0xe9, 'eacute'],
  ['ö', 0xf6, 'odieresis'],
  ['ß', 0xdf, 'germandbls'],
  ['\u00ad', 0xad, 'hyphen'],
];

/** A small PDF of our own making: pages of lines in one of the fonts that every reader has. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Uint8Array {
  return pdfOfStreams(
    pages.map(lines => {
      const commands = bytesOf(lines.map(commandsOf).join('\n'));
      return options.pack?.(commands) ?? commands;
    }),
    options,
    options.pack !== undefined,
  );
}

/** The same, of the pages' own commands, which may be packed already. */
export function pdfOfStreams(
  pages: readonly Uint8Array[],
  { labels, locked }: PdfOptions = {},
  packed = false,
): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (...parts: readonly (string | Uint8Array)[]): number => objects.push(joined(parts));
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R ${labels ? `/PageLabels << /Nums [${labels}] >>` : ''} >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const differences = signs.map(([, code, glyph]) => `${code} /${glyph}`).join(' ');
  add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ',
    `/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >> >>`,
  );
  for (const page of pages) {
    const number = objects.length + 1;
    add(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ',
      `/Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
    );
    add(`<< /Length ${page.length} ${packed ? '/Filter /FlateDecode' : ''} >>\nstream\n`, page, '\nendstream');
  }
  const secret = `<${'5a'.repeat(32)}>`;
  const lock = locked ? add(`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`) : undefined;
  const parts: (string | Uint8Array)[] = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    const whole = joined([`${index + 1} 0 obj\n`, object, '\nendobj\n']);
    offsets.push(length);
    length += whole.length;
    parts.push(whole);
  }
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`,
    ...offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`),
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [<00> <00>] ${lock ? `/Encrypt ${lock} 0 R` : ''} >>\n`,
    `startxref\n${length}\n%%EOF\n`,
  );
  return joined(parts);
}

/** Lines set one below the other, from the top left corner of a page or of a column. */
export function column(lines: readonly string[], x = 60, top = 780, size = 10): PdfLine[] {
  return lines.map((text, index) => ({ text, x, y: top - index * size * 1.3, size }));
}

/** Words broken into lines of at most so many characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function commandsOf({ text, x, y, size = 10, turns = 0 }: PdfLine): string {
  const [cos, sin] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][turns % 4] ?? [1, 0];
  return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin!} ${cos} ${x} ${y} Tm <${hexOf(text)}> Tj ET`;
}

function hexOf(text: string): string {
  return [...text]
    .map(sign => (signs.find(([each]) => each === sign)?.[1] ?? sign.charCodeAt(0)).toString(16).padStart(2, '0'))
    .join('');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, sign => sign.charCodeAt(0));
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map(part => (typeof part === 'string' ? bytesOf(part) : part));
  const whole = new Uint8Array(bytes.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

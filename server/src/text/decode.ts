/** The encodings that a file of a review is met in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's bytes as text. */
export interface Decoded {
  /** Without a byte-order mark. NUL characters of the file are still in it. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte-order mark stood at the start. */
  readonly bom: boolean;
  /** True when the encoding is a guess that may have got letters wrong, or when bytes could not be read as it. */
  readonly doubtful: boolean;
}

/** How many bytes are looked at for the NUL pattern of UTF-16. */
const SAMPLE = 4096;

/**
 * Turns a file's bytes into text, whatever editor or office program wrote it: UTF-8 (with or without byte-order mark),
 * UTF-16 in both byte orders (by its mark, else by the NULs that it puts beside every Latin letter), and what is
 * neither is read as windows-1252, which never fails but may be another old encoding: hence `doubtful`. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = strictly(bytes.subarray(3), 'utf-8');
    return text === undefined
      ? { text: leniently(bytes.subarray(3), 'utf-8'), encoding: 'utf-8', bom: true, doubtful: true }
      : { text, encoding: 'utf-8', bom: true, doubtful: false };
  }
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', true);
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be', true);
  const pattern = nulPattern(bytes);
  if (pattern) return utf16(bytes, pattern, false);
  const text = strictly(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8', bom: false, doubtful: false };
  return { text: western(bytes), encoding: 'windows-1252', bom: false, doubtful: true };
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): Decoded {
  const text = strictly(bytes, encoding);
  // Without a mark the byte order is a guess from a sample, but one that hardly any other file can bring about.
  if (text !== undefined) return { text, encoding, bom, doubtful: false };
  return { text: leniently(bytes, encoding), encoding, bom, doubtful: true };
}

/** UTF-16 without a mark: NULs in most bytes of one parity and in next to none of the other. */
function nulPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  const pairs = end / 2;
  if (pairs < 2 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd * 2 > pairs && even * 20 < pairs) return 'utf-16le';
  if (even * 2 > pairs && odd * 20 < pairs) return 'utf-16be';
  return undefined;
}

type Unicode = Exclude<Encoding, 'windows-1252'>;

function strictly(bytes: Uint8Array, encoding: Unicode): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function leniently(bytes: Uint8Array, encoding: Unicode): string {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch {
    // A host without this decoder still gives every byte as a character, so that nothing is lost silently.
    return western(bytes);
  }
}

/** The characters of windows-1252 from 0x80 to 0x9f; a byte that it leaves open is the control character it is. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Windows-1252 by hand: Node 20's decoder of that name reads Latin-1, which loses dashes, quotation marks and €. */
function western(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  }
  return parts.join('').replace(/[\u0080-\u009f]/g, character => WESTERN[character.charCodeAt(0) - 0x80]!);
}

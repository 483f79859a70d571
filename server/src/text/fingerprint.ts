/**
 * A number that two different texts share as good as never: 53 bits, by two rounds of the FNV-1a hash with different
 * starts (Fowler, Noll, Vo). For telling whether a text has changed, never for anything that an attacker gains by.
 */
export function fingerprint(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c ^ text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** The same of bytes, which stand for the characters of the same numbers. */
export function fingerprintOf(bytes: Uint8Array): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c ^ bytes.length;
  for (let index = 0; index < bytes.length; index++) {
    const code = bytes[index]!;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

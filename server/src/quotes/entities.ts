import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Characters written by name or number, as in HTML: `&rsquo;`, `&#8217;`, `&#x2019;`. What is none stays as it is. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(entity, decodeEntity) : text;
}

const entity = /&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,30});/g;

/** One of them, from its `&` to its `;`. */
export function decodeEntity(written: string): string {
  const name = written.slice(1, -1);
  if (name[0] !== '#') return decodeNamedCharacterReference(name) || written;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const unpaired = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || unpaired ? '\ufffd' : String.fromCodePoint(code);
}

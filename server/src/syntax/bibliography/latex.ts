/**
 * LaTeX as it is met in bibliographies → Unicode text. Commands that are not known vanish, and what they hold stays:
 * `\emph{self}` is "self". Linear, and no recursion whatever the nesting.
 */

/** Accents by their command, as the combining character that Unicode puts after the letter. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  t: '\u0361',
};

const symbols: Readonly<Record<string, string>> = {
  ss: 'ß',
  SS: 'ẞ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  S: '§',
  P: '¶',
  dag: '†',
  ddag: '‡',
  copyright: '©',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  degree: '°',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquotedbl: '"',
  textquotesingle: "'",
  guillemotleft: '«',
  guillemotright: '»',
  textexclamdown: '¡',
  textquestiondown: '¿',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textbullet: '•',
  textperiodcentered: '·',
  cdot: '·',
  slash: '/',
  times: '×',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  sim: '∼',
  approx: '≈',
  neq: '≠',
  rightarrow: '→',
  infty: '∞',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  chi: 'χ',
  omega: 'ω',
  Delta: 'Δ',
  Omega: 'Ω',
};

/** The letters that lose their dot under an accent: `\'\i` is í. */
const underAccent: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

const special = /[\\{}$~`]|--|''/;
const letter = /[A-Za-z]/;

/** The Unicode text of a LaTeX source, white space collapsed. A source without commands comes back as it is. */
export function latexToText(source: string): string {
  const text = special.test(source) ? decoded(source) : source;
  return text.replace(/\s+/g, ' ').trim();
}

function decoded(source: string): string {
  const { length } = source;
  let text = '';
  let pending = '';
  let mathematics = false;
  let at = 0;

  /** Writes text, its first character under the accents that wait for one. */
  const put = (written: string): void => {
    if (pending === '') {
      text += written;
      return;
    }
    const first = String.fromCodePoint(written.codePointAt(0) ?? 32);
    text += ((underAccent[first] ?? first) + pending).normalize('NFC') + written.slice(first.length);
    pending = '';
  };

  while (at < length) {
    const character = source[at]!;
    if (character === '\\') {
      let end = at + 1;
      while (end < length && letter.test(source[end]!)) end += 1;
      if (end === at + 1) end += 1;
      const command = source.slice(at + 1, end);
      at = end;
      if (Object.hasOwn(accents, command)) {
        // The inner of two accents comes second and stands first: \'{\^e} is e with ^, then with the acute.
        if (pending.length < 8) pending = accents[command]! + pending;
        at = afterSpace(source, at);
      } else if (letter.test(command)) {
        if (Object.hasOwn(symbols, command)) put(symbols[command]!);
        at = afterSpace(source, at);
      } else if (/\s/.test(command) || command === ',' || command === ';' || command === ':' || command === '\\')
        put(' ');
      else if (command !== '/' && command !== '-' && command !== '!' && command !== '') put(command);
    } else if (character === '{') at += 1;
    else if (character === '}') {
      pending = '';
      at += 1;
    } else if (character === '$') {
      mathematics = !mathematics;
      at += 1;
    } else if (mathematics && (character === '^' || character === '_')) at += 1;
    else if (character === '~') {
      put(' ');
      at += 1;
    } else if (character === '-' && source[at + 1] === '-') {
      const long = source[at + 2] === '-';
      put(long ? '—' : '–');
      at += long ? 3 : 2;
    } else if (character === '`') {
      const twice = source[at + 1] === '`';
      put(twice ? '“' : '‘');
      at += twice ? 2 : 1;
    } else if (character === "'" && source[at + 1] === "'") {
      put('”');
      at += 2;
    } else {
      let end = at + 1;
      while (end < length && !stops(source.charCodeAt(end))) end += 1;
      put(source.slice(at, end));
      at = end;
    }
  }
  return text;
}

function afterSpace(source: string, at: number): number {
  let end = at;
  while (end < source.length && /\s/.test(source[end]!)) end += 1;
  return end;
}

/** The characters at which plain text may end: \ { } $ ~ ` ' - ^ _ */
function stops(code: number): boolean {
  return (
    code === 92 ||
    code === 123 ||
    code === 125 ||
    code === 36 ||
    code === 126 ||
    code === 96 ||
    code === 39 ||
    code === 45 ||
    code === 94 ||
    code === 95
  );
}

/** A field that is meant to the letter, such as a DOI or an address: only escapes and brackets go. */
export function latexVerbatim(source: string): string {
  return source.replace(/\\([_%&#$~{}])|[{}]/g, (_, escaped: string | undefined) =>
    escaped === undefined || escaped === '{' || escaped === '}' ? '' : escaped,
  );
}

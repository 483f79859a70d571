/** Numbers written out. English ones are read up to 999; of other languages those that prose writes out, up to twenty. */

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** From zero to twenty. What is also an article (`un`, `eine`) stands nowhere: it counts nothing in most sentences. */
const others: readonly string[] = [
  // German
  'null _ zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  // French
  'zéro _ deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  // Spanish
  'cero _ dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
  // Italian
  'zero _ due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  // Portuguese
  'zero _ dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte',
  // Dutch
  'nul _ twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
];

const small = new Map<string, number>();
for (const list of others) {
  for (const [value, word] of list.split(' ').entries()) if (word !== '_') small.set(word, value);
}
for (const [value, word] of ones.entries()) small.set(word, value);
for (const [value, word] of tens.entries()) if (word !== '') small.set(word, value * 10);

const english = new Set([...ones, ...tens.slice(2)]);

/** The number that some words say, `twenty-one` or `one hundred and five`; undefined where they say none. */
export function numberInWords(words: string): number | undefined {
  const parts = words
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s-]+/);
  const whole = small.get(words.normalize('NFC').toLowerCase());
  if (whole !== undefined) return whole;
  const at = parts.indexOf('hundred');
  if (at < 0) return belowHundred(parts);
  const hundreds = at === 0 ? undefined : at === 1 ? ones.indexOf(parts[0]!) : -1;
  if (hundreds === undefined || hundreds < 1 || hundreds > 9) return undefined;
  const rest = parts.slice(at + 1).filter((word, index) => !(index === 0 && word === 'and'));
  const below = rest.length === 0 ? 0 : belowHundred(rest);
  return below === undefined ? undefined : hundreds * 100 + below;
}

function belowHundred(parts: readonly string[]): number | undefined {
  if (!parts.every(part => english.has(part))) return undefined;
  const [first = '', second] = parts;
  if (parts.length === 1) return small.get(first);
  const ten = tens.indexOf(first);
  const one = ones.indexOf(second ?? '');
  return parts.length === 2 && ten >= 2 && one >= 1 && one <= 9 ? ten * 10 + one : undefined;
}

/** True for a word that an English number can be made of. */
export function isEnglishNumber(word: string): boolean {
  return english.has(word.toLowerCase());
}

/** A number written out in English, from 0 to 999; undefined beyond. */
export function inEnglish(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 999) return undefined;
  if (value < 20) return ones[value];
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 > 0 ? `-${ones[value % 10]}` : ''}`;
  const rest = value % 100;
  return `${ones[Math.floor(value / 100)]} hundred${rest > 0 ? ` and ${inEnglish(rest)}` : ''}`;
}

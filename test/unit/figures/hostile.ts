import fc from 'fast-check';

/** Text that would like to be something else in a picture. */
export const hostileWords = [
  '<img src=x onerror=alert(1)>',
  '</text><script>alert(1)</script>',
  ']]>',
  '<![CDATA[',
  '-->',
  '<!--',
  '&',
  '&amp;',
  '&#60;',
  '"',
  "'",
  '" onload="alert(1)',
  '%s',
  '{0}',
  '$&',
  '\u0000',
  '\u0008',
  '\u202e',
  '\ud800',
  '\udc00',
  '\uffff',
  '\t',
  '\n',
];

const ordinary = [
  'peer',
  'support workers',
  'identity',
  'Überforderung',
  'reframing-identity',
  'roles/boundaries',
  'Donaudampfschifffahrtsgesellschaftskapitänswitwe',
  'идентичность',
  'ταυτότητα',
  '自己認識',
  'هوية',
  '👩🏽‍🌾',
  'n̈',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'iiii',
  ' ',
  '  ',
  '-',
];

/** Labels as reviews have them, and as nobody would wish them. Some are empty. */
export const label: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...ordinary), { maxLength: 12 }).map(words => words.join(' ')) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...hostileWords, ...ordinary), { maxLength: 8 }).map(words => words.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** A number of a box: told or not. */
export const told: fc.Arbitrary<number | null> = fc.option(
  fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 0, max: 999_999_999 })),
);

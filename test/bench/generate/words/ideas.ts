/** Ideas of which themes and constructs are made. */

const doings = [
  ...['bearing', 'carrying', 'claiming', 'concealing', 'defending', 'earning', 'finding', 'guarding', 'keeping'],
  ...['learning', 'losing', 'making', 'naming', 'negotiating', 'owning', 'questioning', 'reading', 'refusing'],
  ...['regaining', 'sharing', 'sustaining', 'testing', 'trading', 'withholding', 'yielding'],
];
const matters = [
  ...['authority', 'belonging', 'blame', 'closeness', 'control', 'credit', 'dignity', 'distance', 'doubt', 'expertise'],
  ...['faith', 'fear', 'futures', 'grief', 'guilt', 'home', 'hope', 'identity', 'independence', 'knowledge', 'loyalty'],
  ...['normality', 'pride', 'privacy', 'recognition', 'respect', 'responsibility', 'risk', 'silence', 'solidarity'],
  ...['stigma', 'strength', 'time', 'trust', 'uncertainty', 'work', 'worth', 'words', 'rest'],
];

/** The idea of a theme in two words, `keeping faith`; different for each number up to about 970. */
export function idea(number: number): { readonly doing: string; readonly matter: string } {
  // A step that shares no factor with the count visits every pair once, far apart from the one before.
  const count = doings.length * matters.length;
  const at = (number * 404 + 17) % count;
  return { doing: doings[at % doings.length] ?? '', matter: matters[Math.floor(at / doings.length)] ?? '' };
}
export const ideas = doings.length * matters.length;

/** Constructs in the order of the line of argument: name, label, and what is meant. */
export const constructIdeas: readonly (readonly [string, string, string])[] = [
  ['broken-script', 'A life whose script is broken', 'What was taken for granted has to be decided every day anew.'],
  ['becoming-fluent', 'Becoming fluent in a body that speaks', 'People learn to read signs that no instrument shows.'],
  ['work-unseen', 'The work that nobody sees', 'Getting through a day takes planning, and its success hides it.'],
  ['borrowed-voice', 'Speaking with a borrowed voice', 'Experience is told in the words that institutions will hear.'],
  ['measured-trust', 'Trust given by measure', 'Trust in helpers is lent for a purpose, watched, and taken back.'],
  ['shared-ground', 'Standing on shared ground', 'Those who have been there need not be told, and can be told.'],
  [
    'gift-and-debt',
    'Help as gift and as debt',
    'What is received asks to be returned, and finds ways of being returned.',
  ],
  ['moral-weather', 'Living under moral weather', 'Praise and blame shift with those who look, and are prepared for.'],
  ['quiet-refusal', 'Refusing without a scene', 'People decline what is offered by forgetting, delaying and smiling.'],
  ['time-remade', 'Time taken apart and remade', 'Calendars of treatment and of family are fitted into one another.'],
  ['places-that-hold', 'Places that hold', 'Rooms, routes and chairs carry what could not be carried in the head.'],
  [
    'expert-by-repetition',
    'Experts by repetition',
    'Skill grows from doing a thing a thousand times without being asked.',
  ],
  ['unequal-cost', 'The unequal cost of coping', 'The same advice is cheap for some, and takes others their work.'],
  ['kin-at-the-edge', 'Kin at the edge of care', 'Families are counted on, and seldom counted in.'],
  ['hope-in-small-coin', 'Hope in small coin', 'Hope is kept alive in amounts that can be lost without ruin.'],
  [
    'a-self-to-hand-on',
    'A self to hand on',
    'What was learnt in illness becomes something to give to those who follow.',
  ],
];

export const scopes = [
  'in dealings with professionals who hold the records',
  'within families that would rather not speak of it',
  'when money or time is short',
  'in the first weeks, before routines have formed',
  'among people who have been through the same',
  'where the law or an employer asks for proof',
  'in public, under the eyes of strangers',
  'when the body and the plan disagree',
  'across languages, and across generations',
  'after treatment has ended and attention with it',
];
export const purposes = [
  'as a way of staying somebody in particular',
  'so that others are spared, or are kept at arm’s length',
  'because the alternative is to be decided for',
  'whether or not it is noticed by those it is for',
  'as something that has to be done again each day',
  'at a price that is seldom named',
  'and what is given up by doing so',
  'with or without the words for it',
];

import { type Random, random } from './random.js';
import * as field from './words/field.js';
import { constructIdeas, idea, ideas } from './words/ideas.js';
import { families, givens } from './words/people.js';

/** What a generated review is made to be. */
export interface Options {
  /** How many studies are included; from 34 up every rule has something to look at. */
  readonly studies: number;
  /** Two reviews of one seed and size are the same to the byte. Default: 1. */
  readonly seed?: number;
  /**
   * Whether the manuscript has generated blocks, still empty: `metasynth update` fills them, and until then they are
   * reported. Default: no.
   */
  readonly blocks?: boolean;
}

export interface Theme {
  readonly name: string;
  readonly label: string;
  /** The names of the constructs that it belongs to. */
  readonly constructs: readonly string[];
  readonly alias: string | undefined;
}

export interface Construct {
  readonly name: string;
  readonly label: string;
  readonly definition: string;
}

export interface Person {
  readonly family: string;
  readonly given: string;
}

export interface StudyPlan {
  readonly number: number;
  readonly key: string;
  readonly authors: readonly Person[];
  readonly year: number;
  readonly country: string;
  readonly discipline: string;
  readonly design: string;
  /** Undefined where the study does not report it. */
  readonly participants: number | undefined;
  readonly themes: readonly Theme[];
  /** Written as a YAML file; the others are Markdown. */
  readonly yaml: boolean;
  readonly crlf: boolean;
  /** Quotes stand in the language of the interview as well. */
  readonly foreign: boolean;
  /** The answers of the two raters to the ten questions, in order, and the settled ones. */
  readonly answers: readonly (readonly [Answer, Answer, Answer])[];
}

export type Answer = 'yes' | "can't tell" | 'no';

export interface Work {
  readonly key: string;
  readonly authors: readonly Person[];
  readonly year: number;
}

/** A review before it is written down. */
export interface Plan {
  readonly options: Required<Options>;
  readonly constructs: readonly Construct[];
  readonly themes: readonly Theme[];
  readonly studies: readonly StudyPlan[];
  readonly background: readonly Work[];
}

export function planOf({ studies, seed = 1, blocks = false }: Options): Plan {
  const constructs = constructIdeas
    .slice(0, Math.min(constructIdeas.length, 4 + Math.floor(Math.sqrt(studies) / 6)))
    .map(([name, label, definition]) => ({ name, label, definition }));
  const themes = themesOf(Math.min(ideas, Math.round(4.5 * Math.sqrt(studies))), constructs, random(seed, 1));
  const keys = new Keys();
  const backgrounds = random(seed, 2);
  const background = Array.from({ length: Math.min(40, 6 + Math.floor(Math.sqrt(studies) / 3)) }, () =>
    workOf(keys, backgrounds, 1963, 1999),
  );
  return {
    options: { studies, seed, blocks },
    constructs,
    themes,
    studies: Array.from({ length: studies }, (_, number) => studyOf(number, keys, themes, random(seed, 1000 + number))),
    background,
  };
}

function themesOf(count: number, constructs: readonly Construct[], draw: Random): Theme[] {
  return Array.from({ length: count }, (_, number) => {
    const { doing, matter } = idea(number);
    const own = constructs[number % constructs.length];
    // Themes are of two constructs now and then, as the format allows.
    const other = draw.chance(0.1) ? draw.pick(constructs) : own;
    const label = `${doing.charAt(0).toUpperCase()}${doing.slice(1)} ${matter}`;
    return {
      name: number % 20 === 19 ? `everyday/${doing}-${matter}` : `${doing}-${matter}`,
      label,
      constructs: [...new Set([own, other])].flatMap(construct => construct?.name ?? []),
      alias: number % 3 === 0 ? `${matter}-work-${doing}` : undefined,
    };
  });
}

function studyOf(number: number, keys: Keys, themes: readonly Theme[], draw: Random): StudyPlan {
  const work = workOf(keys, draw, 1994, 2024);
  return {
    number,
    ...work,
    country: draw.pick(field.countries),
    discipline: draw.pick(field.disciplines),
    design: draw.pick(field.designs),
    participants: draw.chance(0.02) ? undefined : draw.whole(4, 48),
    themes: carried(number, themes, draw),
    yaml: number % 10 === 4,
    crlf: number % 10 === 7,
    foreign: number % 8 === 3,
    answers: Array.from({ length: 10 }, () => answersOf(draw)),
  };
}

/** Every theme is carried by some study, whatever chance says: one theme of each study goes round. */
function carried(number: number, themes: readonly Theme[], draw: Random): Theme[] {
  const chosen = new Set([number % themes.length, (number * 7 + 3) % themes.length]);
  const count = draw.whole(4, 7);
  while (chosen.size < Math.min(count, themes.length)) chosen.add(Math.floor(draw.next() ** 1.4 * themes.length));
  return [...chosen].flatMap(index => themes[index] ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function answersOf(draw: Random): readonly [Answer, Answer, Answer] {
  const first = answerOf(draw);
  const second = draw.chance(0.12) ? answerOf(draw) : first;
  return [first, second, first === second || draw.chance(0.5) ? first : second];
}

function answerOf(draw: Random): Answer {
  const lot = draw.next();
  return lot < 0.78 ? 'yes' : lot < 0.92 ? "can't tell" : 'no';
}

function workOf(keys: Keys, draw: Random, from: number, to: number): Work {
  const authors = Array.from({ length: draw.whole(1, 4) }, () => ({
    family: draw.pick(families),
    given: draw.pick(givens),
  }));
  const year = draw.whole(from, to);
  return { key: keys.take(authors[0]?.family ?? '', year), authors, year };
}

/** Citation keys as reference managers make them: `okafor2013`, `okafor2013b`. */
class Keys {
  private readonly taken = new Map<string, number>();

  take(family: string, year: number): string {
    const plain = family
      .replaceAll('Ö', 'Oe')
      .replaceAll('ø', 'o')
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
    const base = `${plain}${year}`;
    const before = this.taken.get(base) ?? 0;
    this.taken.set(base, before + 1);
    return before === 0 ? base : `${base}${String.fromCharCode(97 + before)}`;
  }
}

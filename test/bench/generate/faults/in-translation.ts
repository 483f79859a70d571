import type { Mark } from './draft.js';
import type { Kind } from './kind.js';

const path = 'translation.yaml';

/** A translation in which much goes wrong at once, as a review has one file for it. */
export const inTranslation: readonly Kind[] = [
  {
    name: 'a translation with slips',
    hushed: true,
    plant: draft => {
      const [construct] = draft.plan.constructs;
      const study = draft.study(each => each.themes.length > 0);
      const own = study?.themes[0];
      const other = draft.plan.themes.find(each => !study?.themes.includes(each));
      if (!construct || !study || !own || !other || !draft.claim(path)) return undefined;
      const lines: string[] = [];
      const marks: Mark[] = [];
      const write = (text: string, ...codes: string[]): void => {
        // Of a file that a fault adds, a line is known by its number.
        for (const code of codes) marks.push({ code, path, line: { text: String(lines.length) } });
        lines.push(text);
      };
      const cell = (relation: string, themes: string, codes: { readonly [field: string]: string } = {}): void => {
        write(`  - construct: ${construct.name}`);
        write(`    study: ${study.key}`, ...(codes.study ? [codes.study] : []));
        if (themes !== '') write(`    themes: [${themes}]`, ...(codes.themes ? [codes.themes] : []));
        write(`    relation: ${relation}`, ...(codes.relation ? [codes.relation] : []));
      };
      write('reading-order:');
      write(`  - ${study.key}`);
      write('  - nobody-of-this-name-1801', 'translation.order-unknown');
      write(`  - ${study.key}`, 'translation.order-twice', 'translation.order-incomplete');
      write('cells:');
      cell('refutational', `${own.name}, ${other.name}`, {
        themes: 'translation.theme-not-carried',
        relation: 'translation.refutation-unexplained',
      });
      cell('absent', own.name, {
        study: 'translation.duplicate-cell',
        relation: 'translation.absent-with-themes',
      });
      draft.add(path, `${lines.join('\n')}\n`);
      return marks;
    },
  },
];

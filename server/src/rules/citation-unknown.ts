import * as l10n from '@vscode/l10n';
import type { PlacedSection, Review } from '../review/model.js';
import type { CitingSentence } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { Notice, Rule } from './rule.js';

export const citationUnknown: Rule = {
  code: 'citation.unknown',
  severity: 'error',
  soughtIn: ['bibliography'],
  title: 'A citation of a work that is not there',
  why: 'Neither the studies nor the bibliography have this key: the evidence that it stands for is lost, and nothing can be printed.',
  mend: 'Take the key that was meant, or add the work to the bibliography.',
  example: {
    wrong: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@«gilard2013»; @moran2012].
`,
    right: `
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].
`,
  },
  message: ({ key, near, name, number }) =>
    number !== undefined
      ? l10n.t('No work of the bibliography has the number {0}.', number)
      : near === ''
        ? l10n.t('Nothing has the key "{0}": neither an included study nor a work of the bibliography.', key ?? '')
        : l10n.t('Nothing has the key "{0}". Did you mean "{1}" ({2})?', key ?? '', near ?? '', name ?? ''),
  judge: {
    *section(section, review) {
      const { file, chunk, facts } = section;
      for (const sentence of facts.sentences) {
        for (const citation of sentence.citations) {
          if (nameOf(review, citation.key) !== undefined) continue;
          // Without a bibliography every work would be unknown; its absence is told once, by another rule.
          if (!review.has('bibliography')) return;
          const id = review.near('key', citation.name)[0] ?? '';
          const near = keyOf(review, id);
          // A bare @name that resembles no key is more likely a person on a website than a citation.
          if (!citation.bracketed && near === '') continue;
          yield {
            site: { file, chunk, at: citation.at },
            data: { key: citation.name, near, name: nameOf(review, id) ?? '' },
            about: aboutKey(id),
          };
        }
        yield* unknownNumbers(section, sentence, review);
      }
    },
    *review(review) {
      if (!review.has('bibliography')) return;
      for (const told of review.settings.background) {
        if (review.works.has(foldId(told.value))) continue;
        const [id = ''] = review.near('work', told.value);
        const data = { key: told.value, near: keyOf(review, id), name: nameOf(review, id) ?? '' };
        yield { site: { ...review.settingsSite, at: told.at }, data };
      }
    },
  },
};

/** Numbers that no work has, in groups that are citations: those of which a work has at least one. One place is told once. */
function* unknownNumbers({ file, chunk }: PlacedSection, sentence: CitingSentence, review: Review): Iterable<Notice> {
  for (const group of sentence.numbered) {
    const unknown = group.filter(({ number }) => review.numbered(number) === undefined);
    if (unknown.length === group.length) continue;
    for (const { at, number } of unknown) {
      const here = unknown.filter(each => each.at.line === at.line && each.at.character === at.character);
      if (here[0]?.number !== number) continue;
      const numbers = here.map(each => each.number).join(', ');
      yield { site: { file, chunk, at }, data: { key: numbers, near: '', name: '', number: numbers } };
    }
  }
}

function nameOf(review: Review, id: string): string | undefined {
  return review.studyById.get(id)?.name ?? review.works.get(id)?.name;
}

function aboutKey(id: string): NonNullable<Notice['about']> {
  if (id === '') return [];
  return [
    { kind: 'study', id },
    { kind: 'work', id },
  ];
}

/** A key with its capitals, which printing depends on. */
function keyOf(review: Review, id: string): string {
  return review.works.get(id)?.facts.key ?? review.studyById.get(id)?.facts.key ?? '';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReviewIndex } from '../../../server/src/review/index/review-index.js';
import { kindOf, reviewFile } from '../../../server/src/review/paths.js';
import { exampleReview } from '../../../server/src/rules/example.js';
import { rules } from '../../../server/src/rules/index.js';
import { judge, type Severities } from '../../../server/src/rules/judge.js';
import { Judgement } from '../../../server/src/rules/judgement.js';
import { Memory } from '../../../server/src/syntax/chunks/memory.js';
import type { FileFacts, Settings } from '../../../server/src/syntax/facts.js';
import { packFile } from '../../../server/src/syntax/packed/packed-chunk.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { defaultSettings } from '../../../server/src/syntax/read-review.js';
import { factsOf } from '../support/review.js';
import { dump } from './dump.js';
import { apply, type Edit, edit } from './edits.js';

/** Rules that rest are asked for here. */
const loud: Severities = Object.fromEntries(
  rules.filter(rule => rule.off || rule.final).map(rule => [rule.code, rule.severity]),
);

/** A review that is kept up to date edit by edit, as the workspace of a server does it. */
class Kept {
  readonly index: ReviewIndex;
  readonly judgement: Judgement;
  private kinds = new Map<string, string>();
  private readonly shown = new Map<string, string>();
  /** Half of the files are open in an editor, so that what is read again is read chunk by chunk. */
  private readonly known = new Map<string, FileFacts>();
  private readonly memories = new Map<string, Memory>();

  constructor(files: ReadonlyMap<string, string>) {
    // What is not open is kept packed.
    const facts = factsOf(files).map(packFile);
    this.index = new ReviewIndex(facts.map(each => [each.path, each]));
    this.kinds = new Map(facts.map(each => [each.path, each.kind]));
    this.judgement = new Judgement(this.index);
    for (const each of facts) this.known.set(each.path, each);
    this.judgement.update(loud, true);
    this.follow();
  }

  take(files: ReadonlyMap<string, string>, changed: ReadonlyMap<string, string | undefined>): void {
    const settings = settingsIn(files);
    const paths = new Set(changed.keys());
    // What a file is to the review may have changed with metasynth.yaml.
    if (paths.has(reviewFile)) {
      for (const path of new Set([...files.keys(), ...this.kinds.keys()])) {
        if (kindOf(path, settings) !== this.kinds.get(path)) paths.add(path);
      }
    }
    const changes = [...paths].map((path): [string, FileFacts | undefined] => {
      const text = files.get(path);
      const kind = text === undefined ? undefined : kindOf(path, settings);
      if (kind) this.kinds.set(path, kind);
      else this.kinds.delete(path);
      if (!kind || text === undefined) {
        this.memories.delete(path);
        return [path, undefined];
      }
      if (path.length % 2 === 1) return [path, packFile(readFacts(path, kind, text))];
      const memory = this.memories.get(path) ?? new Memory(this.known.get(path));
      this.memories.set(path, memory);
      const facts = readFacts(path, kind, text, memory);
      this.known.set(path, facts);
      return [path, facts];
    });
    this.index.apply(changes);
    this.judgement.update(loud, true);
    this.follow();
  }

  /** What somebody knows who is told of changed files alone. */
  told(): string {
    return [...this.shown.keys()]
      .sort()
      .map(path => this.shown.get(path))
      .join('');
  }

  private follow(): void {
    for (const path of this.judgement.takeChangedPaths()) {
      const words = this.judgement.of(path);
      if (words.length === 0) this.shown.delete(path);
      else this.shown.set(path, words.map(each => `${JSON.stringify(each)}\n`).join(''));
    }
  }
}

function settingsIn(files: ReadonlyMap<string, string>): Settings {
  const text = files.get(reviewFile);
  const facts = text === undefined ? undefined : readFacts(reviewFile, 'review', text).chunks[0]?.facts;
  return facts?.kind === 'review' ? facts.settings : defaultSettings();
}

function example(): Map<string, string> {
  return new Map(exampleReview('').map(({ path, text }) => [path, text]));
}

/** The small review with a numbered bibliography. */
function numbered(): Map<string, string> {
  return example()
    .set(
      'references.bib',
      `@article{gillard2013, author = {Gillard and others}, year = 2013, citation-number = {1}}
@article{moran2012, author = {Moran and others}, year = 2012, citation-number = {2}}
@book{mead1934, author = {Mead, George}, year = 1934, citation-number = {12}}
@article{3, author = {Walker, Ann}, year = 2013}
`,
    )
    .set(
      'synthesis.md',
      `## Reframing of identity

Helping others feels worthwhile [1,2]. In two of the studies it does not [1; but see 2].

### Challenges

Networks eased isolation [1–3]. <!-- finding: isolation --> Theory has it so [12].
`,
    );
}

function sample(name: string): Map<string, string> {
  const root = join(import.meta.dirname, '..', '..', '..', 'samples', name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => /\.(md|yaml|bib)$/.test(path));
  return new Map(files.map(path => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]));
}

/** A final meta-ethnography with most cells of its translation, which disagrees with the codebook and the text here and there. */
function translated(): Map<string, string> {
  const texts = new Map(
    exampleReview(`=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, aliases: [contributing], definition: Repaying help, construct: worth}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew, aliases: [self], order: 1}
  worth: {label: Being of use, definition: Counting for something, order: 2}
=== translation.yaml ===
reading-order: [moran2012, nobody, moran2012]
cells:
  - construct: identity
    study: moran2012
    themes: [boundaries, contributing]
    relation: refutational
  - construct: self
    study: gillard2013
    themes: [boundaries]
    relation: reciprocal
  - {construct: worth, study: moran2012, themes: [giving-back], relation: absent}
  - {construct: identity, study: gillard2013}
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@moran2012; but see @gillard2013].
`).map(({ path, text }) => [path, text]),
  );
  const settings = texts.get('metasynth.yaml') ?? '';
  return texts.set(
    'metasynth.yaml',
    settings.replace('qualitative-metasynthesis', 'meta-ethnography').replace('draft', 'final'),
  );
}

/** Studies in columns, and numbers of them that disagree together, so that one cell more or less is told otherwise. */
function counted(): Map<string, string> {
  const countries = ['UK', 'UK', 'UK', 'Peru', 'Mali', 'Mali'];
  const studies = countries.map(
    (country, index) =>
      `=== studies/s${index}.md ===\n---\ncountry: ${country}\nfield: ${index % 2 === 0 ? 'UK' : 'Peru'}\n---\n`,
  );
  return new Map(
    exampleReview(`${studies.join('')}=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}, field: {type: set}}
groups: {south: {country: [Peru, Mali]}}
=== synthesis.md ===
# Studies

In 2<!-- = studies where country:UK --> studies, in 2<!-- = studies where country:Peru --> others, in 4<!-- = studies where group:south -->.

Then 2<!-- = studies where field:UK --> and 4<!-- = studies where field:Peru AND NOT country:Mali | = studies where field:(Peru only) -->.
`).map(({ path, text }) => [path, text]),
  );
}

/** After each edit, what was kept up to date says what a review read from scratch says. */
function holds(start: ReadonlyMap<string, string>, edits: readonly Edit[]): void {
  const files = new Map(start);
  const kept = new Kept(files);
  const past: Map<string, string>[] = [];
  for (const each of edits) {
    let changed: Map<string, string | undefined>;
    if (each.do === 'undo') {
      const before = past.pop();
      if (!before) continue;
      changed = new Map(
        [...new Set([...files.keys(), ...before.keys()])].flatMap(path =>
          files.get(path) === before.get(path) ? [] : [[path, before.get(path)] as const],
        ),
      );
      files.clear();
      for (const [path, text] of before) files.set(path, text);
    } else {
      past.push(new Map(files));
      changed = apply(files, each);
    }
    if (changed.size === 0) continue;
    kept.take(files, changed);
    const scratch = new ReviewIndex(factsOf(files).map(facts => [facts.path, facts]));
    expect(dump(kept.index)).toBe(dump(scratch));
    const said = judge(scratch, loud)
      .map(diagnosis => `${JSON.stringify(diagnosis)}\n`)
      .join('');
    expect(
      kept.judgement
        .all()
        .map(diagnosis => `${JSON.stringify(diagnosis)}\n`)
        .join(''),
    ).toBe(said);
    expect(kept.told()).toBe(said);
  }
}

describe('a review that is kept up to date equals one that is read from scratch, after every edit', () => {
  test('of the small review of the rules’ examples', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), edits => holds(example(), edits)),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
    );
  });

  test('of a review whose manuscript cites by number', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), edits => holds(numbered(), edits)),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
    );
  });

  test('of the fictional sample, which uses every part of the format', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 15 }), edits => holds(sample('worked-example'), edits)),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 20) },
    );
  });

  test('of a translation of the studies', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), edits => holds(translated(), edits)),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
    );
  });

  test('of numbers that disagree together', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), edits => holds(counted(), edits)),
      { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
    );
  });
});

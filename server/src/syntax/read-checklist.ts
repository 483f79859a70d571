import { cantTell, no, notApplicable, unclear, yes } from '../standards/answers.js';
import {
  type AnswerId,
  type Checklist,
  type ChecklistAnswer,
  type ChecklistItem,
  foldAnswer,
} from '../standards/checklist.js';
import { Lines } from '../text/lines.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { ChecklistFacts, Chunk } from './facts.js';
import { Notes } from './notes.js';
import { readBands } from './read-counting.js';
import { asList, entry } from './yaml/access.js';
import type { Located, LocatedEntry } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Answers whose meaning is known, so that totals and filters understand them. */
const known: readonly ChecklistAnswer[] = [yes, no, cantTell, unclear, notApplicable];

/** A checklist of hundreds of questions is none that people have answered study by study. */
const mostItems = 200;

/** Reads a checklist of the review's own. One without a question that can be read is no checklist. */
export function readChecklist(text: string): Chunk<ChecklistFacts> {
  const notes = new Notes(new Lines(text), 0, 0);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('checklist') });
  notes.take(problems);
  notes.take(validate(root, 'checklist'));
  const value = (name: string): Located | undefined => (root?.kind === 'map' ? entry(root, name)?.value : undefined);
  const listed = value('items');
  const items =
    listed?.kind === 'map' ? listed.entries.slice(0, mostItems).flatMap(each => readItem(each, notes) ?? []) : [];
  const title = notes.told(value('title'))?.value;
  const checklist: Checklist | undefined =
    items.length === 0
      ? undefined
      : {
          id: 'own',
          names: [],
          title: title ?? '',
          version: notes.told(value('version'))?.value ?? '',
          link: notes.told(value('link'))?.value ?? '',
          items: items.sort((a, b) => a.number - b.number),
          answers: readAnswers(value('answers'), notes),
        };
  return notes.chunk<ChecklistFacts>({
    kind: 'checklist',
    checklist,
    bands: readBands(value('bands'), notes),
    at: notes.place(root?.kind === 'map' && root.entries[0] ? root.entries[0].keyAt : [0, 0]),
  });
}

/** A question is told by its number; what stands under another key is none, which the definition of the format tells. */
function readItem({ key, value }: LocatedEntry, notes: Notes): ChecklistItem | undefined {
  if (!/^\d{1,3}$/.test(key.trim())) return undefined;
  const number = Number(key);
  if (value.kind === 'scalar') {
    const label = notes.told(value)?.value;
    return label === undefined ? undefined : { number, label, question: label, lookFor: [] };
  }
  if (value.kind !== 'map') return undefined;
  const of = (name: string): string | undefined => notes.told(entry(value, name)?.value)?.value.trim();
  const label = of('label') ?? of('question');
  if (label === undefined) return undefined;
  return {
    number,
    label,
    question: of('question') ?? label,
    lookFor: notes.toldList(entry(value, 'look-for')?.value).map(told => told.value),
    ...(/^(?:yes|true|y|on)$/i.test(of('screening') ?? '') && { screening: true }),
  };
}

/** Answers as they are written; those of the known checklists are understood, by any of their spellings. */
function readAnswers(value: Located | undefined, notes: Notes): readonly ChecklistAnswer[] {
  const written = value ? asList(value).flatMap(item => notes.told(item)?.value.trim() ?? []) : [];
  const answers = written.map((label): ChecklistAnswer => {
    const folded = foldAnswer(label);
    const same = known.find(each => foldAnswer(each.label) === folded || each.also.includes(folded));
    return same ? { ...same, label: capitalised(label) } : { id: idOf(label), label: capitalised(label), also: [] };
  });
  const unique = answers.filter((each, index) => answers.findIndex(other => other.id === each.id) === index);
  return unique.length > 0 ? unique : [yes, cantTell, no];
}

function idOf(label: string): AnswerId {
  return (
    foldAnswer(label)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || label
  );
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

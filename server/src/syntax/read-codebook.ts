import { Lines } from '../text/lines.js';
import { foldId } from '../text/words.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { ArgumentFacts, Chunk, CodebookFacts, ConstructFacts, FileFacts, ThemeFacts } from './facts.js';
import { isFilled, kept, Notes } from './notes.js';
import { entry } from './yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Reads the codebook: themes, constructs and the line of argument, each entry a chunk of its own. */
export function readCodebook(text: string): FileFacts['chunks'] {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('codebook') });
  const file = new Notes(lines, 0, 0);
  file.take(problems);
  file.take(validate(root, 'codebook'));
  if (root?.kind !== 'map') return [file.chunk({ kind: 'codebook' })];

  const chunk = (span: readonly [number, number]): Notes => new Notes(lines, 0, lines.positionAt(span[0]).line);
  const themes = entry(root, 'themes');
  const constructs = entry(root, 'constructs');
  const head: CodebookFacts = {
    kind: 'codebook',
    ...(themes && { themesAt: file.place(themes.keyAt) }),
    ...(constructs && { constructsAt: file.place(constructs.keyAt) }),
  };
  const argument = entry(root, 'argument')?.value;
  return [
    file.chunk(head),
    ...entriesOf(themes?.value).map(each => theme(each, chunk(each.keyAt))),
    ...entriesOf(constructs?.value).map(each => construct(each, chunk(each.keyAt))),
    ...(argument?.kind === 'list' ? argument.items : []).map(item => step(item, chunk(item.at))),
  ];
}

function entriesOf(value: Located | undefined): readonly LocatedEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

function mapOf(value: Located): LocatedMap | undefined {
  return value.kind === 'map' ? value : undefined;
}

function valueIn(map: LocatedMap | undefined, key: string): Located | undefined {
  return map && entry(map, key)?.value;
}

/** What themes and constructs share. A scalar instead of a map is taken for the label: `boundaries: Boundaries`. */
function named(each: LocatedEntry, kind: 'theme' | 'construct', notes: Notes) {
  notes.use(kind, 'defines', each.key, each.keyAt);
  const map = mapOf(each.value);
  const label = notes.told(valueIn(map, 'label')) ?? notes.told(each.value);
  const definition = notes.told(valueIn(map, 'definition'));
  return {
    id: foldId(each.key),
    name: kept(each.key),
    at: notes.place(each.keyAt),
    ...(label && { label }),
    ...(definition && { definition }),
    aliases: notes.named(kind, 'alias', valueIn(map, 'aliases')),
  };
}

function theme(each: LocatedEntry, notes: Notes): Chunk<ThemeFacts> {
  const common = named(each, 'theme', notes);
  const constructs = notes.named('construct', 'maps-to', valueIn(mapOf(each.value), 'construct'));
  return notes.chunk({ kind: 'theme', ...common, constructs });
}

function construct(each: LocatedEntry, notes: Notes): Chunk<ConstructFacts> {
  const common = named(each, 'construct', notes);
  const map = mapOf(each.value);
  const order = Number(notes.told(valueIn(map, 'order'))?.value);
  const targets = valueIn(map, 'leads-to');
  const leadsTo =
    targets?.kind === 'map'
      ? targets.entries.map(target => {
          notes.use('construct', 'leads-to', target.key, target.keyAt);
          const how = isFilled(target.value) ? kept(target.value.value) : '';
          return { to: { value: kept(target.key), at: notes.place(target.keyAt) }, how };
        })
      : notes.named('construct', 'leads-to', targets).map(to => ({ to, how: '' }));
  return notes.chunk({
    kind: 'construct',
    ...common,
    ...(Number.isInteger(order) && order > 0 && { order }),
    leadsTo,
  });
}

function step(item: Located, notes: Notes): Chunk<ArgumentFacts> {
  const map = mapOf(item);
  const says = notes.told(valueIn(map, 'says')) ?? notes.told(item);
  return notes.chunk({
    kind: 'argument',
    says: says?.value ?? '',
    at: says?.at ?? notes.place(item.at),
    restsOn: notes.named('construct', 'rests-on', valueIn(map, 'rests-on')),
    answers: notes.named('finding', 'answers', valueIn(map, 'answers')),
  });
}

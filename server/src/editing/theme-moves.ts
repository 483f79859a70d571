import * as l10n from '@vscode/l10n';
import type { FileKind } from '../syntax/facts.js';
import { scanMarkdown } from '../syntax/markdown/scan.js';
import type { Path } from '../syntax/yaml/access.js';
import { asList, child, entriesOf } from '../syntax/yaml/access.js';
import { foldId } from '../text/words.js';
import { type Moving, moveIn } from './carrying.js';
import { type Draft, done, type Outcome, type Piece, refused } from './pieces.js';
import { isMarkdown, placesIn, sourceOf } from './places.js';
import { tried } from './yaml-edits.js';
import type { YamlSource } from './yaml-source.js';
import { changedAt } from './yaml-tree.js';

/** What moving a theme has changed in one file. */
export interface MovedTheme {
  /** The entries of lists, with the wording that each has now. */
  readonly wordings: readonly string[];
  /** Tags, of passages in Markdown and of findings in YAML. */
  readonly tags: number;
  /** Filters. */
  readonly mentions: number;
}

/** No list has more entries of one theme than this. */
const mostRounds = 50;

/** Moves a theme over into another wherever a file lists it, tags with it or filters by it. The codebook is not meant. */
export function moveTheme(draft: Draft, kind: FileKind, moving: Moving): Outcome<MovedTheme> {
  const wordings: string[] = [];
  let tags = 0;
  for (let round = 0; round < mostRounds; round++) {
    const source = sourceOf(draft.path, kind, draft.text);
    const lists = source ? listsOf(kind, source) : [];
    const step = source && moveOnce(source, lists, moving);
    if (!step) break;
    if (!step.ok) return refused(cannot(draft.path));
    draft.edit(step.value.pieces);
    // A finding's list is its tags; what the study carries counts by itself.
    if (round === 0) {
      wordings.push(...step.value.wordings);
      tags += step.value.tags;
    }
  }
  if (kind === 'study' && isMarkdown(draft.path)) {
    const pieces = retagged(draft.text, moving);
    tags += pieces.length;
    draft.edit(pieces);
  }
  // Filters stand in these alone.
  const mentions = kind === 'manuscript' || kind === 'review' ? mentionsOf(draft, kind, moving) : [];
  draft.edit(mentions);
  const left = placesIn(draft.path, kind, draft.text).some(
    ({ kind: symbol, id, role }) => symbol === 'theme' && role !== 'alias' && moving.from.has(id),
  );
  if (left) return refused(cannot(draft.path));
  return done({ wordings, tags, mentions: mentions.length });
}

function cannot(path: string): string {
  return l10n.t('{0} is written in a way that cannot be changed safely. Change it by hand.', path);
}

interface ThemeList {
  readonly path: Path;
  /** True for the lists that hold wordings of a study's authors. */
  readonly carries: boolean;
}

/** The lists of themes in a file. */
function listsOf(kind: FileKind, { root }: YamlSource): ThemeList[] {
  if (kind === 'study') {
    const findings = child(root, 'findings');
    const count = findings?.kind === 'list' ? findings.items.length : 0;
    return [
      { path: ['themes'], carries: true },
      ...Array.from({ length: count }, (_, index) => ({ path: ['findings', index, 'themes'], carries: false })),
    ];
  }
  if (kind === 'coding') return entriesOf(root).map(({ key }) => ({ path: [key], carries: false }));
  if (kind === 'translation') {
    const cells = child(root, 'cells');
    if (cells?.kind === 'map') return [{ path: ['cells', 'themes'], carries: false }];
    return asList(cells).map((_, index) => ({ path: ['cells', index, 'themes'], carries: false }));
  }
  return [];
}

interface Step {
  readonly pieces: readonly Piece[];
  readonly wordings: readonly string[];
  readonly tags: number;
}

/** Moves one entry of each list that has one to move, all in one; undefined when there is none left. */
function moveOnce(source: YamlSource, lists: readonly ThemeList[], moving: Moving): Outcome<Step> | undefined {
  const { labels: _, ...silently } = moving;
  const moves = lists.flatMap(list => {
    const moved = moveIn(source, list.path, list.carries ? moving : silently);
    return moved === undefined ? [] : [{ list, moved }];
  });
  if (moves.length === 0) return undefined;
  const wordings: string[] = [];
  const pieces: Piece[] = [];
  for (const { list, moved } of moves) {
    if (moved === 'stuck') return refused('');
    pieces.push(...moved.pieces);
    if (list.carries) wordings.push(moved.wording);
  }
  const outcome = tried(source, pieces, tree => {
    let changed: typeof tree | undefined = tree;
    for (const { moved } of moves) {
      if (moved === 'stuck' || changed === undefined) return undefined;
      changed = changedAt(changed, moved.path, () => moved.tree);
    }
    return changed;
  });
  if (!outcome.ok) return outcome;
  const tags = moves.filter(({ list }) => list.path[0] === 'findings').length;
  return done({ pieces: outcome.value, wordings, tags });
}

/** The tags of a study with the new name; a passage that has it already loses the other tag. */
function retagged(text: string, moving: Moving): Piece[] {
  const pieces: Piece[] = [];
  for (const { blocks } of scanMarkdown(text).sections) {
    for (const { tags } of blocks) {
      let has = tags.some(({ name }) => moving.into.has(foldId(name)));
      for (const { name, at } of tags) {
        if (!moving.from.has(foldId(name))) continue;
        pieces.push(has ? { span: withSpace(text, at[0] - 1, at[1]), text: '' } : { span: at, text: moving.to });
        has = true;
      }
    }
  }
  return pieces;
}

/** A tag with the white space that parts it from its neighbour; with its line where it stands there alone. */
function withSpace(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const lineEnd = /[\n\r]|$/.exec(text.slice(end))!.index + end;
  if (!/^[\s>]*$/.test(text.slice(lineStart, start))) return [from, end];
  if (text.slice(end, lineEnd).trim() === '') {
    const breakStart = lineStart - (text.slice(0, lineStart).endsWith('\r\n') ? 2 : 1);
    return [Math.max(0, breakStart), lineEnd];
  }
  let to = end;
  while (/[ \t]/.test(text[to] ?? '')) to++;
  return [start, to];
}

function mentionsOf(draft: Draft, kind: FileKind, moving: Moving): Piece[] {
  return placesIn(draft.path, kind, draft.text).flatMap(place => {
    if (place.kind !== 'theme' || place.role !== 'mentions' || !moving.from.has(place.id)) return [];
    const text = place.write(moving.to);
    return text === undefined ? [] : [{ span: place.whole, text }];
  });
}

import type { TextEdit } from '../editing/change.js';
import { commentsOf } from '../editing/yaml-comments.js';
import type { Review } from '../review/model.js';
import type { Located } from '../syntax/yaml/located.js';
import { toPlain } from '../syntax/yaml/plain.js';
import { Lines } from '../text/lines.js';
import { tidyLines } from './formatting-lines.js';
import { type Replacement, reordered } from './formatting-order.js';
import type { LineRange } from './tokens-token.js';
import { type YamlPart, yamlPart } from './yaml-part.js';

/** What an editor may wish. Everything else about the layout is the format's. */
export interface FormattingWishes {
  /** False leaves a file without a line break at its end as it is. */
  readonly insertFinalNewline?: boolean;
}

/** Kinds of files whose YAML is laid out; in a Markdown file that is its head alone, never prose. */
const formatted: ReadonlySet<string> = new Set([
  'review',
  'study',
  'codebook',
  'rater',
  'coding',
  'translation',
  'confidence',
  'checklist',
]);

/** Before and behind what a study's characteristics say, in the order in which a study tells of itself. */
const first = ['key', 'cite'];
const last = ['reports', 'parent', 'synthesises', 'themes', 'casp', 'jbi', 'appraisal', 'findings', 'notes'];

/**
 * The edits that lay out the YAML of a file: one space behind a colon and behind the dash of a list, lists set in by two,
 * no white space at the ends of lines, a line break at the end of the file; in a study the fields in the format's order,
 * characteristics as `metasynth.yaml` declares them. A field that it does not know stays behind the field it follows.
 * Comments go with what they stand above or beside. Values are never written otherwise, and nothing changes where a part
 * cannot be read or where anchors or tags make the text mean more than it shows.
 *
 * @param within lays out only the entries on these lines, and leaves their order
 */
export function formattingOf(
  review: Review,
  path: string,
  text: string,
  wishes: FormattingWishes = {},
  within?: LineRange,
): TextEdit[] {
  const kind = review.files.get(path)?.kind;
  if (!kind || !formatted.has(kind)) return [];
  const part = yamlPart(path, kind, text);
  if (!part?.root || !part.sound || part.root.kind !== 'map' || part.root.flow) return [];
  // What stands behind a head that never ends may be anything.
  if (part.offset > 0 && !/^(?:---|\.\.\.)/.test(text.slice(part.offset + part.yaml.length).slice(0, 3))) return [];
  const comments = commentsOf(part.yaml, part.root);
  if (!comments) return [];
  const order =
    kind === 'study' && !within ? [...first, ...review.settings.characteristics.map(each => each.name), ...last] : [];
  const finalNewline = wishes.insertFinalNewline !== false && part.offset === 0 && !within;
  const lines = new Lines(part.yaml);
  const tidied = tidyLines(part.yaml, part.root, lines);
  const replacements = reordered(
    part.yaml,
    part.root,
    lines,
    tidied,
    order,
    finalNewline,
    within && inYaml(within, part, text),
  );
  if (
    !saysTheSame(
      part,
      comments.map(([from, to]) => part.yaml.slice(from, to)),
      applied(part.yaml, replacements),
      path,
      kind,
    )
  ) {
    return [];
  }
  const whole = new Lines(text);
  return replacements.map(({ from, to, text: words }) => ({
    path,
    range: whole.placeOf([from + part.offset, to + part.offset]),
    text: words,
    expected: part.yaml.slice(from, to),
  }));
}

/** Lines of the file as lines of its YAML. */
function inYaml({ line, endLine }: LineRange, part: YamlPart, text: string): LineRange {
  const before = part.offset === 0 ? 0 : new Lines(text).positionAt(part.offset).line;
  return { line: line - before, endLine: endLine - before };
}

function applied(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: words } of replacements) {
    pieces.push(text.slice(at, from), words);
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

/** The last word on every layout: read again, it has to hold the same values and the same comments. */
function saysTheSame(
  part: YamlPart,
  comments: readonly string[],
  after: string,
  path: string,
  kind: Parameters<typeof yamlPart>[1],
): boolean {
  const again = yamlPart(path.replace(/\.[^.]*$/, '.yaml'), kind, after);
  if (!again?.root || !again.sound || !part.root) return false;
  const words = commentsOf(after, again.root)?.map(([from, to]) => after.slice(from, to));
  return (
    words !== undefined &&
    same(trimmedAll(words), trimmedAll(comments)) &&
    same(entriesOf(again.root), entriesOf(part.root))
  );
}

function trimmedAll(comments: readonly string[]): string[] {
  return comments.map(comment => comment.trimEnd()).sort();
}

function entriesOf(root: Located): string[] {
  return root.kind === 'map' ? root.entries.map(each => JSON.stringify([each.key, toPlain(each.value)])).sort() : [];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

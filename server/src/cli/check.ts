import picocolors from 'picocolors';
import type { Diagnosis, Location } from '../rules/judge.js';
import type { Severity } from '../rules/rule.js';
import { exits, WrongUse } from './outcome.js';
import { type LoadedReview, loadReviews } from './reviews.js';

export const checkFormats = ['text', 'json'] as const;
export const thresholds = ['error', 'warning', 'info', 'never'] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  readonly failOn: (typeof thresholds)[number];
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, info: 1, hint: 0 };

/** What is printed, review by review; a diagnosis with the path that the command shows. */
interface Checked {
  readonly review: LoadedReview;
  readonly diagnoses: readonly Diagnosis[];
}

export async function checkCommand(dir: string | undefined, options: CheckOptions): Promise<number> {
  const started = performance.now();
  const loaded = await loadReviews(dir);
  for (const { state } of loaded.reviews) await state.lookUpQuotes();
  const checked = loaded.reviews.map(review => ({ review, diagnoses: review.state.judge({}).all() }));
  const unreadable = checked.flatMap(({ review }) => {
    const root = review.state.review.files.get('metasynth.yaml');
    return root?.chunks.some(chunk => chunk.problems.some(problem => problem.code === 'file.unreadable'))
      ? [review]
      : [];
  });
  if (unreadable[0]) throw new WrongUse(`"${unreadable[0].path('metasynth.yaml')}" cannot be read`);
  process.stdout.write(options.format === 'json' ? json(checked) : text(checked, performance.now() - started));
  if (options.failOn === 'never') return exits.fine;
  const least = ranks[options.failOn];
  return checked.some(({ diagnoses }) => diagnoses.some(each => ranks[each.severity] >= least))
    ? exits.found
    : exits.fine;
}

/** The contract for other programs: lines and characters from 0 in UTF-16 units, the same bytes on every run. */
function json(checked: readonly Checked[]): string {
  const range = ({ range: at }: Location) => ({
    start: { line: at.line, character: at.character },
    end: { line: at.endLine, character: at.endCharacter },
  });
  const diagnostics = checked
    .flatMap(({ review, diagnoses }) =>
      diagnoses.map(each => ({
        code: each.code,
        severity: each.severity,
        message: each.message,
        file: review.path(each.path),
        range: range(each),
        related: each.related.map(other => ({
          file: review.path(other.path),
          range: range(other),
          message: other.message,
        })),
        help: `metasynth explain ${each.code}`,
      })),
    )
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    );
  const count = (severity: Severity): number => diagnostics.filter(each => each.severity === severity).length;
  const object = {
    version: 1,
    reviews: checked.map(({ review }) => ({
      root: review.path('') || '.',
      studies: review.state.review.studyCount,
      constructs: review.state.review.constructs.length,
    })),
    summary: { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') },
    diagnostics,
  };
  return `${JSON.stringify(object, undefined, 2)}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const words: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' };

/** For people: file by file, lines and columns from 1 as editors count them. */
function text(checked: readonly Checked[], milliseconds: number): string {
  const colours = picocolors.createColors(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
  const paint: Record<Severity, (words: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.blue,
    hint: colours.dim,
  };
  let out = '';
  let files = 0;
  for (const { review, diagnoses } of checked) {
    const { settings, studies, constructs, findings } = review.state.review;
    files += review.state.review.files.size;
    const numbers = [
      number(studies.length, 'study', 'studies'),
      number(constructs.length, 'construct', 'constructs'),
      number(findings.length, 'finding', 'findings'),
    ].join(' · ');
    out += `${colours.bold(settings.title?.value ?? review.path(''))} · ${numbers}\n`;
    let file = '';
    for (const each of diagnoses) {
      if (each.path !== file) {
        file = each.path;
        out += `\n${colours.underline(review.path(file))}\n`;
      }
      const place = `${each.range.line + 1}:${each.range.character + 1}`;
      out += `  ${place.padEnd(7)} ${paint[each.severity](words[each.severity].padEnd(8))} ${each.message}  ${colours.dim(each.code)}\n`;
    }
    out += '\n';
  }
  const all = checked.flatMap(({ diagnoses }) => diagnoses);
  const count = (severity: Severity): number => all.filter(each => each.severity === severity).length;
  const [gravest] = [...all].sort((a, b) => ranks[b.severity] - ranks[a.severity]);
  out += [
    number(count('error'), 'error', 'errors'),
    number(count('warning'), 'warning', 'warnings'),
    number(count('info') + count('hint'), 'note', 'notes'),
    number(files, 'file', 'files'),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ].join(' · ');
  if (gravest) out += `         metasynth explain ${gravest.code}`;
  return `${printable(out)}\n`;
}

/** Words of a file must not steer the terminal: its control characters are shown as what they are. Colours are ours. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  return text.replace(/\u001b(?!\[\d+m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, '�');
}

function number(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

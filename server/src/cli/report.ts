import { existsSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { Picture } from '../documents/blocks.js';
import { figureFiles } from '../documents/figures.js';
import { type Format, formats } from '../documents/formats.js';
import { nodeTools } from '../lsp/node-tools.js';
import type { ReportKind } from '../reports/report-kind.js';
import type { Review } from '../review/model.js';
import { exits, WrongUse } from './outcome.js';
import { foreignWords, pictureState, writePicture } from './pictures.js';
import { drawPng } from './png.js';
import { loadReview } from './reviews.js';

export interface ReportOptions {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
  /** Which of a report's figures. */
  readonly figure?: string;
}

/** The formats in which a report makes sense, by their endings. */
export function formatsOf(kind: ReportKind): readonly Format[] {
  return formats.filter(format => format.fits(kind));
}

/** Writes a report of the review in a folder. */
export async function reportCommand(kind: ReportKind, dir: string | undefined, options: ReportOptions) {
  const format = formatOf(kind, options);
  if (format.binary && isNoFile(options.output) && process.stdout.isTTY === true) {
    throw new WrongUse(`${format.ending} is nothing to read on a terminal; name a file with -o FILE.${format.ending}`);
  }
  const { review } = (await loadReview(dir)).state;
  const content = await format.write(kind, review, {
    ...nodeTools,
    png: drawPng,
    ...(options.figure !== undefined && { figure: options.figure }),
  });
  if (content === undefined) throw new WrongUse(nothingToShow(kind, review, options));
  const exit = write(content, options);
  // Markdown shows pictures that lie beside it.
  if (format.ending === 'md' && !isNoFile(options.output)) {
    writePictures(dirname(resolve(options.output)), figureFiles(kind.make(review, 1, true)));
  }
  return exit;
}

/** The format that is asked for; where none is, the one that the name of the file tells, and Markdown where none does. */
function formatOf(kind: ReportKind, { format, output }: ReportOptions): Format {
  const known = formatsOf(kind);
  const ending = isNoFile(output) ? '' : extname(output).slice(1).toLowerCase();
  const asked = format ?? (ending === '' ? 'md' : ending === 'htm' ? 'html' : ending);
  const found = known.find(each => each.ending === asked);
  if (found) return found;
  const endings = known.map(each => each.ending).join(', ');
  throw new WrongUse(`"${kind.command}" cannot be written as ${asked}; it can as ${endings}`);
}

function isNoFile(output: string | undefined): output is undefined | '-' {
  return output === undefined || output === '-';
}

/** Writes the pictures of a Markdown file beside it. */
function writePictures(folder: string, pictures: readonly Picture[]): void {
  for (const picture of pictures) {
    if (pictureState(folder, picture) === 'foreign') process.stderr.write(`metasynth: ${foreignWords(picture.path)}\n`);
    else writePicture(folder, picture);
  }
}

/** Why there is no such figure. */
function nothingToShow(kind: ReportKind, review: Review, { figure }: ReportOptions): string {
  const names = (kind.figures?.(review) ?? []).map(({ name }) => name);
  if (names.length === 0) return `"${kind.command}" has no figure to show: the review does not tell what it would show`;
  return `"${kind.command}" has no figure "${figure ?? ''}"; there is ${names.join(', ')}`;
}

/** On standard output, or into a file; one that exists is not written over unasked. */
function write(content: string | Uint8Array, { output, force }: ReportOptions): number {
  if (isNoFile(output)) {
    process.stdout.write(content);
    return exits.fine;
  }
  if (existsSync(output) && !force) throw new WrongUse(`"${output}" exists already; --force writes over it`);
  try {
    writeFileSync(output, content);
  } catch (error) {
    throw new WrongUse(`"${output}" cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return exits.fine;
}

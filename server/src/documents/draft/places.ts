import type { Construct, Review } from '../../review/model.js';
import type { DraftHeading, DraftManuscript } from './headings.js';

/** Where something new goes, and at which level its heading stands there. */
export interface DraftPlace {
  readonly file: DraftManuscript;
  readonly at: number;
  readonly depth: number;
}

/** A heading with the manuscript that it stands in. */
export interface PlacedHeading {
  readonly file: DraftManuscript;
  readonly heading: DraftHeading;
}

/** Words, as labels are compared, that head the results in the languages that reviews are written in. */
const resultWords =
  /^(?:the )?(?:results?|findings|synthesis of (?:the )?(?:findings|results)|ergebnisse|befunde|résultats|resultados|risultati|resultaten|resultater|resultat)(?: |$)/u;

/** What comes after the results. */
const laterWords =
  /^(?:discussions?|conclusions?|limitations|strengths and limitations|implications|references|reference list|bibliography|works cited|literature(?: cited)?|literatur|literaturverzeichnis|appendix|appendices|supplement(?:ary|s)?|acknowledge?ments?|funding|declarations?|conflicts? of interest|competing interests|diskussion|discusión|bibliographie|références|anhang)(?: |$)/u;

/** Under these a heading *Results* is a part of a summary. */
const summaryWords =
  /^(?:structured )?(?:abstract|summary|plain language summary|zusammenfassung|résumé|resumen)(?: |$)/u;

/** What heads the description of the included studies. */
const studiesWords =
  /^(?:the )?(?:included |primary |selected )?studies(?: included)?$|^(?:characteristics|description|overview) of (?:the )?(?:included |primary )?studies$|^(?:study characteristics|included studies)$/u;

/** What heads the account of how records became studies. */
const flowWords =
  /^(?:the )?(?:(?:prisma )?flow(?: diagram| chart)?(?: of (?:the )?(?:records|studies|reports))?|(?:results of (?:the )?search|search results)|(?:study selection|selection of (?:the )?studies))$/u;

/** The headings of some words that are the highest, in reading order; those of a summary and of constructs do not count. */
function headed(files: readonly DraftManuscript[], words: RegExp): PlacedHeading | undefined {
  const found = files.flatMap(file =>
    file.headings
      .filter(heading => words.test(heading.words) && !heading.construct)
      .filter(heading => !heading.above.some(other => summaryWords.test(other.words)))
      .map(heading => ({ file, heading })),
  );
  const highest = Math.min(...found.map(({ heading }) => heading.level));
  return found.find(({ heading }) => heading.level === highest);
}

/** The heading of the results: by its words, or else the one at the head of a file that is named after them. */
export function resultsHeading(files: readonly DraftManuscript[]): PlacedHeading | undefined {
  const found = headed(files, resultWords);
  const file = files.length > 1 ? fileOfResults(files) : undefined;
  const heading = file?.headings[0];
  return found ?? (file && heading && !heading.construct ? { file, heading } : undefined);
}

function fileOfResults(files: readonly DraftManuscript[]): DraftManuscript | undefined {
  return files.find(({ path }) => /results?\b|findings?\b/i.test(path));
}

/** The heading under which the included studies are described. */
export function studiesHeading(files: readonly DraftManuscript[]): PlacedHeading | undefined {
  return headed(files, studiesWords);
}

/** The heading under which it is told how records became studies. */
export function flowHeading(files: readonly DraftManuscript[]): PlacedHeading | undefined {
  return headed(files, flowWords);
}

/** The first heading that names a construct. */
export function headingOf(files: readonly DraftManuscript[], construct: Construct): PlacedHeading | undefined {
  for (const file of files) {
    const heading = file.headings.find(each => each.namesConstruct && each.construct === construct);
    if (heading) return { file, heading };
  }
  return undefined;
}

/** Where a heading *Results* goes in a manuscript that has none: before what comes after results, else at the end. */
export function placeForResults(files: readonly DraftManuscript[]): DraftPlace | undefined {
  const later = headed(files, laterWords);
  // *Limitations* deep inside the methods is no section that comes after the results.
  if (later && later.heading.level <= sectionLevel(later.file))
    return { file: later.file, at: later.heading.start, depth: later.heading.level };
  const file = fileOfResults(files) ?? files.at(-1);
  if (!file) return undefined;
  return { file, at: file.text.length, depth: sectionLevel(file) };
}

/** The level of the sections of a manuscript: below its title, where it has one heading of the first level at its head. */
function sectionLevel({ headings }: DraftManuscript): number {
  const [first] = headings;
  const highest = headings.filter(({ level }) => level === 1);
  if (first && highest.length > 1) return 1;
  return first?.level === 1 || !first ? 2 : Math.min(...headings.map(({ level }) => level));
}

/**
 * Where the section of a construct goes that the manuscript has none of: after that of the nearest construct before it that has
 * one, else before that of the nearest behind it; undefined where no construct has one.
 */
export function placeBesideOthers(
  construct: Construct,
  files: readonly DraftManuscript[],
  review: Review,
): DraftPlace | undefined {
  const at = review.constructs.indexOf(construct);
  const before = review.constructs.slice(0, at).reverse();
  for (const other of before) {
    const there = headingOf(files, other);
    if (there) return { file: there.file, at: there.heading.end, depth: there.heading.level };
  }
  for (const other of review.constructs.slice(at + 1)) {
    const there = headingOf(files, other);
    if (there) return { file: there.file, at: there.heading.start, depth: there.heading.level };
  }
  return undefined;
}

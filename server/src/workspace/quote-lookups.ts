import type { Host } from '../host/host.js';
import { type FullText, readerFor } from '../quotes/full-text.js';
import { Finder, type Lookup } from '../quotes/lookup.js';
import { isKind } from '../review/index/member.js';
import type { ReviewIndex } from '../review/index/review-index.js';
import { fullTextKey, papersOf, quotesIn } from '../review/quotes.js';
import type { StudyFacts } from '../syntax/facts.js';
import { fingerprint } from '../text/fingerprint.js';

/** What the looking up needs of the review that it belongs to. */
export interface Surroundings {
  readonly host: Pick<Host, 'read' | 'join'>;
  readonly root: string;
  /** The review with all that has been read so far. */
  index(): ReviewIndex;
  /** The text of a file that is open in an editor. */
  openText(path: string): string | undefined;
}

/** What was found out about the quotes of a study's file, and from which texts. */
interface Known {
  readonly papers: string;
  /** Fingerprints of the full texts, in the order of their paths. */
  readonly print: string;
  readonly lookups: ReadonlyMap<string, Lookup>;
}

interface Loaded {
  readonly path: string;
  readonly print: number;
  readonly text: FullText | undefined;
}

/** Full texts that stay at hand, for somebody who writes at one study. They are large, so they are few. */
const mostAtHand = 3;
/** How long quotes are looked up before whatever else waits gets its turn, in milliseconds. */
const turn = 8;

/**
 * Looks up the quotes of a review in its full texts, study by study and only where something has changed, and hands the results
 * to the review. A full text is let go of once it has been searched; what is kept is keyed by the words of each quote.
 */
export class QuoteLookups {
  private readonly paths = new Map<string, string[]>();
  private readonly waitingStudies = new Set<string>();
  private readonly waitingPapers = new Set<string>();
  private readonly known = new Map<string, Known>();
  private readonly atHand = new Map<string, Loaded>();
  private work: Promise<boolean> | undefined;

  constructor(private readonly around: Surroundings) {}

  /** Takes the paths of all files of the review. True when other full texts are there than before. */
  list(paths: readonly string[]): boolean {
    const before = new Map(this.paths);
    this.paths.clear();
    for (const path of paths.filter(each => fullTextKey(each) !== undefined).sort()) {
      const key = fullTextKey(path)!;
      this.paths.set(key, [...(this.paths.get(key) ?? []), path]);
    }
    let changed = false;
    for (const key of new Set([...before.keys(), ...this.paths.keys()])) {
      if (before.get(key)?.join('\n') === this.paths.get(key)?.join('\n')) continue;
      this.waitingPapers.add(key);
      changed = true;
    }
    return changed;
  }

  /** A file has changed. True for a full text. */
  changed(path: string): boolean {
    const key = fullTextKey(path);
    if (key === undefined) {
      this.waitingStudies.add(path);
      return false;
    }
    this.waitingPapers.add(key);
    return true;
  }

  /**
   * Looks up what waits for it. True when the review knows something else by it.
   *
   * @param pause lets others have their turn
   */
  settle(pause: () => Promise<void>): Promise<boolean> {
    this.work ??= this.settleAll(pause).finally(() => {
      this.work = undefined;
    });
    return this.work;
  }

  private async settleAll(pause: () => Promise<void>): Promise<boolean> {
    let changed = this.around.index().fullTexts.takeNames(new Set(this.paths.keys()));
    while (this.waitingPapers.size > 0 || this.waitingStudies.size > 0) {
      this.spreadPapers();
      for (const path of [...this.waitingStudies]) {
        this.waitingStudies.delete(path);
        if (await this.settleStudy(path, pause)) changed = true;
      }
    }
    return changed;
  }

  /** Of a full text that changed, the studies that it belongs to wait. */
  private spreadPapers(): void {
    if (this.waitingPapers.size === 0) return;
    const index = this.around.index();
    for (const key of this.waitingPapers) {
      for (const { file } of index.claims(key)) this.waitingStudies.add(file.path);
      const cited = index.cited(key);
      if (cited) this.waitingStudies.add(cited.file.path);
    }
    for (const path of this.known.keys()) {
      const study = studyIn(index, path);
      if (study && papersOf(study).some(key => this.waitingPapers.has(key))) this.waitingStudies.add(path);
    }
    this.waitingPapers.clear();
  }

  private async settleStudy(path: string, pause: () => Promise<void>): Promise<boolean> {
    const study = studyIn(this.around.index(), path);
    const quotes = study ? quotesIn(study) : [];
    const sources = study && quotes.length > 0 ? papersOf(study).flatMap(key => this.paths.get(key) ?? []) : [];
    const before = this.known.get(path);
    if (!study || sources.length === 0) {
      if (!before) return false;
      this.known.delete(path);
      this.around.index().fullTexts.takeLookups(path, undefined, undefined);
      return true;
    }
    const papers = papersOf(study).join('\n');
    const loaded = await this.load(sources);
    const print = loaded.map(each => `${each.path} ${each.print}`).join('\n');
    const same = before?.papers === papers && before.print === print ? before.lookups : undefined;
    if (same && same.size === quotes.length && quotes.every(quote => same.has(quote))) return false;
    const finder = new Finder(loaded.flatMap(({ path: at, text }) => (text ? [{ path: at, text }] : [])));
    const lookups = new Map<string, Lookup>();
    let until = performance.now() + turn;
    for (const quote of quotes) {
      lookups.set(quote, same?.get(quote) ?? finder.lookUp(quote));
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + turn;
    }
    this.known.set(path, { papers, print, lookups });
    this.around.index().fullTexts.takeLookups(path, study, lookups);
    return true;
  }

  private async load(paths: readonly string[]): Promise<readonly Loaded[]> {
    const { host, root } = this.around;
    const loaded: Loaded[] = [];
    for (const path of paths) {
      const open = this.around.openText(path);
      let bytes: Uint8Array | undefined = open === undefined ? undefined : new TextEncoder().encode(open);
      if (!bytes) for await (const batch of host.read([host.join(root, path)])) bytes ??= batch[0]?.bytes;
      if (!bytes) continue;
      const print = printOf(bytes);
      const known = this.atHand.get(path);
      const each = known?.print === print ? known : { path, print, text: readerFor(path)?.(bytes) };
      this.atHand.delete(path);
      this.atHand.set(path, each);
      loaded.push(each);
    }
    for (const path of this.atHand.keys()) if (this.atHand.size > mostAtHand) this.atHand.delete(path);
    return loaded;
  }
}

function studyIn(index: ReviewIndex, path: string): StudyFacts | undefined {
  return index.files.get(path)?.members.find(member => isKind(member, 'study'))?.facts as StudyFacts | undefined;
}

/** Tells whether a file has changed; its bytes stand for the characters of the same numbers. */
function printOf(bytes: Uint8Array): number {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return fingerprint(text);
}

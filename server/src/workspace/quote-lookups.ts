import type { Host } from '../host/host.js';
import { type FullText, isPlain, readerFor } from '../quotes/full-text.js';
import { Finder, type Lookup, type Source } from '../quotes/lookup.js';
import type { Pause } from '../quotes/paged.js';
import { isKind } from '../review/index/member.js';
import type { ReviewIndex } from '../review/index/review-index.js';
import { fullTextKey, papersOf, quotesIn } from '../review/quotes.js';
import type { StudyFacts } from '../syntax/facts.js';
import { fingerprintOf } from '../text/fingerprint.js';

/** What the looking up needs of the review that it belongs to. */
export interface Surroundings {
  readonly host: Pick<Host, 'read' | 'join' | 'pdf'>;
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

/** A full text as it lies there; it is made ready to be searched only where something has to be looked up in it. */
interface Loaded {
  readonly path: string;
  readonly print: number;
  readonly bytes: Uint8Array;
}

interface AtHand {
  readonly print: number;
  readonly text: FullText | undefined;
}

/** Full texts that stay at hand, for somebody who writes at one study. They are large, so they are few. */
const mostAtHand = 3;
/** How long quotes are looked up before whatever else waits gets its turn, in milliseconds. */
const turn = 8;
/** How often what has been found out so far is told of, in milliseconds: a shelf of PDFs takes a while. */
const tellEvery = 1000;

/**
 * Looks up the quotes of a review in its full texts, study by study and only where something has changed, and hands the results
 * to the review. A full text is let go of once it has been searched; what is kept is keyed by the words of each quote.
 */
export class QuoteLookups {
  private readonly paths = new Map<string, string[]>();
  private readonly waitingStudies = new Set<string>();
  private readonly waitingPapers = new Set<string>();
  private readonly known = new Map<string, Known>();
  private readonly atHand = new Map<string, AtHand>();
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

  /** A full text of a study's papers, its own before those that report it too; undefined where there is none. */
  pathOf(study: StudyFacts): string | undefined {
    for (const key of papersOf(study)) {
      const path = this.paths.get(key)?.[0];
      if (path !== undefined) return path;
    }
    return undefined;
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
   * Looks up what waits for it. True when the review knows something else by it than was told of last.
   *
   * @param pause lets others have their turn
   * @param told told now and then, where it lasts, that the review knows something else
   */
  settle(pause: Pause, told: () => void = () => {}): Promise<boolean> {
    this.work ??= this.settleAll(pause, told).finally(() => {
      this.work = undefined;
    });
    return this.work;
  }

  private async settleAll(pause: Pause, told: () => void): Promise<boolean> {
    let last = performance.now();
    let changed = this.around.index().fullTexts.takeNames(new Set(this.paths.keys()));
    while (this.waitingPapers.size > 0 || this.waitingStudies.size > 0) {
      this.spreadPapers();
      for (const path of [...this.waitingStudies]) {
        this.waitingStudies.delete(path);
        if (await this.settleStudy(path, pause)) changed = true;
        if (!changed || performance.now() - last < tellEvery) continue;
        told();
        changed = false;
        last = performance.now();
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

  private async settleStudy(path: string, pause: Pause): Promise<boolean> {
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
    const finder = new Finder(await this.texts(loaded, pause));
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
      // An editor that shows a PDF as text has not its bytes.
      const open = isPlain(path) ? this.around.openText(path) : undefined;
      let bytes: Uint8Array | undefined = open === undefined ? undefined : new TextEncoder().encode(open);
      if (!bytes) for await (const batch of host.read([host.join(root, path)])) bytes ??= batch[0]?.bytes;
      if (bytes) loaded.push({ path, print: fingerprintOf(bytes), bytes });
    }
    return loaded;
  }

  /** The full texts that can be searched, as they are now. */
  private async texts(loaded: readonly Loaded[], pause: Pause): Promise<readonly Source[]> {
    const sources: Source[] = [];
    for (const { path, print, bytes } of loaded) {
      const known = this.atHand.get(path);
      const reading = { pdf: this.around.host.pdf, pause };
      const each = known?.print === print ? known : { print, text: await readerFor(path)?.(bytes, reading) };
      this.atHand.delete(path);
      this.atHand.set(path, each);
      if (each.text) sources.push({ path, text: each.text });
    }
    for (const path of this.atHand.keys()) if (this.atHand.size > mostAtHand) this.atHand.delete(path);
    return sources;
  }
}

function studyIn(index: ReviewIndex, path: string): StudyFacts | undefined {
  return index.files.get(path)?.members.find(member => isKind(member, 'study'))?.facts as StudyFacts | undefined;
}

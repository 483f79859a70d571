import type { FileBytes, Host } from '../host/host.js';
import type { Pause } from '../quotes/paged.js';
import { ReviewIndex } from '../review/index/review-index.js';
import type { Review } from '../review/model.js';
import { kindOf, reviewFile } from '../review/paths.js';
import type { Severities } from '../rules/diagnosis.js';
import { Judgement } from '../rules/judgement.js';
import { Memory } from '../syntax/chunks/memory.js';
import type { FileFacts, FileKind, ReviewFacts, Settings, StudyFacts } from '../syntax/facts.js';
import { packFile, setPacked } from '../syntax/packed/packed-chunk.js';
import { readFacts } from '../syntax/read.js';
import { defaultSettings } from '../syntax/read-review.js';
import { decode } from '../text/decode.js';
import { fingerprint } from '../text/fingerprint.js';
import type { Text } from '../text/text.js';
import { QuoteLookups } from './quote-lookups.js';
import { readBytes } from './source.js';

/** One review: its files as facts, with the text of those that are open taking the place of what lies on the disk. */
export class ReviewState {
  private readonly files = new Map<string, FileFacts>();
  /** What the text of each file is known by, so that one that has not changed is not read again. */
  private readonly prints = new Map<string, number>();
  private readonly open = new Map<string, Text>();
  /** What was kept of the last reading of files that are open, so that a keystroke reads only what it touches. */
  private readonly memories = new Map<string, Memory>();
  private settings: Settings = defaultSettings();
  private changes = 0;
  private readonly index = new ReviewIndex();
  private readonly judgement = new Judgement(this.index);
  private readonly quotes: QuoteLookups;
  /** Files whose facts have changed since the index last took them. */
  private readonly pending = new Set<string>();

  /**
   * @param owns whether a path below the root belongs to this review and not to one nested in it
   * @param packs whether to keep the facts of files that are not open packed: they take less room and more time
   */
  constructor(
    readonly root: string,
    private readonly host: Host,
    private readonly owns: (path: string) => boolean,
    private readonly packs = false,
  ) {
    const openText = (path: string): string | undefined => this.open.get(path)?.toString();
    const index = (): ReviewIndex => {
      this.settle();
      return this.index;
    };
    this.quotes = new QuoteLookups({ host, root, index, openText });
  }

  /**
   * Reads all files from the disk, those open in an editor excepted.
   *
   * @param progress told now and then how many files of how many have been read
   */
  async load(progress?: (done: number, total: number) => void): Promise<void> {
    const paths = await this.list();
    await this.readFromDisk([reviewFile]);
    // What an open file is to the review is known only now.
    for (const [path, text] of this.open) {
      const kind = this.kind(path);
      if (kind) this.setText(path, kind, text);
      else this.set(path, undefined);
    }
    await this.readFromDisk(
      paths.filter(path => path !== reviewFile),
      progress,
    );
  }

  /** A number that grows with every change of the facts. */
  get version(): number {
    return this.changes;
  }

  /** The review as one, with all that has been read so far. */
  get review(): Review {
    this.settle();
    return this.index;
  }

  /** What the rules say of it: all of it, or all but what takes more than a moment to judge. */
  judge(severities: Severities, thoroughness: 'all' | 'quick' = 'all'): Judgement {
    this.settle();
    this.judgement.update(severities, thoroughness === 'all');
    return this.judgement;
  }

  /**
   * Looks up quotes that wait for it; true when there is something else to judge by it. It may last: `pause` is a break, and
   * `told` hears now and then that there is something else to judge already.
   */
  lookUpQuotes(pause: Pause = async () => {}, told?: () => void): Promise<boolean> {
    return this.quotes.settle(pause, told);
  }

  /** What has been done so far, counted. */
  get work(): { readonly symbolsChanged: number; readonly subjectsJudged: number } {
    return { symbolsChanged: this.index.symbolsChanged, subjectsJudged: this.judgement.judged };
  }

  /** What a file is to this review; undefined for one that is no part of it. */
  kind(path: string): FileKind | undefined {
    return kindOf(path, this.settings);
  }

  /** The text of an open file. */
  openText(path: string): string | undefined {
    return this.open.get(path)?.toString();
  }

  /** The text of any file of the review as it stands now: the editor's, else the disk's; undefined where there is none. */
  async text(path: string): Promise<string | undefined> {
    const open = this.open.get(path);
    if (open !== undefined) return open.toString();
    for await (const batch of this.host.read([this.host.join(this.root, path)])) {
      const bytes = batch[0]?.bytes;
      if (bytes) return decode(bytes).text;
    }
    return undefined;
  }

  /** The texts of several files by path, as `text` gives them, read in batches; a file that is not there is left out. */
  async texts(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    const pathOf = new Map<string, string>();
    for (const path of paths) {
      const open = this.open.get(path);
      if (open !== undefined) texts.set(path, open.toString());
      else pathOf.set(this.host.join(this.root, path), path);
    }
    for await (const batch of this.host.read([...pathOf.keys()])) {
      for (const { address, bytes } of batch) {
        const path = pathOf.get(address);
        if (path !== undefined && bytes) texts.set(path, decode(bytes).text);
      }
    }
    return texts;
  }

  /** The path of a study's full text; undefined where there is none. */
  fullTextOf(study: StudyFacts): string | undefined {
    return this.quotes.pathOf(study);
  }

  /** What was read from exactly this text of a file; undefined where the file was read from another, or has none. */
  chunksOf(path: string, text: string | undefined): FileFacts['chunks'] | undefined {
    const open = this.memories.has(path) ? this.open.get(path) : undefined;
    const same = text !== undefined && (open ? open.toString() === text : this.isKnown(path, text));
    return same ? this.files.get(path)?.chunks : undefined;
  }

  /** Takes the text of an editor. */
  async edit(path: string, text: Text): Promise<void> {
    const known = this.open.has(path) ? undefined : this.files.get(path);
    if (known) setPacked(known, false);
    this.open.set(path, text);
    const kind = this.kind(path);
    if (!kind) this.fullTextChanged(path);
    if (kind && this.setText(path, kind, text) && kind === 'review') await this.reclassify();
  }

  /** An editor has let go of a file: what lies on the disk holds again. */
  async close(path: string): Promise<void> {
    const text = this.open.get(path);
    if (text === undefined) return;
    // What the editor showed is what was read last, and by its fingerprint the disk is compared with it.
    if (this.memories.delete(path) && this.files.has(path)) this.prints.set(path, fingerprint(text.toString()));
    this.open.delete(path);
    const known = this.files.get(path);
    if (known) setPacked(known, true);
    await this.changedOnDisk([path]);
  }

  async changedOnDisk(paths: readonly string[]): Promise<void> {
    // The list alone says what is there: it follows no links and enters no hidden folders. A folder that is gone takes its
    // files with it, without a word about each.
    const there = new Set(await this.list());
    for (const known of [...this.files.keys()])
      if (!there.has(known) && !this.open.has(known)) this.set(known, undefined);
    await this.readFromDisk(paths.filter(path => there.has(path) && !this.open.has(path)));
    for (const path of paths) this.fullTextChanged(path);
    if (paths.includes(reviewFile)) await this.reclassify();
  }

  private async list(): Promise<string[]> {
    const addresses = await this.host.list(this.root);
    const paths = addresses.flatMap(address => {
      const path = this.host.relative(this.root, address);
      return path !== undefined && this.owns(path) ? [path] : [];
    });
    if (this.quotes.list(paths)) this.changes++;
    return paths;
  }

  /** A full text is no part of the facts, but what is said of its study may rest on it. */
  private fullTextChanged(path: string): void {
    if (this.quotes.changed(path)) this.changes++;
  }

  private async readFromDisk(
    paths: readonly string[],
    progress?: (done: number, total: number) => void,
  ): Promise<void> {
    const wanted = paths.filter(path => {
      if (this.open.has(path)) return false;
      if (this.kind(path)) return true;
      this.set(path, undefined);
      return false;
    });
    const pathOf = new Map(wanted.map(path => [this.host.join(this.root, path), path]));
    let done = 0;
    for await (const batch of this.host.read([...pathOf.keys()])) {
      done += batch.length;
      progress?.(done, pathOf.size);
      for (const file of batch) {
        const path = pathOf.get(file.address);
        const kind = path === undefined ? undefined : this.kind(path);
        // A file that was opened while it was being read is the editor's now.
        if (path !== undefined && kind && !this.open.has(path)) this.setBytes(path, kind, file);
      }
    }
  }

  /** After a change of `metasynth.yaml`: files may have become something else. */
  private async reclassify(): Promise<void> {
    const known = new Map([...this.files].map(([path, facts]) => [path, facts.kind]));
    const paths = new Set([...(await this.list()), ...this.open.keys()]);
    const changed = [...paths].filter(path => this.kind(path) !== known.get(path));
    for (const path of known.keys()) if (this.kind(path) === undefined) this.set(path, undefined);
    for (const path of changed) {
      const text = this.open.get(path);
      const kind = this.kind(path);
      if (text !== undefined && kind) this.setText(path, kind, text);
    }
    await this.readFromDisk(changed);
  }

  /** Takes the text of an open file; false when it is the one that was read before, as the same kind of file. */
  private setText(path: string, kind: FileKind, text: Text): boolean {
    const known = this.files.get(path);
    // An editor nearly always opens what lies on the disk, which has been read.
    if (!this.memories.has(path) && known?.kind === kind && this.isKnown(path, text)) return false;
    const memory = this.memories.get(path) ?? new Memory(known?.kind === kind ? known : undefined);
    this.memories.set(path, memory);
    const facts = readFacts(path, kind, text, memory);
    if (facts === known) return false;
    this.set(path, facts);
    return true;
  }

  private isKnown(path: string, text: Text): boolean {
    const print = this.prints.get(path);
    return print !== undefined && print === fingerprint(text.toString());
  }

  private setBytes(path: string, kind: FileKind, file: FileBytes): void {
    const known = this.files.get(path)?.kind === kind ? this.prints.get(path) : undefined;
    const source = readBytes(path, kind, file, known);
    if (source === 'same') return;
    this.set(path, source && this.packs ? packFile(source.facts) : source?.facts, source?.print);
  }

  private set(path: string, facts: FileFacts | undefined, print?: number): void {
    if (print === undefined) this.prints.delete(path);
    else this.prints.set(path, print);
    if (facts) this.files.set(path, facts);
    else if (!this.files.delete(path)) return;
    if (path === reviewFile) {
      const chunk = facts?.chunks.find(each => each.facts.kind === 'review');
      this.settings = (chunk?.facts as ReviewFacts | undefined)?.settings ?? defaultSettings();
    }
    this.changes++;
    this.quotes.changed(path);
    this.pending.add(path);
  }

  /** Hands to the index what has been read since. */
  private settle(): void {
    if (this.pending.size === 0) return;
    this.index.apply([...this.pending].map(path => [path, this.files.get(path)]));
    this.pending.clear();
  }
}

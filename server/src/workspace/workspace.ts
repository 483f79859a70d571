import type { FileChange, Host } from '../host/host.js';
import type { Pause } from '../quotes/paged.js';
import { reviewFile } from '../review/paths.js';
import type { Diagnosis } from '../rules/diagnosis.js';
import { decode } from '../text/decode.js';
import type { Text } from '../text/text.js';
import { earlyDiagnoses } from './early.js';
import { ReviewState } from './review-state.js';

/** A file of a review, found by its address. */
export interface Owned {
  readonly state: ReviewState;
  readonly path: string;
}

/**
 * All reviews of the folders that an editor has open. The nearest `metasynth.yaml` upwards owns a file; a file outside
 * every review is left alone. Changes are taken one after another, in the order in which they came.
 */
export class Workspace {
  private readonly states = new Map<string, ReviewState>();
  private readonly open = new Map<string, Text>();
  private folders: readonly string[] = [];
  private readings = 0;
  private work: Promise<void> = Promise.resolve();

  /**
   * @param changed told after every change with the reviews that it touched, and with the address that was edited
   * @param progress told while a review is read for the first time how many of its files have been
   * @param packs whether reviews stay for so long that what is known of their files is better kept in little room
   */
  constructor(
    private readonly host: Host,
    private readonly changed: (states: readonly ReviewState[], edited?: string) => void,
    private readonly progress?: (done: number, total: number) => void,
    private readonly packs = false,
  ) {}

  /** True while reviews are being read: until then nothing is said that another file may have the answer to. */
  get reading(): boolean {
    return this.readings > 0;
  }

  get reviews(): readonly ReviewState[] {
    return [...this.states.values()];
  }

  /**
   * Reads all reviews at or under the folders, anew.
   *
   * @param first what the reading waits for: what can be said of open files early is said before a large folder is even listed
   */
  setFolders(folders: readonly string[], first?: Promise<void>): Promise<void> {
    this.readings++;
    this.folders = folders;
    return this.enqueue(async () => {
      await first;
      await this.findReviews();
    }).finally(() => {
      this.readings--;
    });
  }

  /** The review that owns a file, and the file's path in it. */
  owner(address: string): Owned | undefined {
    let best: Owned | undefined;
    for (const state of this.states.values()) {
      const path = this.host.relative(state.root, address);
      if (path !== undefined && (!best || state.root.length > best.state.root.length)) best = { state, path };
    }
    return best;
  }

  /** An editor shows a file, or its text has changed there. */
  edit(address: string, text: Text): Promise<void> {
    this.open.set(address, text);
    return this.enqueue(async () => {
      const owned = this.owner(address);
      // Only the last text counts: what was typed since is handled by the calls that follow.
      if (!owned || this.open.get(address) !== text) return;
      await this.tell([owned.state], () => owned.state.edit(owned.path, text), address);
    });
  }

  close(address: string): Promise<void> {
    this.open.delete(address);
    return this.enqueue(async () => {
      const owned = this.owner(address);
      if (!owned) return;
      await this.tell([owned.state], () => owned.state.close(owned.path));
    });
  }

  /** Files have changed on the disk. A `metasynth.yaml` that appears or goes changes who owns what. */
  changedOnDisk(changes: readonly FileChange[]): Promise<void> {
    return this.enqueue(async () => {
      const rehomed = changes.some(change => change.kind !== 'changed' && this.isReviewFile(change.address));
      if (rehomed) return this.findReviews();
      const byState = new Map<ReviewState, string[]>();
      for (const { address } of changes) {
        const owned = this.owner(address);
        if (owned) byState.set(owned.state, [...(byState.get(owned.state) ?? []), owned.path]);
      }
      await this.tell([...byState.keys()], async () => {
        for (const [state, paths] of byState) await state.changedOnDisk(paths);
      });
    });
  }

  /**
   * What can be said of an open file while its review is still being read, with the review's folder and the file's path in it;
   * undefined for a file that belongs to none of the folders' reviews.
   */
  async early(
    address: string,
    text: string,
  ): Promise<{ readonly root: string; readonly path: string; readonly diagnoses: readonly Diagnosis[] } | undefined> {
    const root = await this.rootOf(address);
    const path = root === undefined ? undefined : this.host.relative(root, address);
    if (root === undefined || path === undefined) return undefined;
    const settings = path === reviewFile ? text : await this.textOf(this.host.join(root, reviewFile));
    return settings === undefined ? undefined : { root, path, diagnoses: earlyDiagnoses(settings, path, text) };
  }

  /** The nearest folder upwards with a `metasynth.yaml`, inside the folders that are open. */
  private async rootOf(address: string): Promise<string | undefined> {
    const folder = this.folders.find(each => this.host.relative(each, address) !== undefined);
    if (folder === undefined) return undefined;
    const parts = (this.host.relative(folder, address) ?? '').split('/').slice(0, -1);
    for (let depth = parts.length; depth >= 0; depth--) {
      const root = depth === 0 ? folder : this.host.join(folder, parts.slice(0, depth).join('/'));
      if ((await this.textOf(this.host.join(root, reviewFile))) !== undefined) return root;
    }
    return undefined;
  }

  private async textOf(address: string): Promise<string | undefined> {
    const open = this.open.get(address);
    if (open !== undefined) return open.toString();
    for await (const batch of this.host.read([address])) if (batch[0]?.bytes) return decode(batch[0].bytes).text;
    return undefined;
  }

  /** Tells of all reviews again, once everything asked for so far is done. */
  retell(): Promise<void> {
    return this.enqueue(async () => this.changed(this.reviews));
  }

  /**
   * Looks up the quotes that wait for it, and tells of each review of which more is known by it. It reads full texts and may
   * last, so that it is no link in the chain of changes: those go on in its pauses.
   */
  async lookUpQuotes(told: (state: ReviewState) => void, pause: Pause): Promise<void> {
    for (const state of this.reviews) {
      const tell = (): void => {
        if (this.reviews.includes(state)) told(state);
      };
      if (await state.lookUpQuotes(pause, tell)) tell();
    }
  }

  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void> {
    return this.enqueue(async () => {});
  }

  private isReviewFile(address: string): boolean {
    return address.slice(address.lastIndexOf('/') + 1) === reviewFile;
  }

  private async findReviews(): Promise<void> {
    const roots = await this.host.findReviews(this.folders);
    const before = this.reviews;
    this.states.clear();
    for (const root of roots) {
      const nested = roots.filter(other => other !== root && this.host.relative(root, other) !== undefined);
      const owns = (path: string): boolean =>
        !nested.some(other => this.host.relative(other, this.host.join(root, path)) !== undefined);
      this.states.set(root, new ReviewState(root, this.host, owns, this.packs));
    }
    // The reader's own files first, so that their text counts while the rest is being read.
    for (const [address, text] of this.open) {
      const owned = this.owner(address);
      if (owned) await owned.state.edit(owned.path, text);
    }
    for (const state of this.states.values()) await state.load(this.progress);
    this.changed([...before.filter(state => !roots.includes(state.root)), ...this.reviews]);
  }

  /** Does something to reviews and tells of those whose facts have changed by it. */
  private async tell(states: readonly ReviewState[], task: () => Promise<void>, edited?: string): Promise<void> {
    const before = states.map(state => state.version);
    await task();
    const touched = states.filter((state, index) => state.version !== before[index]);
    if (touched.length > 0) this.changed(touched, edited);
  }

  /** One thing after another; a failure of one does not stop the next. */
  private enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.work.then(task);
    this.work = done.catch(() => {});
    return done;
  }
}

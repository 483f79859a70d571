import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';

/** Fewer files than this are read before anybody could look at a progress bar. */
const leastFiles = 500;

/** Shows how far the reading of a large review has come, in clients that can show it. */
export class ReadingProgress {
  private bar: (WorkDoneProgressReporter & { done(): void }) | 'asked' | undefined;
  private ended = false;
  private shown = 0;
  private isLong = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly canShow: () => boolean,
  ) {}

  /** So many of so many files have been read. */
  read(done: number, total: number): void {
    if (total < leastFiles) return;
    this.isLong = done < total;
    for (const tell of this.waiting.splice(0)) tell();
    if (!this.canShow()) return;
    if (done >= total) {
      this.end();
      return;
    }
    const percentage = Math.floor((100 * done) / total);
    if (this.bar === undefined) {
      this.bar = 'asked';
      this.ended = false;
      this.connection.window.createWorkDoneProgress().then(
        bar => {
          if (this.ended) return;
          this.bar = bar;
          bar.begin(l10n.t('Metasynth'), percentage, l10n.t('Reading the review'), false);
        },
        () => {},
      );
      return;
    }
    if (this.bar === 'asked' || percentage === this.shown) return;
    this.shown = percentage;
    this.bar.report(percentage, l10n.t('{0} of {1} files', done, total));
  }

  /** Resolves while so much is being read that nobody should wait for all of it. */
  untilLong(): Promise<void> {
    return this.isLong ? Promise.resolve() : new Promise(resolve => this.waiting.push(resolve));
  }

  private end(): void {
    this.ended = true;
    if (this.bar !== undefined && this.bar !== 'asked') this.bar.done();
    this.bar = undefined;
  }
}

import type { Place, Span } from './span.js';

/** The lines of a text: from offsets to lines and characters and back. `\n`, `\r\n` and `\r` end a line, as in the LSP. */
export class Lines {
  private readonly starts: Uint32Array;

  constructor(private readonly text: string) {
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (code === 10 || code === 13) starts.push(index + 1);
    }
    this.starts = Uint32Array.from(starts);
  }

  get count(): number {
    return this.starts.length;
  }

  positionAt(offset: number): { line: number; character: number } {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.starts[low] ?? 0) };
  }

  offsetAt(line: number, character: number): number {
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    const next = this.starts[line + 1] ?? this.text.length;
    return Math.min(start + Math.max(character, 0), next);
  }

  placeOf([start, end]: Span, fromLine = 0): Place {
    const from = this.positionAt(start);
    const to = this.positionAt(end);
    return { line: from.line - fromLine, character: from.character, endLine: to.line - fromLine, endCharacter: to.character };
  }

  spanOf({ line, character, endLine, endCharacter }: Place): Span {
    return [this.offsetAt(line, character), this.offsetAt(endLine, endCharacter)];
  }
}

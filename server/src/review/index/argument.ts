import { foldId } from '../../text/words.js';
import type { Effects } from './effects.js';
import { isKind, type Member } from './member.js';
import type { SymbolTable } from './symbols.js';

/** Which findings the line of argument takes up. */
export class Argument {
  /** How many of its sentences take up any. */
  private answering = 0;

  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
  ) {}

  get anyAnswer(): boolean {
    return this.answering > 0;
  }

  isAnswered(finding: string): boolean {
    const id = foldId(finding);
    return this.symbols
      .members('finding', 'uses', id)
      .some(({ chunk }) => chunk.uses.some(use => use.kind === 'finding' && use.role === 'answers' && use.id === id));
  }

  /** A chunk has come or gone. */
  count(member: Member, by: 1 | -1): void {
    if (!isKind(member, 'argument') || member.facts.answers.length === 0) return;
    this.answering += by;
    this.effects.facets.add('answers');
  }
}

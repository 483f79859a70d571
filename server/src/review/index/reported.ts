import type { ReportingStandardId } from '../../standards/reporting.js';
import type { Site } from '../model.js';
import type { Effects } from './effects.js';
import { inReadingOrder, isKind, type Member, type MemberOf } from './member.js';

/**
 * Which passages say that they report an item of a reporting standard, and which generated blocks hold something. Kept so that
 * coverage costs a look-up for each item, however long the manuscript is.
 */
export class Reported {
  private readonly items = new Map<string, Set<MemberOf<'section'>>>();
  private readonly filled = new Map<string, Set<MemberOf<'generated'>>>();

  constructor(private readonly effects: Effects) {}

  has(standard: ReportingStandardId, item: string): boolean {
    return this.items.has(`${standard} ${item}`);
  }

  passages(standard: ReportingStandardId, item: string): readonly Site[] {
    const members = [...(this.items.get(`${standard} ${item}`) ?? [])].sort(inReadingOrder);
    return members.flatMap(({ file, chunk, facts }) =>
      facts.reports
        .filter(each => each.standard === standard && each.item === item)
        .map(({ at }) => ({ file, chunk, at })),
    );
  }

  blocks(report: string): readonly MemberOf<'generated'>[] {
    return [...(this.filled.get(report) ?? [])].sort(inReadingOrder);
  }

  /** A chunk has come or gone. */
  count(member: Member, by: 1 | -1): void {
    if (isKind(member, 'section')) {
      for (const { standard, item } of member.facts.reports) this.change(this.items, `${standard} ${item}`, member, by);
    } else if (isKind(member, 'generated') && member.facts.closed && member.facts.text.trim() !== '') {
      this.change(this.filled, member.facts.name, member, by);
    }
  }

  private change<M>(table: Map<string, Set<M>>, key: string, member: M, by: 1 | -1): void {
    const members = table.get(key) ?? new Set();
    if (by > 0) table.set(key, members.add(member));
    else if (members.delete(member) && members.size === 0) table.delete(key);
    this.effects.facets.add('reporting');
  }
}

import type { PlacedSection, Review } from '../review/model.js';

/**
 * The numbers that the sections of the manuscript have where somebody counts them: *2.3*. A first heading that is the only one of
 * its level is the title, and has none. Files count on in the order in which `metasynth.yaml` names them.
 */
export function sectionNumbers(review: Review): ReadonlyMap<PlacedSection['chunk'], string> {
  const order = new Map(review.settings.manuscript.map(({ value }, index) => [value, index]));
  const place = ({ file }: PlacedSection): number => order.get(file.path) ?? order.size;
  const sections = review.sections
    .filter(section => section.facts.level > 0)
    .map((section, index) => ({ section, index }))
    .sort((a, b) => place(a.section) - place(b.section) || a.index - b.index)
    .map(({ section }) => section);
  const [first] = sections;
  const top = Math.min(...sections.map(({ facts }) => facts.level));
  const alone = sections.filter(({ facts }) => facts.level === top).length === 1;
  const title = first && sections.length > 1 && alone && first.facts.level === top ? first : undefined;
  const counted = title ? sections.slice(1) : sections;
  const highest = Math.min(...counted.map(({ facts }) => facts.level));
  const numbers = new Map<PlacedSection['chunk'], string>();
  const counts: number[] = [];
  for (const { chunk, facts } of counted) {
    const depth = facts.level - highest;
    counts.length = Math.min(counts.length, depth + 1);
    // A level that was left out counts as its first section.
    while (counts.length <= depth) counts.push(counts.length < depth ? 1 : 0);
    counts[depth]!++;
    numbers.set(chunk, counts.join('.'));
  }
  return numbers;
}

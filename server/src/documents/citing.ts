import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { CitationGroup, Report } from '../reports/tree.js';
import type { Review } from '../review/model.js';
import { foldId } from '../text/words.js';
import { apa } from './references/apa.js';
import type { ListedWork, ReferenceStyle } from './references/style.js';
import { vancouver } from './references/vancouver.js';

/** A report whose citations are words, and the list of the works that it cites. */
export interface CitedReport {
  readonly report: Report;
  readonly references: readonly Paragraph[];
  /** Whether the list is numbered. */
  readonly numbered: boolean;
}

/** The works that a report cites, as its style lists them. */
export interface Citing {
  readonly style: ReferenceStyle;
  readonly list: readonly ListedWork[];
  /** The entry of a key, however it is written; undefined where no work has it. */
  entry(key: string): ListedWork | undefined;
}

/** Looks up what a report cites. */
export function citingOf(report: Report, review: Review): Citing {
  const style = review.settings.reportStyle === 'vancouver' ? vancouver : apa;
  const ids = new Set(groupsOf(report).flatMap(group => group.citations.map(({ key }) => foldId(key))));
  const list = style.list(
    [...ids].flatMap(id => {
      const facts = review.works.get(id)?.facts;
      const letter = letterOf(review.studyById.get(id)?.facts.cite?.value);
      return facts ? [{ facts, ...(letter !== undefined && { letter }) }] : [];
    }),
  );
  const entries = new Map(list.map(entry => [foldId(entry.facts.key), entry]));
  return { style, list, entry: key => entries.get(foldId(key)) };
}

/** The letter at the end of a name that the review itself gives a study: *Moran et al. 2012b*. */
function letterOf(name: string | undefined): string | undefined {
  return /\b\d{4}([a-z])$/.exec(name ?? '')?.[1];
}

/** Writes the citations of a report in the review's style. A key that no work has stands there itself: it is not hidden. */
export function cited(report: Report, review: Review): CitedReport {
  const { style, list, entry } = citingOf(report, review);
  const words = (group: CitationGroup): PhrasingContent[] =>
    style
      .cite(group.citations.map(({ key, prefix }) => ({ key, entry: entry(key), ...(prefix && { prefix }) })))
      .map((part): PhrasingContent => {
        const text = { type: 'text' as const, value: part.text };
        return part.entry ? { type: 'link', url: `#reference-${part.entry.place}`, children: [text] } : text;
      });
  return {
    report: { ...report, children: report.children.map(node => withWords(node, words) as RootContent) },
    references: list.map(({ words: children }) => ({ type: 'paragraph', children: [...children] })),
    numbered: style.numbered,
  };
}

function groupsOf(node: Report | Nodes): CitationGroup[] {
  if (node.type === 'citationGroup') return [node];
  if (node.type === 'captioned') return [...groupsOf(node.content), ...node.notes.flatMap(groupsOf)];
  return 'children' in node ? node.children.flatMap(groupsOf) : [];
}

function withWords(node: Nodes, words: (group: CitationGroup) => PhrasingContent[]): Nodes {
  if (node.type === 'captioned') {
    return {
      ...node,
      content: withWords(node.content, words) as typeof node.content,
      notes: node.notes.map(note => withWords(note, words) as Paragraph),
    };
  }
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).flatMap(child =>
    child.type === 'citationGroup' ? words(child) : [withWords(child, words)],
  );
  return { ...node, children } as Nodes;
}

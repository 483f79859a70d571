import * as l10n from '@vscode/l10n';
import type { Construct, Review } from '../../review/model.js';
import { Offer } from './items.js';
import type { MarkdownSpot } from './markdown-spot.js';
import { searchText } from './matching.js';
import { offerConstructs } from './names.js';
import { targetOn } from './place.js';

/** Offers headings of the manuscript: aspects that a construct lacks, and constructs without a heading. */
export function offerHeadings(review: Review, path: string, spot: MarkdownSpot): Offer | undefined {
  const { text, before, character, line } = spot;
  const marker = /^ {0,3}(#{1,6})[ \t]+/.exec(before);
  if (!marker) return undefined;
  const identifier = /\{#([^\s{}]*)$/.exec(before);
  if (identifier) return offerIdentifiers(review, spot, identifier[1]!.length);
  const from = marker[0].length;
  const rest = /^(.*?)(?:\s*(?:\{[^{}]*\}|<!--.*)?\s*)$/.exec(text.slice(from))?.[1] ?? '';
  const to = Math.max(character, from + rest.length);
  if (character > from + rest.length && rest !== '' && text.slice(from + rest.length, character).trim() !== '')
    return undefined;
  const offer = new Offer(targetOn(line, from, to, text, character));
  const { construct, aspects } = around(review, path, line, marker[1]!.length);
  if (construct) {
    offer.addDrafts(
      review.settings.aspects
        .filter(({ id, headings }) => !aspects.has(id) && headings.length > 0)
        .map(({ id, headings }) => ({
          label: headings[0]!,
          kind: 'aspect',
          words: [...headings, id],
          text: headings[0]!,
          detail: l10n.t('of {0}', construct.label),
        })),
      1,
    );
  }
  offer.add(() => review.constructs, {
    search: ({ facts, label }) => searchText([label, facts.name]),
    without: each => each.headings.some(site => !isAt(site, path, line)) || hasSeveralLines(each),
    tier: 2,
    make: each => ({
      label: each.label,
      kind: 'construct',
      words: [each.label, each.facts.name],
      text: each.label,
      detail: l10n.t('a construct that has no section yet'),
      about: { kind: 'construct', id: each.id },
    }),
  });
  return offer;
}

/** A label of several lines cannot be a heading. */
function hasSeveralLines({ label }: Construct): boolean {
  return /[\r\n]/.test(label);
}

function isAt(site: Construct['headings'][number], path: string, line: number): boolean {
  return site.file.path === path && site.chunk.line + site.at.line === line;
}

function offerIdentifiers(review: Review, { text, character, line }: MarkdownSpot, typed: number): Offer {
  let to = character;
  while (to < text.length && !/[\s{}]/.test(text[to]!)) to++;
  const offer = new Offer(targetOn(line, character - typed, to, text, character));
  const close = /^\s*(?:[.\w=-]+\s*)*\}/.test(text.slice(to)) ? '' : '}';
  offerConstructs(offer, review, name => name + close, new Set());
  return offer;
}

/** The construct that a heading of a level would stand under, and the aspects that its section has already. */
function around(
  review: Review,
  path: string,
  line: number,
  level: number,
): { construct: Construct | undefined; aspects: ReadonlySet<string> } {
  let open: { level: number; is: Construct }[] = [];
  let aspects = new Set<string>();
  let passed = false;
  for (const section of review.sections) {
    const { facts, chunk } = section;
    if (section.file.path !== path || facts.level === 0) continue;
    const at = chunk.line + facts.at.line;
    if (at === line) continue;
    if (at > line && !passed) {
      passed = true;
      open = open.filter(each => each.level < level);
    }
    if (passed && (facts.level < level || section.namesConstruct)) break;
    if (!passed) open = open.filter(each => each.level < facts.level);
    if (!passed && section.namesConstruct && section.construct) {
      open.push({ level: facts.level, is: section.construct });
      aspects = new Set();
    }
    if (section.aspect !== undefined && section.construct === open.at(-1)?.is) aspects.add(section.aspect);
  }
  if (!passed) open = open.filter(each => each.level < level);
  return { construct: open.at(-1)?.is, aspects };
}

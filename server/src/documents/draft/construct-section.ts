import * as l10n from '@vscode/l10n';
import type { BlockContent, PhrasingContent } from 'mdast';
import { type CitationGroup, heading, paragraph, strong } from '../../reports/tree.js';
import type { Construct, Review, Study, Theme } from '../../review/model.js';
import { constructOf, studyOf } from '../../review/translation.js';
import type { StudyFinding } from '../../syntax/facts.js';
import { scanMarkdown } from '../../syntax/markdown/scan.js';
import { foldId, foldLabel } from '../../text/words.js';
import { toMarkdown } from '../markdown.js';
import { html, sentenceWith, studiesInAll, studiesWith } from './checked.js';
import { rawMaterial, type Said } from './raw-material.js';

/** What there is to say of a construct, part by part: what stands under its own heading, and under that of each division. */
export interface ConstructDraft {
  readonly construct: Construct;
  readonly lead: readonly BlockContent[];
  readonly divisions: readonly {
    readonly aspect: string;
    readonly title: string;
    readonly blocks: readonly BlockContent[];
  }[];
}

/** Drafts the section of a construct: made once for each, since every study may have to be looked at. */
export class Drafter {
  private readonly findings = new Map<Study, readonly (StudyFinding & { readonly themes: ReadonlySet<string> })[]>();
  private readonly aspects: ReadonlySet<string>;

  constructor(private readonly review: Review) {
    this.aspects = new Set(review.settings.aspects.map(({ id }) => id));
  }

  draft(construct: Construct): ConstructDraft {
    const refuting = refutingStudies(construct, this.review);
    const said = construct.themes.map(theme => ({ theme, by: this.byAspect(theme) }));
    const under = (aspect: string | undefined): BlockContent[] =>
      said
        .map(({ theme, by }) => ({ theme, here: by.get(aspect) ?? new Map<Study, readonly Said[]>() }))
        // What most studies say comes first; the codebook's order, mostly that of the alphabet, says nothing of a theme.
        .sort((a, b) => b.here.size - a.here.size)
        .flatMap(({ theme, here }) => this.themeBlocks(theme, here, refuting));
    return {
      construct,
      lead: [...this.opening(construct, refuting), ...under(undefined)],
      divisions: this.review.settings.aspects.flatMap(({ id, headings }) => {
        const blocks = under(id);
        return blocks.length > 0 ? [{ aspect: id, title: oneLine(headings[0] ?? id), blocks }] : [];
      }),
    };
  }

  /** What the construct says, how many studies it is built on, and who refuses it without carrying any of its themes. */
  private opening(construct: Construct, refuting: ReadonlySet<Study>): BlockContent[] {
    const { review } = this;
    const lines: PhrasingContent[][] = [];
    const definition = construct.facts.definition && fullSentence(construct.facts.definition.value);
    if (definition) lines.push([{ type: 'text', value: definition }]);
    const { length } = construct.carrying;
    if (length > 0) {
      lines.push(
        sentenceWith(
          (count, all) => {
            if (review.studyCount === 1) return l10n.t('Of {1} included study, {0} carries its themes.', count, all);
            return length === 1
              ? l10n.t('Of {1} included studies, {0} carries its themes.', count, all)
              : l10n.t('Of {1} included studies, {0} carry its themes.', count, all);
          },
          studiesWith('construct', construct, review),
          studiesInAll(review),
        ),
      );
    }
    const alone = [...refuting].filter(study => !construct.carrying.includes(study));
    if (alone.length > 0) {
      const cited = [cite([], alone)];
      lines.push(sentenceWith(group => l10n.t('Not every study bears it out {0}.', group), cited));
    }
    if (lines.length === 0) return [];
    return [paragraph(...lines.flatMap((line, at) => (at === 0 ? line : ['\n', ...line])))];
  }

  /**
   * The studies that carry a theme, with what they say, by the division of their passages. A study whose passages are divided
   * stands in each of the divisions; without divisions, or without passages, it stands under none.
   */
  private byAspect(theme: Theme): Map<string | undefined, Map<Study, readonly Said[]>> {
    const by = new Map<string | undefined, Map<Study, Said[]>>();
    const put = (aspect: string | undefined, study: Study): Said[] => {
      const studies = by.get(aspect) ?? new Map<Study, Said[]>();
      by.set(aspect, studies);
      const list = studies.get(study) ?? [];
      studies.set(study, list);
      return list;
    };
    for (const study of theme.studies) {
      const own = this.findingsOf(study).filter(({ themes }) => themes.has(theme.id));
      for (const { tags, order, text, locator } of own) {
        const aspects = tags.filter(tag => this.aspects.has(tag));
        const said: Said = { study, text, quoted: order === 1, ...(locator && { locator: locator.value }) };
        for (const aspect of aspects.length > 0 ? new Set(aspects) : [undefined]) put(aspect, study).push(said);
      }
      if (own.length > 0) continue;
      const wording = study.facts.themes.find(({ id }) => this.themeId(id) === theme.id)?.wording;
      const list = put(undefined, study);
      if (wording !== undefined && foldLabel(wording) !== foldLabel(theme.label))
        list.push({ study, text: wording, quoted: false });
    }
    return by;
  }

  private findingsOf(study: Study) {
    const known = this.findings.get(study);
    if (known) return known;
    const made = this.review.findingsOf(study).map(each => ({
      ...each,
      themes: new Set(each.tags.flatMap(tag => this.themeId(tag) ?? [])),
    }));
    this.findings.set(study, made);
    return made;
  }

  private themeId(name: string): string | undefined {
    return this.review.themeById.get(name)?.id ?? this.review.themeAliases.get(name)?.id;
  }

  /** A theme as a paragraph: its label, how many studies carry it, and which of them do so here; below it, what they say. */
  private themeBlocks(
    theme: Theme,
    here: ReadonlyMap<Study, readonly Said[]>,
    refuting: ReadonlySet<Study>,
  ): BlockContent[] {
    if (here.size === 0) return [];
    const { review } = this;
    // The order of the table is that of the theme's own list.
    const studies = theme.studies.filter(study => here.has(study));
    const support = studies.filter(study => !refuting.has(study));
    const against = studies.filter(study => refuting.has(study));
    const all = theme.carriers.size;
    const part = String(support.length);
    const count = sentenceWith(
      number => {
        if (here.size === all || support.length === 0)
          return all === 1 ? l10n.t('{0} study', number) : l10n.t('{0} studies', number);
        return l10n.t('{0} of the {1} studies', part, number);
      },
      studiesWith('theme', theme, review),
    );
    const definition = theme.facts.definition && oneLine(theme.facts.definition.value);
    const label = oneLine(theme.label);
    const head = definition ? `${label}: ${definition}` : label;
    return [
      paragraph(strong(label), ' (', ...count, ') ', cite(support, against), '.'),
      ...rawMaterial(
        head,
        studies.flatMap(study => here.get(study) ?? []),
      ),
    ];
  }
}

/** The studies that the translation says refute a construct. */
function refutingStudies(construct: Construct, review: Review): ReadonlySet<Study> {
  const seen = new Set<Study>();
  const refuting = new Set<Study>();
  for (const cell of review.translation?.facts.cells ?? []) {
    const study = constructOf(cell, review) === construct ? studyOf(cell, review) : undefined;
    // Of two cells in one place the first counts, here as everywhere.
    if (!study || seen.has(study)) continue;
    seen.add(study);
    if (cell.relation === 'refutational') refuting.add(study);
  }
  return refuting;
}

function cite(support: readonly Study[], against: readonly Study[]): CitationGroup {
  return {
    type: 'citationGroup',
    citations: [
      ...support.map(({ facts }) => ({ key: facts.key })),
      ...against.map(({ facts }) => ({ key: facts.key, prefix: 'but see' })),
    ],
  };
}

/** A heading for a construct, with a comment below it where its words alone would not name it. */
export function constructHeading(construct: Construct, depth: number, review: Review): BlockContent[] {
  const made = heading(depth, oneLine(construct.label));
  const named = review.constructs.find(each => foldLabel(each.label) === titleOf(made));
  return named === construct ? [made] : [made, html(`<!-- construct: ${construct.facts.name} -->`)];
}

/** A heading for a division of a construct, with comments below it where its words alone would not mean it. */
export function divisionHeading(
  { construct, aspect, title }: { readonly construct: Construct; readonly aspect: string; readonly title: string },
  depth: number,
  review: Review,
): BlockContent[] {
  const made = heading(depth, title);
  const words = titleOf(made);
  const meant = review.settings.aspects.findLast(({ id, headings }) =>
    [id, ...headings].some(each => foldLabel(each) === words),
  );
  const isConstruct = review.constructs.some(each => foldLabel(each.label) === words);
  return [
    made,
    ...(isConstruct ? [html(`<!-- construct: ${construct.facts.name} -->`)] : []),
    ...(meant?.id === foldId(aspect) ? [] : [html(`<!-- aspect: ${aspect} -->`)]),
  ];
}

/** What a heading says to whoever reads the manuscript, as labels are compared. */
function titleOf(made: ReturnType<typeof heading>): string {
  const { sections } = scanMarkdown(toMarkdown({ type: 'root', children: [made] }));
  return foldLabel(sections.find(section => section.heading)?.heading?.text ?? '');
}

/** Words of the codebook as a sentence: whole definitions often stand there without their full stop. */
export function fullSentence(words: string): string {
  const line = oneLine(words);
  return line === '' || /[.!?…]["'”’)\]]*$/.test(line) ? line : `${line}.`;
}

function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\ue000]+/gu, ' ').trim();
}

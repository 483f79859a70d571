import * as l10n from '@vscode/l10n';
import { reportKinds } from '../../reports/reports.js';
import type { Review } from '../../review/model.js';
import { credibilities } from '../../syntax/definitions/study.js';
import { foldId } from '../../text/words.js';
import { offerChecked } from './checked.js';
import { type Draft, Offer } from './items.js';
import type { MarkdownSpot } from './markdown-spot.js';
import { meaningOf } from './meanings.js';
import { offerConstructs } from './names.js';
import { type Abilities, targetOn } from './place.js';
import { offerReported, reportsSpot } from './reports.js';
import { offerAspects } from './settings.js';

/** What a comment of the manuscript is offered from. */
export interface CommentPlace {
  readonly review: Review;
  readonly spot: MarkdownSpot;
  readonly able: Abilities;
}

/** Offers what a comment of the manuscript may say; undefined where nothing of ours is being typed. */
export function offerComments(place: CommentPlace): Offer | undefined {
  const { spot, review } = place;
  const { before, comment } = spot;
  if (comment === undefined) return offerOpening(place);
  const said = before.slice(comment).trimStart();
  if (said.startsWith('=')) return offerChecked(place, said);
  const property = /^(construct|aspect|finding|reports):\s*(.*)$/i.exec(said);
  if (!property) return /^[\w:-]*$/.test(said) ? offerWords(place, said.length) : undefined;
  const [name, value] = [property[1]!.toLowerCase(), property[2]!];
  if (name === 'reports') return offerReports(place, value);
  const offer = new Offer(wordTarget(spot, value.length));
  const write = closing(spot);
  if (name === 'construct') offerConstructs(offer, review, write, new Set());
  else if (name === 'aspect') offerAspects({ review, offer }, write, new Set());
  else
    offer.addDrafts(unnamedFindings(review).map(id => ({ label: id, kind: 'finding', words: [id], text: write(id) })));
  return offer;
}

/** Offers how a list of reported items goes on. */
function offerReports(place: CommentPlace, value: string): Offer | undefined {
  const found = reportsSpot(value);
  if (!found) return undefined;
  const offer = new Offer(wordTarget(place.spot, found.typed.length, /[^\s>,;]/));
  return offerReported(place.review, offer, found, value, closing(place.spot));
}

/** Offers the comment of a Markdown study: how credible a finding is. */
export function offerStudyComments({ spot, able }: CommentPlace): Offer | undefined {
  if (spot.comment === undefined) return undefined;
  const said = spot.before.slice(spot.comment).trimStart();
  const value = /^credibility:\s*(\S*)$/i.exec(said);
  const offer = new Offer(wordTarget(spot, value ? value[1]!.length : said.length));
  if (!value) {
    if (!/^\w*$/.test(said)) return undefined;
    offer.addDrafts([
      commentDraft(spot, able, 'credibility:', l10n.t('How far a quote supports the finding (meta-aggregation)')),
    ]);
    return offer;
  }
  const write = closing(spot);
  offer.addDrafts(
    credibilities.map(word => ({
      label: word,
      kind: 'word',
      words: [word],
      text: write(word),
      documentation: meaningOf('credibility', word),
    })),
  );
  return offer;
}

/** From the word's start to its end, with a `>` that an editor has put behind `<!--` by itself. */
function wordTarget({ line, text, character }: MarkdownSpot, typed: number, ofWord = /[^\s>]/) {
  let to = character;
  while (to < text.length && ofWord.test(text[to]!) && !text.startsWith('--', to)) to++;
  const lone = /^\s*>/.exec(text.slice(to));
  if (lone) to += lone[0].length;
  return targetOn(line, character - typed, to, text, character);
}

/** Ends the comment behind a value unless it is ended. */
function closing({ text, character }: MarkdownSpot): (value: string) => string {
  const end = text.slice(character).includes('-->') ? '' : ' -->';
  return value => value + end;
}

/** A `<` where a comment may begin: at the start of a line, behind a sentence or a number. */
function offerOpening(place: CommentPlace): Offer | undefined {
  const { spot } = place;
  const typed = /(^|[.!?\d%][ \t]*|[)\]"”’][ \t]*)(<!?-{0,2})$/.exec(spot.before)?.[2];
  if (typed === undefined) return undefined;
  return offerWords(place, typed.length, '<!-- ');
}

function offerWords({ review, spot, able }: CommentPlace, typed: number, opening = ''): Offer {
  const target = wordTarget(spot, typed);
  // What was typed of the opening is no part of the words.
  const offer = new Offer(opening === '' ? target : { ...target, typed: '' });
  const start = spot.comment === undefined ? spot.character - typed : spot.comment - 4;
  const alone = /^\s*$/.test(spot.text.slice(0, start));
  const touches = /[\d%]$/.test(spot.text.slice(0, start));
  const draft = (label: string, detail: string): Draft => commentDraft(spot, able, label, detail, opening);
  const block = (name: string, detail: string): Draft => ({
    ...draft(`metasynth:${name}`, detail),
    ...blockText(name, spot, able, opening),
  });
  if (alone) {
    offer.addDrafts([
      draft('construct:', l10n.t('The construct that this section is about')),
      draft('aspect:', l10n.t('The aspect of the construct that this section tells, such as {0}', aspectNames(review))),
      ...reportKinds.map(({ name, summary }) => block(name, l10n.t('{0}, kept up to date', capitalised(summary)))),
    ]);
  } else {
    const number = draft('=', l10n.t('What the number before it counts: it is checked against the studies'));
    if (touches || !/[.!?]["”’)\]]*\s*$/.test(spot.text.slice(0, start))) offer.addDrafts([number], touches ? 1 : 6);
    offer.addDrafts([draft('finding:', l10n.t('A name for this finding, by which others refer to it'))]);
  }
  offer.addDrafts([draft('reports:', l10n.t('The items of a reporting standard that this passage reports'))], 6);
  return offer;
}

function aspectNames({ settings }: Review): string {
  return settings.aspects
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ');
}

function commentDraft(spot: MarkdownSpot, able: Abilities, label: string, detail: string, opening = ''): Draft {
  const closed = spot.text.slice(spot.character).includes('-->');
  const space = spot.comment !== undefined && spot.text[spot.comment] !== ' ' ? ' ' : '';
  const text = `${opening || space}${label} `;
  return {
    label,
    kind: 'comment',
    words: [label],
    ...(able.snippets && !closed ? { text: `${text}$0 -->`, snippet: true } : { text }),
    detail,
  };
}

/** A generated block with its closing marker, where nothing of it stands there yet. */
function blockText(
  name: string,
  spot: MarkdownSpot,
  able: Abilities,
  opening: string,
): Pick<Draft, 'text' | 'snippet'> {
  const space = spot.comment !== undefined && spot.text[spot.comment] !== ' ' ? ' ' : '';
  const text = `${opening || space}metasynth:${name}`;
  if (spot.text.slice(spot.character).includes('-->')) return { text };
  return able.snippets
    ? { text: `${text} -->\n<!-- /metasynth:${name} -->$0`, snippet: true }
    : { text: `${text} -->` };
}

/** Names of findings that the line of argument or a judgement refers to and the manuscript does not have. */
function unnamedFindings(review: Review): string[] {
  const names = new Map<string, string>();
  for (const { facts } of review.argument) {
    for (const { value } of facts.answers) names.set(foldId(value), value);
  }
  for (const path of ['confidence.yaml', 'confidence.yml']) {
    for (const { uses } of review.files.get(path)?.chunks ?? []) {
      for (const use of uses) if (use.kind === 'finding' && use.role === 'names') names.set(use.id, use.name);
    }
  }
  return [...names].filter(([id]) => !review.findingByName.has(id)).map(([, name]) => name);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import * as l10n from '@vscode/l10n';
import { type AgreementMeasure, agreementMeasures } from '../../review/counting/comparison.js';
import { flowBoxes } from '../../review/counting/mistakes.js';
import type { Review } from '../../review/model.js';
import { metaOf, schemasAt } from '../../syntax/definitions/fields.js';
import { definitions } from '../../syntax/definitions/parts.js';
import { offerFilter } from './filters.js';
import { type Draft, Offer, type Target } from './items.js';
import type { MarkdownSpot } from './markdown-spot.js';
import { offerConstructs } from './names.js';
import { targetOn } from './place.js';

/** What a checked number's comment is offered from. */
export interface CheckedPlace {
  readonly review: Review;
  readonly spot: MarkdownSpot;
}

const counted = /^(studies|share of studies|participants (?:sum|min|max|median))\s+where\s+/;

/**
 * Offers how the definition of a checked number goes on: `= studies where country:UK`.
 *
 * @param said the comment up to the cursor, from its `=` on
 */
export function offerChecked({ review, spot }: CheckedPlace, said: string): Offer | undefined {
  const bar = lastBar(said);
  const piece = said.slice(bar + 1);
  const sign = /^\s*(=?)\s*/.exec(piece)!;
  const text = piece.slice(sign[0].length);
  const target = (from: number): Target => wordTarget(spot, text.length - from);
  // A second reading of the number begins with a sign of its own.
  if (sign[1] === '')
    return text === '' ? wordsOffer(target(0), [['= ', l10n.t('Another way to count it')]]) : undefined;

  const where = counted.exec(text);
  if (where) {
    const start = where[0].length;
    return offerFilter({
      review,
      text: text.slice(start),
      closers: where[1] === 'share of studies' && !/\sof\s/.test(text.slice(start)) ? ['of'] : [],
      target: from => target(start + from),
      write: words => words,
    });
  }
  const under = /^(?:findings|themes)\s+under\s+(\S*)$/.exec(text);
  if (under) {
    const offer = new Offer(target(text.length - under[1]!.length));
    offerConstructs(offer, review, name => name, new Set());
    return offer;
  }
  const box = /^flow\.([\w-]*)$/.exec(text);
  if (box) return boxes(target(text.length - box[1]!.length));
  const agreed = /^agreement\.([\w.-]*)$/.exec(text);
  if (agreed) return agreements(target(text.length - agreed[1]!.length));
  const next =
    /^(studies|share of studies|participants (?:sum|min|max|median)|findings|themes|participants)\s+(\S*)$/.exec(text);
  if (next) {
    const from = target(text.length - next[2]!.length);
    if (next[1] === 'participants') return wordsOffer(from, statistics());
    if (next[1] === 'findings' || next[1] === 'themes') {
      return wordsOffer(from, [['under ', l10n.t('of a construct')]]);
    }
    return wordsOffer(from, [['where ', l10n.t('of the studies that pass a filter')]]);
  }
  if (!/^[\w. -]*$/.test(text)) return undefined;
  return wordsOffer(target(0), forms(), sign[0].endsWith(' ') || text !== '' ? '' : ' ');
}

/** The place of the last `|` that stands outside of quotation marks; -1 without one. */
function lastBar(said: string): number {
  let quoted = false;
  let bar = -1;
  for (let at = 0; at < said.length; at++) {
    if (said[at] === '"') quoted = !quoted;
    else if (said[at] === '|' && !quoted) bar = at;
  }
  return bar;
}

/** From a place before the cursor to the end of the word under it, or of the quotation that holds it. */
function wordTarget({ line, text, character }: MarkdownSpot, typed: number): Target {
  let to = character;
  const close = text[character - typed - 1] === '"' ? text.slice(character).search(/"|--/) : -1;
  if (close >= 0 && text[character + close] === '"') to = character + close + 1;
  else while (to < text.length && /[\p{L}\p{N}_.-]/u.test(text[to]!) && !text.startsWith('--', to)) to++;
  return targetOn(line, character - typed, to, text, character);
}

function wordsOffer(target: Target, words: readonly (readonly [string, string])[], space = ''): Offer {
  const offer = new Offer(target);
  offer.addDrafts(
    words.map(
      ([text, detail]): Draft => ({
        label: text.trim(),
        kind: 'word',
        words: [text.trim()],
        text: space + text,
        detail,
      }),
    ),
  );
  return offer;
}

function forms(): [string, string][] {
  return [
    ['studies', l10n.t('the included studies')],
    ['studies where ', l10n.t('the studies that pass a filter')],
    ['participants sum', l10n.t('the participants of all studies')],
    ['share of studies where ', l10n.t('a percentage of all studies')],
    ['findings', l10n.t('the findings of the manuscript')],
    ['findings under ', l10n.t('the findings of a construct')],
    ['themes', l10n.t('the themes of the codebook')],
    ['themes under ', l10n.t('the themes of a construct')],
    ['participants min', l10n.t('the smallest number of participants')],
    ['participants max', l10n.t('the largest number of participants')],
    ['participants median', l10n.t('the median number of participants')],
    ['flow.', l10n.t('a box of the flow diagram')],
    ['agreement.appraisal', l10n.t('how far the raters agree')],
    ['agreement.screening', l10n.t('how far the screeners agree')],
    ['agreement.coding', l10n.t('how far the coders agree')],
  ];
}

function statistics(): [string, string][] {
  return [
    ['sum', l10n.t('of all studies')],
    ['min', l10n.t('the smallest')],
    ['max', l10n.t('the largest')],
    ['median', l10n.t('the one in the middle')],
  ];
}

/** The measures of how far the two raters agree. */
function agreements(target: Target): Offer {
  const meanings: Readonly<Record<AgreementMeasure, string>> = {
    percent: l10n.t('how often the raters gave the same answer, in per cent'),
    kappa: l10n.t('Cohen’s kappa'),
    'weighted-kappa': l10n.t('kappa with linear weights, where the answers stand in an order'),
    pabak: l10n.t('kappa adjusted for prevalence and bias'),
    ac1: l10n.t('Gwet’s AC1'),
    pi: l10n.t('Scott’s pi'),
    alpha: l10n.t('Krippendorff’s alpha, for any number of raters'),
  };
  return wordsOffer(
    target,
    ['appraisal', 'screening', 'coding'].flatMap(of =>
      agreementMeasures.map(name => [name === 'percent' ? of : `${of}.${name}`, meanings[name]] as const),
    ),
  );
}

/** The boxes of the flow diagram that hold a number. */
function boxes(target: Target): Offer {
  const offer = new Offer(target);
  offer.addDrafts(
    flowBoxes().map(name => {
      const [schema] = schemasAt(definitions.review, ['flow', name]);
      return {
        label: name,
        kind: 'field',
        words: [name],
        text: name,
        documentation: schema && metaOf(schema)?.description,
      };
    }),
  );
  return offer;
}

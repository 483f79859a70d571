import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { conqualLevel } from '../standards/conqual.js';
import type { ConfidenceLevel, JudgementFacts } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import type { Finding, Review, Sourced, Study } from './model.js';

/** What a judgement of confidence is about: a finding of the review with its studies. */
export interface Judged {
  /** The finding as a sentence; empty where it is told nowhere. */
  readonly text: string;
  /** The finding of the manuscript; undefined for one that stands in `confidence.yaml` alone. */
  readonly finding: Finding | undefined;
  /** The studies that contribute to it, in no meaningful order. */
  readonly studies: readonly Study[];
  /** The studies that are cited against it. */
  readonly contrary: readonly Study[];
}

/** Finds what a judgement is about. What `confidence.yaml` tells itself goes before what the manuscript says under the name. */
export function judgedOf({ facts }: Sourced<JudgementFacts>, review: Review): Judged {
  const finding = facts.finding ? undefined : review.finding(facts.name);
  const told = [...new Set(facts.studies.map(study => foldId(study.value)))].flatMap(id => review.cited(id) ?? []);
  return {
    text: facts.finding?.value ?? finding?.text ?? '',
    finding,
    studies: told.length > 0 ? told : (finding?.support ?? []),
    contrary: finding?.contrary ?? [],
  };
}

/** The parts of a finding that a fingerprint keeps apart, so that it can be said which of them has changed. */
export const printedParts = ['text', 'studies', 'appraisals'] as const;
export type PrintedPart = (typeof printedParts)[number];

/**
 * The fingerprint of what a judgement rests on: the words of the finding, the studies for and against it, and what was answered
 * in the appraisal of each. `sha256-` and eight digits for each of the three, by SHA-256 of plain texts: it tells that something
 * has changed, and which of the three.
 */
export function fingerprintOf(judged: Judged, review: Review): string {
  const byId = (one: Study, other: Study): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  const studies = [...judged.studies].sort(byId);
  const contrary = [...judged.contrary].sort(byId);
  const texts: Record<PrintedPart, unknown> = {
    text: judged.text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    studies: [studies.map(({ id }) => id), contrary.map(({ id }) => id)],
    appraisals: [...studies, ...contrary].map(study => [study.id, ...answersOf(study, review)]),
  };
  return `sha256-${printedParts.map(part => shortPrint(JSON.stringify(texts[part]))).join('-')}`;
}

/** The answers that hold for a study, question by question, and the total where it states one itself. */
function answersOf(study: Study, review: Review): string[] {
  const { agreed, stated } = review.appraisalOf(study);
  const answers = [...agreed].sort(([one], [other]) => Number(one) - Number(other)).map(pair => pair.join(':'));
  return stated === undefined ? answers : [...answers, `total:${stated}`];
}

function shortPrint(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8);
}

/** Which parts differ between two fingerprints; undefined for one that this software did not write. */
export function changedParts(recorded: string, now: string): readonly PrintedPart[] | undefined {
  const parts = (print: string): string[] | undefined =>
    /^sha256-([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})$/.exec(print.trim())?.slice(1);
  const [before, after] = [parts(recorded), parts(now)];
  if (!before || !after) return undefined;
  return printedParts.filter((_, index) => before[index] !== after[index]);
}

/** The level of a judgement: what people judged, or for ConQual what the published table makes of it. */
export function levelOf({ confidence, conqual }: JudgementFacts): ConfidenceLevel | undefined {
  if (confidence?.level) return confidence.level;
  if (conqual?.dependability === undefined || conqual.credibility === undefined) return undefined;
  return conqualLevel(conqual.research, conqual.dependability, conqual.credibility);
}

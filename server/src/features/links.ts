import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import { insidePath, reviewFile } from '../review/paths.js';
import { locate, ruleNamed } from '../rules/judge.js';
import { knownKeys } from '../syntax/definitions/validate.js';
import type { Told } from '../syntax/facts.js';
import { asList, child, entriesOf } from '../syntax/yaml/access.js';
import type { Located } from '../syntax/yaml/located.js';
import { readYaml } from '../syntax/yaml/read.js';
import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import { sourceOfBlock } from './definition.js';
import type { Link } from './link.js';
import { quoteLinks } from './quote-links.js';

/** No file has more links than anybody would follow. */
const mostLinks = 5000;

/**
 * The words of a file that lead to another file, to a quote's place in its full text, to a page about a diagnostic, or to a paper
 * by its DOI. Citations and names
 * are no links: going to their definition is.
 *
 * @param pages whether pages about diagnostics can be shown
 */
export function linksIn(review: Review, path: string, text: string, pages: boolean): Link[] {
  const file = review.files.get(path);
  if (!file) return [];
  const lines = new Lines(text);
  const links = [
    ...(path === reviewFile ? [...settingsLinks(review), ...yamlLinks(text, lines, pages)] : []),
    ...(file.kind === 'manuscript' ? blockLinks(review, path) : []),
    ...(file.kind === 'manuscript' || file.kind === 'study' ? wikiLinks(review, text, lines) : []),
    ...(file.kind === 'study' ? quoteLinks(review, path) : []),
    ...doiLinks(text, lines),
  ];
  return links.slice(0, mostLinks);
}

/** The files and folders that metasynth.yaml names. */
function settingsLinks(review: Review): Link[] {
  const { settings, settingsSite, checklist } = review;
  // What is left out stands for itself at the head of the file, where no path is.
  const told = [settings.studies, settings.codebook, ...settings.bibliography, ...settings.manuscript].filter(
    ({ at }) => !samePlace(at, settings.head),
  );
  if (!checklist && isPath(settings.checklist.value)) told.push(settings.checklist);
  return told.flatMap(({ value, at }: Told) => {
    const path = insidePath(value);
    if (path === undefined || path === '') return [];
    const { range } = locate({ ...settingsSite, at });
    return [{ range, tooltip: l10n.t('Open {0}', path), to: { kind: 'file' as const, path } }];
  });
}

/** What is told of metasynth.yaml by its text alone: strategies kept in files, and codes of diagnostics. */
function yamlLinks(text: string, lines: Lines, pages: boolean): Link[] {
  const { root } = readYaml(text, { knownKeys: knownKeys('review') });
  const strategies = asList(child(root, 'search')).flatMap(each => strategyLink(child(each, 'strategy'), lines));
  const codes = entriesOf(child(root, 'severities')).flatMap(({ key, keyAt }): Link[] => {
    const rule = pages ? ruleNamed(key) : undefined;
    if (!rule) return [];
    return [{ range: lines.placeOf(keyAt), tooltip: rule.title, to: { kind: 'page', code: rule.code } }];
  });
  return [...strategies, ...codes];
}

function strategyLink(value: Located | undefined, lines: Lines): Link[] {
  if (value?.kind !== 'scalar' || !isPath(value.value)) return [];
  const path = insidePath(value.value);
  if (!path) return [];
  return [{ range: lines.placeOf(value.at), tooltip: l10n.t('Open {0}', path), to: { kind: 'file', path } }];
}

/** A short strategy may stand where the path of a file can. */
function isPath(value: string): boolean {
  return /^[^\s:*?"<>|()]+\.[\p{L}\p{N}]{1,8}$/u.test(value.trim());
}

function blockLinks(review: Review, path: string): Link[] {
  return review.generated.flatMap(({ file, chunk, facts }) => {
    const source = file.path === path ? sourceOfBlock(review, facts.name) : undefined;
    if (!source) return [];
    const { range } = locate({ file, chunk, at: facts.open });
    const target = locate(source);
    const tooltip = l10n.t('What this block is made from');
    return [{ range, tooltip, to: { kind: 'file' as const, path: target.path, line: target.range.line } }];
  });
}

/** `[[gillard2013]]`, as Obsidian and Foam link files. */
function wikiLinks(review: Review, text: string, lines: Lines): Link[] {
  const links: Link[] = [];
  for (const found of text.matchAll(/\[\[([^[\]|#\r\n]{1,200})/g)) {
    const study = review.studyById.get(foldId(found[1] ?? ''));
    if (!study) continue;
    const start = found.index + 2;
    const range = lines.placeOf([start, start + (found[1] ?? '').length]);
    links.push({ range, tooltip: study.name, to: { kind: 'file', path: study.file.path } });
  }
  return links;
}

/** A DOI that is not part of an address: editors link addresses themselves. */
const doi = /(?<![\p{L}\p{N}/.])10\.\d{4,9}\/[^\s"'{}<>[\],;|]{1,200}/gu;

function doiLinks(text: string, lines: Lines): Link[] {
  const links: Link[] = [];
  for (const found of text.matchAll(doi)) {
    const written = trimmed(found[0]);
    if (written.endsWith('/')) continue;
    const at: Span = [found.index, found.index + written.length];
    // BibTeX escapes what TeX would take for a sign of its own.
    const address = `https://doi.org/${encodeURI(written.replace(/\\/g, ''))}`;
    links.push({ range: lines.placeOf(at), tooltip: address, to: { kind: 'address', address } });
    if (links.length >= mostLinks) break;
  }
  return links;
}

/** Without the sign that ends the sentence, and without a bracket that was opened before. */
function trimmed(found: string): string {
  let words = found.replace(/[.:!?*_`]+$/, '');
  if (words.endsWith(')') && !words.includes('(')) words = words.replace(/\)+$/, '').replace(/[.:!?*_`]+$/, '');
  return words;
}

function samePlace(a: Place, b: Place): boolean {
  return (
    a.line === b.line && a.character === b.character && a.endLine === b.endLine && a.endCharacter === b.endCharacter
  );
}

import * as l10n from '@vscode/l10n';
import { knownKeys } from '../syntax/definitions/validate.js';
import type { Block, MarkdownDocument, Section } from '../syntax/markdown/document.js';
import { scanMarkdown } from '../syntax/markdown/scan.js';
import { dataSections } from '../syntax/read-study.js';
import { entry } from '../syntax/yaml/access.js';
import { readYaml } from '../syntax/yaml/read.js';
import { foldId } from '../text/words.js';
import { type Converted, type Item, lineNumber, refused, type Said, trimmedLines } from './study-form.js';
import { keepsEmptyLines } from './study-yaml-parts.js';

/**
 * A Markdown study as YAML: its head as it is, the findings as a list, and the rest of the text under `notes:`. The heading
 * of the findings stays in the notes, with nothing below it, where it says something: that it is not *Findings*, or that
 * something stands before it.
 */
export function studyToYaml(text: string, aspects: ReadonlySet<string>): Converted {
  const document = scanMarkdown(text);
  const head = headOf(text, document);
  if (typeof head !== 'string') return head;
  const data = new Set(dataSections(document.sections));
  const items: Item[] = [];
  const notes: string[] = [];
  let inside = false;
  let isFirst = true;
  for (const section of document.sections) {
    if (!data.has(section)) {
      notes.push(trimmedLines(text.slice(...section.at)));
      inside = false;
      continue;
    }
    const generated = document.generated.find(({ open }) => section.at[0] <= open[0] && open[0] < section.at[1]);
    if (generated) return noPlace(l10n.t('a block that a command writes'), text, generated.open[0]);
    const heading = headingLine(text, section);
    if (inside) items.push({ kind: 'aside', lines: [heading] });
    else if (!isFirst || heading !== '## Findings' || notes.some(words => words !== '')) notes.push(heading);
    inside = true;
    isFirst = false;
    for (const block of section.blocks) {
      const taken = itemsOf(text, block, aspects);
      if ('refused' in taken) return taken;
      items.push(...taken);
    }
  }
  const rest = trimmedLines(notes.filter(words => words !== '').join('\n\n'));
  // A comment right above the findings would be theirs.
  const apart = !isFirst && /(?:^|\n)[ \t]*#[^\n]*\n$/.test(head) && !keepsEmptyLines(head) ? '\n' : '';
  const parts = [head + apart, ...(isFirst ? [] : [findingsYaml(items)]), ...(rest === '' ? [] : [notesYaml(rest)])];
  return { text: parts.join('') };
}

/** The YAML of the head, with a line break at its end; empty where there is none. */
function headOf(text: string, { frontMatter }: MarkdownDocument): string | { readonly refused: string } {
  if (!frontMatter) return '';
  if (!frontMatter.closed)
    return refused(l10n.t('The head of the study has no closing ---, so nobody can say where it ends.'));
  const head = text.slice(...frontMatter.yaml);
  const { root, problems } = readYaml(head, { knownKeys: knownKeys('study') });
  if (problems.length > 0)
    return refused(
      l10n.t('The head of the study cannot be read whole yet. Mend what the Problems view tells of it first.'),
    );
  if (root && (root.kind !== 'map' || root.flow || root.entries.some(each => each.indent > 0))) {
    return refused(l10n.t('The fields of the head must each begin a line.'));
  }
  for (const key of ['findings', 'notes']) {
    if (root?.kind === 'map' && entry(root, key))
      return refused(l10n.t('The head has a field {0} already.', `${key}:`));
  }
  return head;
}

function noPlace(what: string, text: string, offset: number): { readonly refused: string } {
  return refused(
    l10n.t(
      'Among the findings, in line {0}, stands {1}, for which a YAML study has no place. Move it below another heading first.',
      lineNumber(text, offset),
      what,
    ),
  );
}

function headingLine(text: string, { heading }: Section): string {
  if (!heading) return '';
  const written = text.slice(...heading.at).trim();
  return written.startsWith('#') ? written : `${'#'.repeat(heading.level)} ${text.slice(...heading.textAt)}`;
}

function itemsOf(text: string, block: Block, aspects: ReadonlySet<string>): Item[] | { readonly refused: string } {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
    case 'item':
      return saidOf(text, block, aspects);
    case 'comment':
      return block.comments.map(comment => ({ kind: 'aside', lines: comment.text.split('\n') }));
    case 'callout': {
      const lines = text
        .slice(...block.at)
        .trimEnd()
        .split('\n');
      const quoted = lines.map(line => line.trim()).map(line => (line.startsWith('>') ? line : `> ${line}`));
      return [{ kind: 'aside', lines: quoted }];
    }
    case 'table':
      return noPlace(l10n.t('a table'), text, block.at[0]);
    case 'code':
      return noPlace(l10n.t('a block of code'), text, block.at[0]);
    case 'rule':
      return noPlace(l10n.t('a line across the page'), text, block.at[0]);
    case 'html':
      // The address behind the name of a link is no HTML, but no words of a finding either.
      return noPlace(
        text[block.at[0]] === '<' ? l10n.t('a piece of HTML') : l10n.t('the address of a link'),
        text,
        block.at[0],
      );
  }
}

function saidOf(text: string, block: Block, aspects: ReadonlySet<string>): Item[] | { readonly refused: string } {
  if (block.kind === 'item' && /\d/.test(text[block.at[0]] ?? ''))
    return noPlace(l10n.t('a numbered list'), text, block.at[0]);
  const words = wordsOf(block);
  if (words === '') return noPlace(l10n.t('a passage without words'), text, block.at[0]);
  const items: Item[] = [];
  let credibility: string | undefined;
  for (const comment of block.comments) {
    const told = /^credibility:\s*(\S.*)$/i.exec(comment.text);
    if (told?.[1] && credibility === undefined) credibility = told[1];
    else items.push({ kind: 'aside', lines: comment.text.split('\n') });
  }
  const names = block.tags.map(tag => tag.name);
  const said: Said = {
    kind: 'finding',
    order: block.kind === 'quote' ? 1 : 2,
    text: words,
    ...(block.locator && { locator: block.locator.text }),
    themes: names.filter(name => !aspects.has(foldId(name))),
    aspects: names.filter(name => aspects.has(foldId(name))),
    ...(credibility !== undefined && { credibility }),
  };
  return [...items, said];
}

/** The block's words without comments and the locator that closes them. */
function wordsOf(block: Block): string {
  const words = block.text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (!block.locator) return words;
  const at = words.lastIndexOf(`(${block.locator.text})`);
  return at < 0 ? words : words.slice(0, at).trim();
}

function findingsYaml(items: readonly Item[]): string {
  if (items.length === 0) return 'findings: []\n';
  const lines = ['findings:'];
  let before: Item | undefined;
  for (const item of items) {
    // Two comments that touched would be one.
    if (item.kind === 'aside' && before?.kind === 'aside') lines.push('');
    lines.push(...(item.kind === 'aside' ? item.lines.map(line => `  # ${line}`.trimEnd()) : saidYaml(item)));
    before = item;
  }
  // A list of nothing but comments is still a list.
  if (!items.some(item => item.kind === 'finding')) lines[0] = 'findings: []';
  return `${lines.join('\n')}\n`;
}

function saidYaml({ order, text, locator, themes, aspects, credibility }: Said): string[] {
  const list = (name: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`    ${name}: [${values.join(', ')}]`];
  return [
    `  - ${order === 1 ? 'quote' : 'authors'}: |-`,
    ...text.split('\n').map(line => (line.trim() === '' ? '' : `      ${line}`)),
    ...(locator === undefined ? [] : [`    at: ${scalar(locator)}`]),
    ...list('themes', themes),
    ...list('aspects', aspects),
    ...(credibility === undefined ? [] : [`    credibility: ${scalar(credibility)}`]),
  ];
}

/** A value on one line: as it is where YAML reads it so, else in quotation marks. */
function scalar(value: string): string {
  return /^[\p{L}\p{N}(](?:[^\n:#]|:(?=\S)|(?<=\S)#)*$/u.test(value) && value === value.trim()
    ? value
    : JSON.stringify(value);
}

function notesYaml(notes: string): string {
  // White space at the start of a block would be taken for its indentation.
  const sign = /^[ \t]/.test(notes) ? '|2' : '|';
  return `notes: ${sign}\n${notes
    .split('\n')
    .map(line => (line === '' ? '' : `  ${line}`))
    .join('\n')}\n`;
}

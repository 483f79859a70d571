import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import { baseName } from '../syntax/read.js';
import { readStudy } from '../syntax/read-study.js';
import { Lines } from '../text/lines.js';
import type { Change } from './change.js';
import { losesWords, sameStudy } from './same-study.js';
import { type Converted, refused } from './study-form.js';
import { studyToMarkdown } from './study-to-markdown.js';
import { studyToYaml } from './study-to-yaml.js';

/** Why a study is left in the form that it has, in words for the people of the review. */
export interface Refused {
  readonly refused: string;
}

/**
 * Turns a study into its other form: one in Markdown becomes YAML, one in YAML becomes Markdown. The file keeps its name,
 * and so the study its key; only the ending changes. What the other form has no place for is never left out: the study is
 * then refused as it is, with the reason.
 */
export function convertStudy(review: Review, path: string, text: string): Change | Refused {
  if (review.files.get(path)?.kind !== 'study') return refused(l10n.t('This file is not a study of the review.'));
  const markdown = isMarkdownStudy(path);
  const to = path.replace(/\.[^./]*$/, markdown ? '.yaml' : '.md');
  if (review.files.has(to)) return refused(l10n.t('A file {0} is there already.', to));
  return markdown
    ? toYaml(path, text, new Set(review.settings.aspects.map(aspect => aspect.id)))
    : toMarkdown(path, text);
}

function isMarkdownStudy(path: string): boolean {
  return /\.(md|markdown|qmd)$/i.test(path);
}

/**
 * A Markdown study as YAML.
 *
 * @param aspects folded names of the review's own divisions: a tag of such a name is no theme
 */
export function toYaml(path: string, text: string, aspects: ReadonlySet<string> = new Set()): Change | Refused {
  return converted(path, text, '.yaml', plain => studyToYaml(plain, aspects));
}

/** A YAML study as Markdown. */
export function toMarkdown(path: string, text: string): Change | Refused {
  return converted(path, text, '.md', studyToMarkdown);
}

function converted(
  path: string,
  text: string,
  ending: string,
  convert: (plain: string) => Converted,
): Change | Refused {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = text.slice(mark.length).replaceAll('\r\n', '\n');
  if (plain.includes('\r'))
    return refused(l10n.t('The file has line ends of an old kind. Save it with those of today first.'));
  const result = convert(plain);
  if ('refused' in result) return result;
  // Whatever the other form makes of it: the same study has to come out, and each of its words.
  const markdown = ending === '.yaml';
  const before = readStudy(plain, baseName(path), markdown).facts;
  const after = readStudy(result.text, baseName(path), !markdown).facts;
  if (!sameStudy(before, after) || losesWords(plain, result.text, markdown)) {
    return refused(
      markdown
        ? l10n.t('Something in this study would be read otherwise in YAML, so it is left as it is.')
        : l10n.t('Something in this study would be read otherwise in Markdown, so it is left as it is.'),
    );
  }
  return {
    edits: [
      {
        path,
        range: new Lines(text).placeOf([0, text.length]),
        text: mark + result.text.replaceAll('\n', lineBreak),
        expected: text,
      },
    ],
    moves: [{ from: path, to: path.replace(/\.[^./]*$/, ending) }],
    created: [],
  };
}

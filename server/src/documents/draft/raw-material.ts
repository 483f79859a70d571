import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import type { Study } from '../../review/model.js';
import { html } from './checked.js';

/** More words of the studies than these are for the studies' own files. */
const mostLines = 6;
/** Longer passages are cut: what is here reminds of them, and their place is told. */
const longest = 300;

/** Something that a study says: its authors' word for a theme, or a passage with its page. */
export interface Said {
  readonly study: Study;
  readonly text: string;
  /** True for a participant's own words, which a reader must be able to tell from those of the authors. */
  readonly quoted: boolean;
  readonly locator?: string;
}

/**
 * What the studies say of a theme, as a comment for whoever writes the paragraph. It prints nowhere, is read by no rule, and
 * nothing in it ends it.
 */
export function rawMaterial(head: string, said: readonly Said[]): BlockContent[] {
  if (said.length === 0) return [];
  const shown = spread(said).slice(0, mostLines);
  const lines = shown.map(({ study, text, quoted, locator }) => {
    const words = inComment(text);
    const cut = words.length > longest ? `${words.slice(0, longest).replace(/\s+\S*$/, '')} …` : words;
    return inComment(`@${study.facts.key}${locator ? ` (${locator})` : ''}: ${quoted ? `“${cut}”` : cut}`);
  });
  const rest = said.length - shown.length;
  if (rest > 0) lines.push(rest === 1 ? l10n.t('… and 1 more') : l10n.t('… and {0} more', rest));
  return [html(`<!-- ${inComment(head)}\n\n${lines.join('\n')}\n-->`)];
}

/** One from each study in turn, so that what is cut off is not always the same studies. */
function spread(said: readonly Said[]): Said[] {
  const turns = new Map<Study, number>();
  return said
    .map(each => {
      const turn = turns.get(each.study) ?? 0;
      turns.set(each.study, turn + 1);
      return { each, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ each }) => each);
}

/** Words on one line in which no comment begins or ends. */
function inComment(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/-{2,}/g, '–')
    .replace(/<!/g, '< !')
    .replace(/[-–]+>/g, '→')
    .trim();
}

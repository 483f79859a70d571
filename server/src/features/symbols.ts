import type { Review } from '../review/model.js';
import { Lines } from '../text/lines.js';
import type { Entry } from './symbols-entry.js';
import { manuscriptEntries } from './symbols-manuscript.js';
import { bibliographyEntries, codebookEntries, raterEntries } from './symbols-parts.js';
import { studyEntries } from './symbols-study.js';
import { yamlEntries } from './symbols-yaml.js';
import { isMarkdown, isYaml } from './yaml-part.js';

export type { Entry, EntryKind } from './symbols-entry.js';

/**
 * The outline of a file in the words of the review. Editors make an outline of Markdown headings themselves and show all
 * outlines of a file together, so a heading stands in ours only where it means more than a heading: a construct, and a
 * part of it that holds findings. Everything else that an outline of headings lacks is here: findings with how many
 * studies stand behind them, generated blocks, the head of a study with its themes, quotes and readings. Of YAML there
 * is no other outline, so ours is whole.
 */
export function outlineOf(review: Review, path: string, text: string): readonly Entry[] {
  const file = review.files.get(path);
  if (!file) return [];
  const lines = new Lines(text);
  switch (file.kind) {
    case 'manuscript':
      return manuscriptEntries(review, file, lines);
    case 'study':
      return studyEntries(review, file, text, lines);
    case 'codebook':
      return codebookEntries(review, file, lines);
    case 'rater':
      return raterEntries(review, file, lines);
    case 'bibliography':
      return bibliographyEntries(review, file, lines);
    default:
      return isYaml(path) && !isMarkdown(path) ? yamlEntries(path, file.kind, text, lines) : [];
  }
}

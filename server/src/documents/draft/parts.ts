import type { BlockContent } from 'mdast';
import { heading } from '../../reports/tree.js';
import { html } from './checked.js';

/** A heading of ours. */
export function headingBlocks(depth: number, words: string): BlockContent[] {
  return [heading(depth, words.replace(/\s+/g, ' ').trim())];
}

/** The markers of a generated block, with nothing between them yet. */
export function markers(name: string): BlockContent[] {
  return [html(`<!-- metasynth:${name} -->\n<!-- /metasynth:${name} -->`)];
}

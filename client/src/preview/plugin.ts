import type { MarkdownIt, State, Token } from './markdown-it.js';

/** What the preview says of a generated block; `{0}` stands for the report's name. */
export interface PreviewWords {
  readonly generated: string;
}

/** A comment that defines the number before it. */
const definition = /^<!--\s*=\s*([\s\S]*?)\s*-->$/;
/** The number before a definition: figures with a sign for percent, or a word. */
const number = /(?:\d[\d.,\u202f\u00a0]*(?:\s?%)?|[\p{L}-]+)(?=\s*$)/u;
const blockStart = /^\s*<!--\s*metasynth:([a-z-]+)\s*-->/;

/**
 * Shows in VS Code's Markdown preview what otherwise is hidden in comments: a checked number is marked, its definition is its title,
 * and a generated block has a label. All of it is made of tokens, whose texts and attributes are escaped where they are written:
 * nothing of a review becomes markup by it.
 */
export function markReview<M extends MarkdownIt>(markdown: M, words: PreviewWords): M {
  markdown.core.ruler.push('metasynth', state => {
    state.tokens = state.tokens.flatMap(token => {
      if (token.type === 'inline' && token.children) token.children = markNumbers(token.children, state);
      const name = token.type === 'html_block' ? blockStart.exec(token.content)?.[1] : undefined;
      return name === undefined ? [token] : [...label(words.generated.replace('{0}', name), state), token];
    });
  });
  return markdown;
}

function markNumbers(children: readonly Token[], { Token }: State): Token[] {
  const marked: Token[] = [];
  for (const token of children) {
    const defined = token.type === 'html_inline' ? definition.exec(token.content)?.[1] : undefined;
    const before = marked.at(-1);
    const found = defined !== undefined && before?.type === 'text' ? number.exec(before.content) : null;
    if (defined !== undefined && before && found) {
      const rest = before.content.slice(found.index + found[0].length);
      before.content = before.content.slice(0, found.index);
      const open = new Token('metasynth_number_open', 'span', 1);
      open.attrSet('class', 'metasynth-number');
      open.attrSet('title', defined.replace(/\s+/g, ' '));
      marked.push(
        open,
        textToken(found[0], Token),
        new Token('metasynth_number_close', 'span', -1),
        textToken(rest, Token),
      );
    }
    marked.push(token);
  }
  return marked;
}

function label(words: string, { Token }: State): Token[] {
  const open = new Token('metasynth_label_open', 'p', 1);
  open.attrSet('class', 'metasynth-generated');
  const inline = new Token('inline', '', 0);
  inline.children = [textToken(words, Token)];
  return [open, inline, new Token('metasynth_label_close', 'p', -1)];
}

function textToken(words: string, Token: State['Token']): Token {
  const token = new Token('text', '', 0);
  token.content = words;
  return token;
}

// What is used of markdown-it, which VS Code hands to extensions that mark something in its Markdown preview.

export interface Token {
  readonly type: string;
  content: string;
  children: Token[] | null;
  attrSet(name: string, value: string): void;
}

export interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: State) => void): void };
  };
}

export interface State {
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

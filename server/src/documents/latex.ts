import * as l10n from '@vscode/l10n';
import type { List, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Captioned, CitationGroup, Figure, Report } from '../reports/tree.js';
import type { Review } from '../review/model.js';
import { citingOf } from './citing.js';
import { figurePath } from './figures.js';
import { type PageRun, pageRuns } from './pages.js';
import type { ListedWork } from './references/style.js';
import { columnShares, leastWidth, pageWidths } from './widths.js';

/** LaTeX's lists hold so many others and no more. */
const deepestList = 4;

/** Sizes of letters in tables, with how much more fits into a line than of 9 points. */
const tableSizes = [
  ['footnotesize', 1],
  ['scriptsize', 1.12],
  ['tiny', 1.5],
] as const;

/**
 * Writes a report as a whole LaTeX document that compiles by itself, list of references included. Text is text: no character of
 * a review begins a command, a comment or mathematics.
 */
export function toLatex(report: Report, title: string, review: Review): string {
  const { style, list, entry } = citingOf(report, review);
  const keyOf = (key: string): string | undefined => {
    const found = entry(key);
    return found && safeKey(found);
  };
  const writer = new Writer(keyOf);
  const pages = pageRuns(report).map(run => writer.page(run));
  const items = list.map(listed => {
    const label = latexText(`${listed.who}(${listed.when})`);
    return `\\bibitem[{${label}}]{${safeKey(listed)}}\n${writer.inline(listed.words)}\n`;
  });
  const references =
    items.length === 0
      ? ''
      : `\n\\begin{thebibliography}{${items.length}}\n${items.join('\n')}\n\\end{thebibliography}\n`;
  return `${preamble(latexText(title), style.numbered)}
\\begin{document}

${pages.join('\n\n')}
${references}
\\end{document}
`;
}

function preamble(title: string, numbers: boolean): string {
  return `% Compiles with LuaLaTeX or XeLaTeX, and with pdfLaTeX where all letters are Latin ones.
\\documentclass[11pt,a4paper]{article}
\\usepackage{iftex}
\\ifPDFTeX
  \\usepackage[utf8]{inputenc}
  \\usepackage[T1]{fontenc}
  \\usepackage{textcomp}
  \\usepackage{lmodern}
\\else
  \\usepackage{fontspec}
\\fi
\\usepackage[margin=2cm]{geometry}
\\usepackage{array,booktabs,longtable,pdflscape,graphicx}
\\usepackage[labelfont=bf,labelsep=period,justification=raggedright,singlelinecheck=false]{caption}
\\usepackage[${numbers ? 'numbers,square,comma' : 'round,semicolon'}]{natbib}
\\usepackage[hidelinks]{hyperref}
\\usepackage{newunicodechar}
${signs.map(([sign, command]) => `\\newunicodechar{${sign}}{\\ensuremath{\\${command}}}`).join('\n')}
\\hypersetup{pdftitle={${title}}}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{6pt}
\\setlength{\\emergencystretch}{3em}
`;
}

/** Signs of statistics, which the text faces of LaTeX do not have. */
const signs: readonly (readonly [sign: string, command: string])[] = [
  ...(
    'α:alpha β:beta γ:gamma δ:delta ε:varepsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi π:pi ρ:rho ' +
    'σ:sigma ς:varsigma τ:tau υ:upsilon φ:varphi χ:chi ψ:psi ω:omega Γ:Gamma Δ:Delta Θ:Theta Λ:Lambda Σ:Sigma Φ:Phi Ω:Omega ' +
    '≤:leq ≥:geq ≈:approx ≠:neq ∞:infty →:rightarrow ←:leftarrow ✓:surd'
  )
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
  ['−', 'mathord-'],
];

class Writer {
  /** Whether the page lies on its side. */
  private wide = false;

  /** @param keyOf the key of a work as it can stand in a command; undefined where no work has it */
  constructor(private readonly keyOf: (key: string) => string | undefined) {}

  /** Blocks on pages that stand, or lie on their side. */
  page({ nodes, wide }: PageRun): string {
    this.wide = wide;
    const blocks = this.blocks(nodes);
    return wide ? `\\begin{landscape}\n${blocks}\n\\end{landscape}` : blocks;
  }

  private blocks(nodes: readonly RootContent[], lists = 0): string {
    return nodes
      .map(node => this.block(node, lists))
      .filter(Boolean)
      .join('\n\n');
  }

  private block(node: RootContent, lists: number): string {
    switch (node.type) {
      case 'heading': {
        const command = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph', 'subparagraph'][
          node.depth - 1
        ];
        return `\\${command}*{${this.inline(node.children)}}`;
      }
      case 'paragraph':
        return this.inline(node.children);
      case 'list':
        return this.list(node, lists);
      case 'blockquote':
        return `\\begin{quote}\n${this.blocks(node.children, lists)}\n\\end{quote}`;
      case 'table':
        return this.table(node, undefined);
      case 'figure':
        return this.picture(node);
      case 'captioned':
        return this.captioned(node);
      case 'thematicBreak':
        return '';
      default:
        return latexText(textOf(node));
    }
  }

  inline(nodes: readonly PhrasingContent[]): string {
    return nodes.map(node => this.span(node)).join('');
  }

  private span(node: PhrasingContent): string {
    switch (node.type) {
      case 'strong':
        return `\\textbf{${this.inline(node.children)}}`;
      case 'emphasis':
        return `\\emph{${this.inline(node.children)}}`;
      case 'link':
        return this.inline(node.children);
      case 'break':
        return '\\newline{}';
      case 'citationGroup':
        return this.citations(node);
      default:
        return latexText(textOf(node));
    }
  }

  /** One command where nothing stands between the works; else what stands there, and a command for each work. */
  private citations({ citations }: CitationGroup): string {
    const known = citations.every(({ key, prefix }) => !prefix && this.keyOf(key) !== undefined);
    if (known) return `\\citep{${citations.map(({ key }) => this.keyOf(key)).join(',')}}`;
    const each = citations.map(({ key, prefix }) => {
      const own = this.keyOf(key);
      return `${prefix ? `${latexText(prefix)} ` : ''}${own === undefined ? latexText(key) : `\\citealp{${own}}`}`;
    });
    return `\\citetext{${each.join('; ')}}`;
  }

  private list(node: List, lists: number): string {
    const items = node.children.map(item => {
      const inner = this.blocks(item.children, lists + 1);
      return lists >= deepestList ? inner : `\\item ${inner}`;
    });
    if (lists >= deepestList) return items.join('\n\n');
    return `\\begin{itemize}\n${items.join('\n')}\n\\end{itemize}`;
  }

  private captioned(node: Captioned): string {
    const notes = this.blocks(node.notes);
    const { content } = node;
    const below = notes === '' ? '' : `\n\n{\\footnotesize ${notes}\\par}`;
    const caption = latexText(node.caption);
    if (content.type === 'table') {
      return `${this.table(content, caption)}${below}`;
    }
    return `\\begin{figure}[htbp]\n\\centering\n${this.picture(content)}\n\\caption{${caption}}${below}\n\\end{figure}`;
  }

  private table(table: Table, caption: string | undefined): string {
    const [head, ...rows] = table.children;
    const count = head?.children.length ?? 1;
    const width = this.wide ? pageWidths.wide : pageWidths.upright;
    const needed = leastWidth(table);
    const [size, more] = tableSizes.find(each => needed <= width * each[1]) ?? tableSizes[1];
    const shares = columnShares(table, width * more);
    const columns = shares
      .map(share => `>{\\raggedright\\arraybackslash}p{\\dimexpr ${share.toFixed(4)}\\linewidth-2\\tabcolsep\\relax}`)
      .join('\n');
    const headings = head ? this.row(head, count, true) : '';
    const first = caption === undefined ? '' : `\\caption{${caption}}\\\\\n`;
    const again =
      caption === undefined
        ? ''
        : `\\multicolumn{${count}}{@{}l}{\\footnotesize ${latexText(l10n.t('Table'))} \\thetable{} (${latexText(l10n.t('continued'))})}\\\\\n`;
    return `{\\${size}\\renewcommand{\\arraystretch}{1.2}
\\begin{longtable}{@{}
${columns}@{}}
${first}\\toprule
${headings}
\\midrule
\\endfirsthead
${again}\\toprule
${headings}
\\midrule
\\endhead
\\bottomrule
\\endlastfoot
${rows.map(row => this.row(row, count, false)).join('\n')}
\\end{longtable}}`;
  }

  private row(row: TableRow, count: number, heading: boolean): string {
    const [only] = row.children;
    if (only && row.children.length === 1 && count > 1) {
      const width = 'p{\\dimexpr\\linewidth-2\\tabcolsep\\relax}';
      return `\\multicolumn{${count}}{@{}${width}@{}}{${this.inline(only.children)}}\\\\*`;
    }
    const cells = row.children.map(cell => this.inline(cell.children));
    return `${cells.map(cell => (heading ? `\\textbf{${cell}}` : cell)).join(' & ')}\\\\`;
  }

  /** LaTeX reads no SVG: the drawing is taken as a PDF or PNG of the same name, and its place is kept until there is one. */
  private picture(figure: Figure): string {
    const path = figurePath(figure).replace(/\.svg$/, '');
    const include = (ending: string): string =>
      `\\includegraphics[width=\\linewidth,height=.85\\textheight,keepaspectratio]{${path}.${ending}}`;
    return (
      `\\IfFileExists{${path}.pdf}{${include('pdf')}}` +
      `{\\IfFileExists{${path}.png}{${include('png')}}{\\fbox{\\texttt{${latexText(path)}}}}}`
    );
  }
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  // Two of them would become another sign.
  '-': '-{}',
  "'": "'{}",
  ',': ',{}',
  '?': '?{}',
  '!': '!{}',
  // After the end of a row, and behind some commands, these would belong to what stands before.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
};

/** A text in which LaTeX sees nothing but letters. White space is one space; what is no character is shown as none. */
export function latexText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\\{}$&#%_^~<>|"`[\]*]|-(?=-)|'(?=')|,(?=,)|[?!](?=`)/g, sign => commands[sign] ?? sign);
}

/** A key that can stand in a command whatever signs it has in the bibliography. */
function safeKey({ facts: { key }, place }: ListedWork): string {
  return /^[A-Za-z0-9][A-Za-z0-9:._/+-]*$/.test(key) ? key : `reference-${place}`;
}

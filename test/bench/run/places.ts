import type { Plan, StudyPlan } from '../generate/plan.js';
import type { Files } from '../generate/review.js';
import type { Edit } from './client.js';

/** A place to ask something at. */
export interface Place {
  readonly path: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** A mistake that one keystroke makes and one mends, and what is told of it meanwhile. */
export interface Toggle {
  readonly path: string;
  readonly make: readonly Edit[];
  readonly mend: readonly Edit[];
  readonly code: string;
  /** Where it is told, the file itself being the usual place. */
  readonly told: readonly string[];
  /** False when making it is told after a rest alone, so that the mending alone is timed. */
  readonly timeMaking: boolean;
}

/** Where to type and to ask in a generated review. Made once: nothing here depends on a server. */
export class Places {
  constructor(
    private readonly plan: Plan,
    private readonly files: Files,
  ) {}

  /** A Markdown study with Unix line ends, in the middle of all. */
  get study(): string {
    const plain = this.plan.studies.filter(study => !study.yaml && !study.crlf);
    return `studies/${plain[Math.floor(plain.length / 2)]?.key}.md`;
  }

  /** A YAML study. */
  get yamlStudy(): string {
    return `studies/${this.plan.studies.find(study => study.yaml && !study.crlf)?.key}.yaml`;
  }

  text(path: string): string {
    return this.files.get(path) ?? '';
  }

  /** A number sign before a required characteristic makes it a remark: the study lacks it, and its head says so. */
  inStudy(): Toggle {
    return insertion(this.study, this.line(this.study, /^design:/), 0, '#', 'characteristic.missing');
  }

  /** A theme loses its construct, and its name says so. */
  inCodebook(): Toggle {
    const lines = this.lines('codebook.yaml');
    const themes = lines.flatMap((line, index) => (line.startsWith('    construct: ') ? [index] : []));
    return insertion('codebook.yaml', themes[Math.floor(themes.length / 2)] ?? 0, 4, '#', 'theme.unmapped');
  }

  /** A letter too many in a citation. An empty edit on the first line, as of a second cursor, moves the typing away from it. */
  inManuscript(): Toggle {
    const path = 'synthesis.md';
    const lines = this.lines(path);
    // What stands in generated blocks, at the end, is nobody's to type in.
    const generated = lines.findIndex(line => line.startsWith('<!-- metasynth:'));
    const own = generated < 0 ? lines : lines.slice(0, generated);
    const cited = own.flatMap((line, index) => (/^[A-Z].*\[@.*\]\.$/.test(line) ? [index] : []));
    const line = cited[Math.floor(cited.length / 2)] ?? 0;
    const character = (lines[line] ?? '').indexOf('[@') + 4;
    const toggle = insertion(path, line, character, 'q', 'citation.unknown');
    return { ...toggle, make: [...toggle.make, edit(0, 0, 0, '')], timeMaking: false };
  }

  /** The comma behind a title goes: the field below it says so. */
  inBibliography(): Toggle {
    const path = 'references.bib';
    const lines = this.lines(path);
    const titles = lines.flatMap((line, index) => (line.startsWith('  title = ') ? [index] : []));
    const line = titles[Math.floor(titles.length / 2)] ?? 0;
    const end = (lines[line] ?? '').length;
    return {
      path,
      make: [edit(line, end - 1, end, '')],
      mend: [edit(line, end - 1, end - 1, ',')],
      code: 'bibliography.unreadable',
      told: [path],
      timeMaking: true,
    };
  }

  /** A rater's answer becomes a remark: the study above it says so. */
  inRater(): Toggle {
    const path = 'appraisals/A.yaml';
    const lines = this.lines(path);
    const answers = lines.flatMap((line, index) => (line === '  4: yes' ? [index] : []));
    return insertion(path, answers[Math.floor(answers.length / 2)] ?? 0, 2, '#', 'appraisal.missing-answer');
  }

  /** The theme of fewest uses is renamed in the codebook alone: every study that carries it says so. */
  elsewhere(): Toggle {
    const [theme] = [...this.plan.themes].sort((a, b) => this.carrying(a.name).length - this.carrying(b.name).length);
    const name = theme?.name ?? '';
    const line = this.line('codebook.yaml', new RegExp(`^ {2}${name}:`));
    const toggle = insertion('codebook.yaml', line, name.length + 2, 'q', 'theme.unknown');
    return { ...toggle, told: this.carrying(name).map(pathOf) };
  }

  /** A theme with about a hundred uses, where the codebook defines it. */
  usedTheme(): Place & { readonly name: string } {
    const away = (name: string): number => Math.abs(this.carrying(name).length - 50);
    const [theme] = [...this.plan.themes].sort((a, b) => away(a.name) - away(b.name));
    const name = theme?.name ?? '';
    const line = this.line('codebook.yaml', new RegExp(`^ {2}${name}:`));
    return { path: 'codebook.yaml', position: { line, character: 4 }, name };
  }

  /** A place in a participant's words, where a letter more changes nothing that is told. */
  inProse(): Place {
    const line = this.line(this.study, /^> /);
    return { path: this.study, position: { line, character: 8 } };
  }

  /** Themes in a study, citations and constructs in the manuscript. */
  hovered(): Place[] {
    const all = (path: string, pattern: RegExp, within: number): Place[] =>
      this.lines(path).flatMap((text, line) => {
        const found = pattern.exec(text);
        return found ? [{ path, position: { line, character: found.index + within } }] : [];
      });
    return [
      ...all(this.study, /^ {2}- [a-z]/, 5),
      ...all('synthesis.md', /\[@[a-z]/, 4).slice(0, 40),
      ...this.plan.constructs.map(construct => ({
        path: 'synthesis.md',
        position: { line: this.lines('synthesis.md').indexOf(`## ${construct.label}`), character: 5 },
      })),
    ];
  }

  /** Behind a letter of a theme in a study's list, and of a key in a citation. */
  completed(): Place[] {
    const theme = this.line(this.study, /^ {2}- [a-z]/);
    const cited = this.line('synthesis.md', /\[@[a-z]/);
    const character = (this.lines('synthesis.md')[cited] ?? '').indexOf('[@') + 3;
    return [
      { path: this.study, position: { line: theme, character: 5 } },
      { path: 'synthesis.md', position: { line: cited, character } },
    ];
  }

  private carrying(theme: string): StudyPlan[] {
    return this.plan.studies.filter(study => study.themes.some(each => each.name === theme));
  }

  private lines(path: string): string[] {
    return this.text(path).split(/\r?\n/);
  }

  private line(path: string, pattern: RegExp): number {
    const line = this.lines(path).findIndex(text => pattern.test(text));
    if (line < 0) throw new Error(`${path} has no line ${pattern}.`);
    return line;
  }
}

function insertion(path: string, line: number, character: number, text: string, code: string): Toggle {
  return {
    path,
    make: [edit(line, character, character, text)],
    mend: [edit(line, character, character + text.length, '')],
    code,
    told: [path],
    timeMaking: true,
  };
}

export function edit(line: number, from: number, to: number, text: string): Edit {
  return { range: { start: { line, character: from }, end: { line, character: to } }, text };
}

function pathOf(study: StudyPlan): string {
  return `studies/${study.key}.${study.yaml ? 'yaml' : 'md'}`;
}

import { agreement } from './appraisals.js';
import type { Construct, Plan, StudyPlan } from './plan.js';
import { type Random, random } from './random.js';
import { flowOf } from './settings.js';
import { chronic } from './words/field.js';
import * as voices from './words/voices.js';

export interface Manuscript {
  readonly text: string;
  /** The names of findings, in order. */
  readonly findings: readonly string[];
}

/** `synthesis.md`: one sentence a line, a section for each construct and aspect. */
export function manuscriptOf(plan: Plan): Manuscript {
  const { constructs, options } = plan;
  const draw = random(options.seed, 5);
  const evidence = new Evidence(plan, draw);
  const total = Math.max(constructs.length * 8, Math.round(options.studies * 0.38));
  const each = Math.max(4, Math.round(total / constructs.length / 2));
  const sections = constructs.map(construct => sectionOf(construct, each, evidence, draw));
  const blocks = options.blocks
    ? '\n## Included studies\n\n<!-- metasynth:synthesis-table -->\n<!-- /metasynth:synthesis-table -->\n\n## Line of argument\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n'
    : '';
  return {
    text: `${front(plan, draw)}\n# Results\n\n${sections.join('\n')}\n${discussion(plan, draw)}${blocks}`,
    findings: evidence.names,
  };
}

const debts = [
  'We owe the word *work* to KEY, who used it of wards.',
  'KEY warned against reading accounts as reports, and we have tried to remember it.',
  'What KEY says of gifts is older than any of the studies and fits many of them.',
  'On comparing without adding up, KEY was our guide.',
  'Readers of KEY will know the question, if not the answer.',
];

function front({ background, studies, themes, constructs, options }: Plan, draw: Random): string {
  const flow = flowOf(options.studies);
  const cite = (): string => `@${draw.pick(background).key}`;
  const reported = studies.flatMap(study => study.participants ?? []);
  const share = Math.round((100 * studies.filter(study => chronic.includes(study.discipline)).length) / studies.length);
  return `# Living a life in between: what people say of long illness

## Introduction

Long illness is a way of living before it is a diagnosis, and those who live it have been asked about it many times [${cite()}].
Theory offers two answers that seldom meet: illness as a break in a life's story [${cite()}; ${cite()}], and illness as skilled work [${cite()}].
${background.map(work => draw.pick(debts).replace('KEY', `@${work.key}`)).join('\n')}

## Methods

The databases gave ${flow.database}<!-- = flow.database-results --> records, of which ${flow.duplicates}<!-- = flow.duplicates --> were duplicates.
We screened ${flow.screened}<!-- = flow.records-screened --> records, assessed ${flow.assessed}<!-- = flow.dbr-assessed --> reports in full and included ${studies.length}<!-- = studies --> studies.
Together they report on ${sum(reported)}<!-- = participants sum --> participants, between ${Math.min(...reported)}<!-- = participants min --> and ${Math.max(...reported)}<!-- = participants max --> in each.
Of the studies, ${share}%<!-- = share of studies where group:chronic --> are about chronic disease.
Two raters answered alike in ${agreement(studies)}%<!-- = agreement.appraisal --> of their answers, and settled the rest by talking.
We arrived at themes by reading line by line and at ${constructs.length} constructs by comparing them; the first of these brings together ${themes.filter(theme => theme.constructs.includes(constructs[0]?.name ?? '')).length}<!-- = themes under ${constructs[0]?.name} --> themes.
`;
}

function sectionOf(construct: Construct, sentences: number, evidence: Evidence, draw: Random): string {
  const half = (heading: string): string =>
    `### ${heading}\n\n${Array.from({ length: Math.ceil(sentences / 8) }, (_, index) =>
      Array.from({ length: Math.min(8, sentences - index * 8) }, () => evidence.sentence(construct)).join('\n'),
    ).join('\n\n')}\n`;
  const comment = draw.chance(0.2) ? `\n<!-- construct: ${construct.name} -->\n` : '';
  return `## ${construct.label}
${comment}
${construct.definition}

${half(draw.pick(['Strengths', 'Strengths', 'What helps']))}
${half(draw.pick(['Challenges', 'Challenges', 'What it costs']))}`;
}

function discussion({ background }: Plan, draw: Random): string {
  return `# Discussion

What the studies say together is neither that illness breaks a life nor that it can be managed, but that it is lived by the day [@${draw.pick(background).key}].
`;
}

/** Hands out sentences with citations, so that every study is cited in turn by what it is about. */
class Evidence {
  readonly names: string[] = [];
  private readonly byTheme = new Map<string, StudyPlan[]>();
  private readonly byDiscipline = new Map<string, number>();
  private made = 0;
  private readonly turns = new Map<string, number>();

  constructor(
    private readonly plan: Plan,
    private readonly draw: Random,
  ) {
    for (const study of plan.studies) {
      this.byDiscipline.set(study.discipline, (this.byDiscipline.get(study.discipline) ?? 0) + 1);
      for (const { name } of study.themes) {
        const list = this.byTheme.get(name) ?? [];
        list.push(study);
        this.byTheme.set(name, list);
      }
    }
  }

  /** The next sentence under a construct. */
  sentence(construct: Construct): string {
    const { plan, draw } = this;
    const number = this.made++;
    const themes = plan.themes.filter(each => each.constructs.includes(construct.name));
    const theme = draw.pick(themes);
    const words = voices.synthesis(draw, theme.label.toLowerCase());
    const keys = this.next(theme.name, draw.whole(2, 5)).map(study => `@${study.key}`);
    if (number % 45 === 20) {
      const [discipline, count] = draw.pick([...this.byDiscipline]);
      return `Of all studies, ${count}<!-- = studies where discipline:"${discipline}" --> are set in ${discipline.charAt(0).toLowerCase()}${discipline.slice(1)}.`;
    }
    if (number % 60 === 30)
      return `${keys.length} of the studies say so of ${theme.label.toLowerCase()} [${keys.join('; ')}].`;
    if (number % 25 === 3) {
      const name = `${theme.name.replaceAll('/', '-')}-${this.names.length + 1}`;
      this.names.push(name);
      return `${words} [${keys.join('; ')}]. <!-- finding: ${name} -->`;
    }
    if (number % 15 === 7 && keys.length > 2) {
      const [last, ...others] = [...keys].reverse();
      return `${words} [${others.reverse().join('; ')}; but see ${last}].`;
    }
    return `${words} [${keys.join('; ')}].`;
  }

  /** The studies of a theme whose turn it is. */
  private next(theme: string, count: number): StudyPlan[] {
    const studies = this.byTheme.get(theme) ?? [];
    const from = this.turns.get(theme) ?? 0;
    this.turns.set(theme, from + count);
    return Array.from(
      { length: Math.min(count, studies.length) },
      (_, index) => studies[(from + index) % studies.length],
    ).flatMap(study => study ?? []);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

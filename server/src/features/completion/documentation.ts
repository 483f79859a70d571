import * as l10n from '@vscode/l10n';
import { missingName } from '../../review/characteristics.js';
import type { BibliographyWork, Construct, Review, Study, Theme } from '../../review/model.js';
import { ruleNamed } from '../../rules/judge.js';
import { checklistNamed } from '../../standards/checklist.js';
import { escapeMarkdown as md } from '../markup.js';
import type { About } from './items.js';
import { studiesWords } from './names.js';

/** The documentation of an item, as Markdown, made when a reader stops at it; undefined when there is nothing to say. */
export function documentationOf(review: Review, { kind, id }: About): string | undefined {
  switch (kind) {
    case 'theme':
      return joined(themeLines(review.themeById.get(id)));
    case 'construct':
      return joined(constructLines(review.constructById.get(id), review));
    case 'study':
      return joined(studyLines(review.studyById.get(id), review));
    case 'work':
      return joined(workLines(review.works.get(id)));
    case 'finding': {
      const finding = review.findingByName.get(id);
      const names = finding?.support.slice(0, mostNamed).map(study => md(study.name)) ?? [];
      return finding && joined([`*${md(finding.construct.label)}*`, md(finding.text), names.join(', ')]);
    }
    case 'question': {
      const item = review.checklist?.items.find(each => String(each.number) === id);
      return item && joined([md(item.question), item.lookFor.map(point => `- ${md(point)}`).join('\n')]);
    }
    case 'rule': {
      const rule = ruleNamed(id);
      return rule && joined([md(rule.title), rule.why, rule.mend]);
    }
    case 'checklist': {
      const list = checklistNamed(id);
      return (
        list &&
        joined([md(list.title), list.items.map(item => `${item.number}. ${md(item.label)}`).join('\n'), list.link])
      );
    }
  }
}

/** At most so many studies are named one by one. */
const mostNamed = 12;

function joined(lines: readonly string[]): string | undefined {
  const said = lines.filter(line => line !== '');
  return said.length === 0 ? undefined : said.join('\n\n');
}

function themeLines(theme: Theme | undefined): string[] {
  if (!theme) return [];
  const { facts, label, constructs, studies } = theme;
  return [
    `**${md(label)}** · ${studiesWords(studies.length)}`,
    facts.definition ? md(facts.definition.value) : `*${l10n.t('No definition yet')}*`,
    constructs.length > 0
      ? l10n.t('Belongs to {0}', constructs.map(each => `*${md(each.label)}*`).join(', '))
      : l10n.t('Mapped to no construct yet'),
    facts.aliases.length > 0 ? l10n.t('Formerly {0}', facts.aliases.map(alias => md(alias.value)).join(', ')) : '',
  ];
}

function constructLines(construct: Construct | undefined, review: Review): string[] {
  if (!construct) return [];
  const { facts, label, themes, cited, findings } = construct;
  return [
    `**${md(label)}**`,
    facts.definition ? md(facts.definition.value) : `*${l10n.t('No definition yet')}*`,
    l10n.t('Findings: {0} · {1} of {2} studies cited under it', findings.length, cited.length, review.studies.length),
    themes.length > 0
      ? l10n.t(
          'Themes: {0}',
          themes
            .slice(0, mostNamed)
            .map(theme => md(theme.label))
            .join(', '),
        )
      : '',
  ];
}

function studyLines(study: Study | undefined, review: Review): string[] {
  if (!study) return [];
  const { characteristics, missing } = review.settings;
  const rows = characteristics.flatMap(({ name, label }) => {
    const items = study.facts.fields.find(field => field.name === name)?.items ?? [];
    const words = items.map(({ value }) => {
      const absent = missingName(value);
      return absent ? missing[absent] : value;
    });
    return words.length === 0 ? [] : [`- ${md(label ?? name)}: ${md(words.join(', '))}`];
  });
  const themes = study.themes.slice(0, mostNamed).map(id => md(review.themeById.get(id)?.label ?? id));
  return [
    `**${md(study.name)}** · ${l10n.t('included study')}`,
    study.work?.facts.title ? `*${md(study.work.facts.title)}*` : '',
    rows.slice(0, mostNamed).join('\n'),
    themes.length > 0 ? l10n.t('Themes: {0}', themes.join(', ')) : '',
  ];
}

function workLines(work: BibliographyWork | undefined): string[] {
  if (!work) return [];
  const { title, authors, more, doi } = work.facts;
  const who = authors.slice(0, mostNamed).map(md).join(', ');
  return [
    `**${md(work.name)}**`,
    title ? `*${md(title)}*` : '',
    who === '' ? '' : more || authors.length > mostNamed ? `${who} …` : who,
    doi ? `doi ${md(doi)}` : '',
  ];
}

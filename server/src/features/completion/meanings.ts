import * as l10n from '@vscode/l10n';

/**
 * What the fixed words of the format mean, by the field that they stand in. Undefined for a word that says all itself.
 *
 * @param field the last name of the path: `approach`, `concern`, `level` …
 */
export function meaningOf(field: string, word: string): string | undefined {
  return meanings()[`${field} ${word}`] ?? (concernFields.has(field) ? meanings()[`concern ${word}`] : undefined);
}

/** Components of CERQual, whose level of concern may be written in short. */
const concernFields = new Set(['methodological-limitations', 'coherence', 'adequacy', 'relevance']);

function meanings(): Readonly<Record<string, string>> {
  return {
    'approach qualitative-metasynthesis': l10n.t(
      'Findings of qualitative studies are brought together into new concepts.',
    ),
    'approach meta-ethnography': l10n.t(
      'Studies are translated into one another, and a line of argument is made of the translations.',
    ),
    'approach thematic-synthesis': l10n.t(
      'Findings are coded line by line, grouped into descriptive themes and raised to analytical ones.',
    ),
    'approach meta-aggregation': l10n.t(
      'Findings are taken as their authors state them, graded for credibility, and gathered into categories.',
    ),
    'approach metasummary': l10n.t('Findings are extracted, grouped, and counted by how many studies have them.'),
    'approach framework-synthesis': l10n.t(
      'Findings are sorted into a framework that was chosen beforehand and may grow.',
    ),
    'status draft': l10n.t('The team is still working: what is open is a note.'),
    'status final': l10n.t('The review is done: what is still open becomes an error.'),
    'reporting entreq': l10n.t('Reporting of syntheses of qualitative research: fits every review.'),
    'reporting emerge': l10n.t('Reporting of meta-ethnography.'),
    'reporting prisma': l10n.t(
      'PRISMA 2020, its part that a qualitative synthesis shares: searching, selection, the flow diagram.',
    ),
    'reporting prisma-s': l10n.t('Reporting of literature searches.'),
    'scoring none': l10n.t('No total is made of the answers. The default, as CASP itself advises against totals.'),
    'scoring as-reported': l10n.t('Totals are those that the source reports; how they were made is not known.'),
    'scoring sum-of-yes': l10n.t('The number of answers *yes*.'),
    'scoring half-for-cant-tell': l10n.t("One for *yes*, a half for *can't tell*."),
    'scoring zero-to-twenty': l10n.t("Two for *yes*, one for *can't tell*."),
    'use weigh': l10n.t('The appraisal decides how far each study is leaned on.'),
    'use exclude': l10n.t('The appraisal may keep a study out of the review.'),
    'use describe': l10n.t('The appraisal is told, and nothing follows from it.'),
    'type text': l10n.t('Any words.'),
    'type count': l10n.t('A whole number.'),
    'type number': l10n.t('Any number.'),
    'type year': l10n.t('A year.'),
    'type set': l10n.t('One or several of a few values, which `values:` lists.'),
    'type flag': l10n.t('Yes or no.'),
    'origin a-priori': l10n.t('The theme comes from the framework.'),
    'origin new': l10n.t('The theme was added by this review.'),
    'relation reciprocal': l10n.t('The study says the same in other words.'),
    'relation refutational': l10n.t('The study contradicts the construct.'),
    'relation line-of-argument': l10n.t('The study adds a part of the whole.'),
    'relation absent': l10n.t('You looked, and the study is silent on it.'),
    'relation unclear': l10n.t('The study says something, but not how it stands to the construct.'),
    'relation to do': l10n.t('Nobody has looked yet.'),
    'credibility unequivocal': l10n.t('The quote supports the finding beyond reasonable doubt.'),
    'credibility credible': l10n.t('The quote supports the finding, but another reading is possible.'),
    'credibility unsupported': l10n.t('The data do not support the finding.'),
    'concern none-or-very-minor': l10n.t('Nothing, or next to nothing, that lowers confidence in the finding.'),
    'concern minor': l10n.t('A concern that hardly lowers confidence in the finding.'),
    'concern moderate': l10n.t('A concern that probably lowers confidence in the finding.'),
    'concern serious': l10n.t('A concern that clearly lowers confidence in the finding.'),
    'level high': l10n.t('It is highly likely that the finding reflects what was studied.'),
    'level moderate': l10n.t('It is likely that the finding reflects what was studied.'),
    'level low': l10n.t('It is possible that the finding reflects what was studied.'),
    'level very-low': l10n.t('It is not clear whether the finding reflects what was studied.'),
    'severities off': l10n.t('The rule is silent.'),
    'severities error': l10n.t('Shown as an error: the review cannot stand like this.'),
    'severities warning': l10n.t('Shown as a warning: it probably needs mending.'),
    'severities info': l10n.t('Shown as a note.'),
    'severities hint': l10n.t('Shown as a faint hint.'),
    'missing not reported': l10n.t('You looked, and the study does not say.'),
    'missing not applicable': l10n.t('The question does not arise for this study.'),
    'missing unclear': l10n.t('The study says something, but not what.'),
    'missing to do': l10n.t('Nobody has looked yet.'),
    'answer yes': l10n.t('The report shows that this was done, and well enough.'),
    'answer no': l10n.t('The report shows that this was not done, or not well enough.'),
    'answer cant-tell': l10n.t('The report does not let one decide.'),
    'answer unclear': l10n.t('The report does not let one decide.'),
    'answer not-applicable': l10n.t('The question does not arise for this study.'),
    'reading-order alphabetical': l10n.t('By the names of the studies.'),
    'reading-order chronological': l10n.t('By their years, the oldest first.'),
    'research qualitative': l10n.t('The level starts at high.'),
    'research text-and-opinion': l10n.t('The level starts at low.'),
  };
}

import { isReport } from '../../../server/src/reports/reports.js';
import { fingerprintOf, judgedOf } from '../../../server/src/review/confidence.js';
import type { Review, Study } from '../../../server/src/review/model.js';
import { coverageOf } from '../../../server/src/review/reporting.js';
import { locate } from '../../../server/src/rules/diagnosis.js';

/** Everything that a review answers, as plain text: two reviews that print alike are alike to whoever asks them. */
export function dump(review: Review): string {
  const names = (studies: Iterable<Study>): string => [...studies].map(study => study.id).join(' ');
  const lines = [
    ...review.studies.map(study =>
      [
        'study',
        study.id,
        study.name,
        study.year,
        study.file.path,
        study.work?.name,
        study.total,
        study.themes.join(' '),
        [...study.appraisal.agreed].map(([item, answer]) => `${item}:${answer}`).join(' '),
        study.appraisal.raters.map(each => each.rater).join(' '),
      ].join(' | '),
    ),
    `files ${review.studyFiles.map(each => each.file.path).join(' ')}`,
    ...[...review.works.values()].map(work => `work ${work.id} | ${work.name} | ${work.file.path}`).sort(),
    ...review.themes.map(theme =>
      [
        'theme',
        theme.id,
        theme.label,
        theme.constructs.map(each => each.id).join(' '),
        names(theme.studies),
        theme.carriers.size,
      ].join(' | '),
    ),
    ...[...review.themeAliases].map(([name, theme]) => `formerly ${name} = ${theme.id}`).sort(),
    ...[...review.constructAliases].map(([name, construct]) => `formerly ${name} = ${construct.id}`).sort(),
    ...review.constructs.map(construct =>
      [
        'construct',
        construct.id,
        construct.label,
        construct.themes.map(each => each.id).join(' '),
        names(construct.cited),
        names([...construct.carrying].sort((a, b) => (a.id < b.id ? -1 : 1))),
        construct.findings.length,
        construct.headings.map(site => locate(site).range.line).join(' '),
        construct.supporters(2).length,
      ].join(' | '),
    ),
    ...review.sections.map(section =>
      [
        'section',
        section.file.path,
        locate({ ...{ file: section.file, chunk: section.chunk }, at: section.facts.at }).range.line,
        section.construct?.id,
        section.namesConstruct,
        section.aspect,
        section.findings
          .map(finding => `${finding.name}:${names(finding.support)}:${names(finding.contrary)}`)
          .join(' / '),
      ].join(' | '),
    ),
    ...[...review.findingByName.keys()].sort(),
    ...review.judgements.map(judgement => {
      const judged = judgedOf(judgement, review);
      return `judged ${judgement.facts.name} | ${judgement.file.path} | ${fingerprintOf(judged, review)}`;
    }),
    ...review.codings.map(({ file, facts }) => `coded ${file.path} ${facts.study} ${facts.themes.join(' ')}`),
    `translated ${review.translation?.facts.cells.map(cell => `${cell.construct.value}:${cell.study.value}`).join(' ')}`,
    `counts ${review.studyCount} ${review.studyFileCount} ${review.ratingCount} ${review.anyHeading}`,
    `totals ${review.highestTotals.join(' ')} raters ${[...review.activeRaters].sort().join(' ')}`,
    `numbers ${['1', '2', '3', '12'].map(number => review.numbered(number)).join(' ')}`,
    ...['gillard2013', 'moran2012', '3'].map(
      key => `citing ${key} ${review.numberOf(key)} ${review.isUsed('work', key)} ${review.sectionsCiting(key).length}`,
    ),
    ...coverageOf(review, isReport).flatMap(({ standard, items, present }) => [
      `standard ${standard.id} ${present}`,
      ...items.map(({ item, state, places }) => {
        const where = places.map(({ site, by }) => `${by} ${site.file.path}:${locate(site).range.line}`);
        return `item ${item.number} ${state} ${where.join(' ')}`;
      }),
    ]),
    `values ${[...review.values('country')].sort().join(' ')}`,
    ...['giving-back', 'boundaries', 'contributing'].map(
      id =>
        `uses ${id} ${review
          .uses('theme', id)
          .map(site => `${site.file.path}:${locate(site).range.line}`)
          .join(' ')}`,
    ),
  ];
  return lines.join('\n');
}

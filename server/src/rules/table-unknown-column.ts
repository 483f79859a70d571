import * as l10n from '@vscode/l10n';
import { derivedColumns } from '../reports/synthesis-table.js';
import { nearest } from '../text/words.js';
import type { Rule } from './rule.js';

export const tableUnknownColumn: Rule = {
  code: 'table.unknown-column',
  severity: 'warning',
  local: true,
  title: 'A column that the table cannot have',
  why: 'No study gives it, so it is left out of the table, or the studies cannot be sorted by it.',
  mend: 'Name a characteristic that is declared under `characteristics:`, or one of the columns that every review has: no, study, year, casp, themes, constructs.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {scoring: as-reported}
characteristics: {country: {type: text}, participants: {type: count}}
table:
  columns: [no, study, «contry», themes]
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
appraisal: {scoring: as-reported}
characteristics: {country: {type: text}, participants: {type: count}}
table:
  columns: [no, study, country, themes]
`,
  },
  message: ({ name, near, use }) => {
    const what =
      use === 'sort'
        ? l10n.t('The studies cannot be sorted by "{0}", which is no column.', name ?? '')
        : use === 'group'
          ? l10n.t('The table cannot be divided by "{0}", which is no column.', name ?? '')
          : l10n.t('The table has no column "{0}", so it is left out.', name ?? '');
    return near === '' ? what : `${what} ${l10n.t('Did you mean "{0}"?', near ?? '')}`;
  },
  judge: {
    *review({ settings, settingsSite }) {
      const known = [...derivedColumns, ...settings.characteristics.map(each => each.name)];
      // A review that declares nothing has not begun to say what its columns are.
      if (settings.characteristics.length === 0) return;
      const near = (name: string): string => nearest(name, known, 1)[0] ?? '';
      for (const { name, at } of settings.table.columns) {
        if (!settings.table.at || known.includes(name)) continue;
        yield { site: { ...settingsSite, at }, data: { name, near: near(name), use: 'column' } };
      }
      const { groupBy } = settings.table;
      if (groupBy && !known.includes(groupBy.value)) {
        const name = groupBy.value;
        yield { site: { ...settingsSite, at: groupBy.at }, data: { name, near: near(name), use: 'group' } };
      }
      for (const key of settings.table.sort) {
        const name = key.replace(/^-/, '');
        if (!settings.table.at || known.includes(name)) continue;
        yield { site: { ...settingsSite, at: settings.table.at }, data: { name, near: near(name), use: 'sort' } };
      }
    },
  },
};

import { type Draft, type Line, type Mark, misspelt, pathOf } from './draft.js';
import type { Kind } from './kind.js';

/** Writes something else for the first line of a study that matches. */
function inStudy(
  name: string,
  code: string,
  pattern: RegExp,
  write: (line: string, draft: Draft) => string,
  more: Partial<Kind> = {},
): Kind {
  return {
    name,
    ...more,
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, pattern);
      line.text = write(line.text, draft);
      return [{ code, path, line }];
    },
  };
}

/** The line at which a study is spoken of as a whole: its first field. */
export function headLine(draft: Draft, path: string): Line {
  return draft.find(path, /^[a-z-]+:/);
}

const themeNames = (draft: Draft): ReadonlySet<string> =>
  new Set(draft.plan.themes.flatMap(theme => [theme.name, ...(theme.alias ? [theme.alias] : [])]));

export const inStudies: readonly Kind[] = [
  inStudy('a misspelt theme in the list', 'theme.unknown', /^ {2}- [a-z]/, (line, draft) =>
    line.replace(/[a-z][a-z/-]*/, name => misspelt(name, themeNames(draft))),
  ),
  {
    name: 'a study that a criterion leaves out',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, /^design:/);
      line.text = 'design: review';
      return [{ code: 'eligibility.broken', path, line: headLine(draft, path) }];
    },
    hushed: true,
  },
  {
    name: 'a misspelt theme behind a passage',
    plant: draft => {
      const study = draft.study(each => !each.yaml);
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, / #[a-z]/);
      line.text = line.text.replace(/(?<= #)[a-z][a-z/-]*/, name => misspelt(name, themeNames(draft)));
      return [{ code: 'theme.unknown', path, line }];
    },
  },
  {
    name: 'a former name of a theme',
    plant: draft => {
      const study = draft.study(each => each.themes.some(theme => theme.alias));
      const theme = study?.themes.find(each => each.alias);
      if (!study || !theme?.alias) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, new RegExp(`^ {2}- ${theme.name}(:|$)`));
      line.text = line.text.replace(theme.name, theme.alias);
      return [{ code: 'theme.former-name', path, line }];
    },
  },
  {
    name: 'a required characteristic left out',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      draft.remove(path, draft.find(path, /^design:/));
      return [{ code: 'characteristic.missing', path, line: headLine(draft, path) }];
    },
  },
  inStudy('a required characteristic without a value', 'characteristic.missing', /^design:/, () => 'design:'),
  inStudy('words for a count', 'characteristic.type', /^interviews:/, () => 'interviews: about thirty'),
  inStudy('a comma in a number', 'characteristic.type', /^interviews:/, () => 'interviews: 1,520'),
  inStudy('a value that the column does not have', 'characteristic.type', /^sampling:/, () => 'sampling: [purposeful]'),
  inStudy('a year of five digits', 'characteristic.type', /^published:/, () => 'published: 20113'),
  inStudy('an answer other than yes or no', 'characteristic.type', /^member-checking:/, () => 'member-checking: some'),
  inStudy("an office's word for a missing value", 'characteristic.type', /^women:/, () => 'women: n/a'),
  inStudy('a misspelt name of a field', 'study.unknown-field', /^recruitment:/, line =>
    line.replace('recruitment', 'recruitement'),
  ),
  inStudy('a field that nobody declared', 'study.unknown-field', /^region:/, line => line.replace('region', 'weather')),
  {
    name: 'a field given twice',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      const first = draft.find(path, /^analysis:/);
      const line = draft.insert(path, 'below', draft.find(path, /^funding:/), first.text);
      return [{ code: 'yaml.duplicate-key', path, line }];
    },
  },
  inStudy('a colon inside a text', 'yaml.colon-swallows', /^setting:/, line => `${line}: the quiet room`),
  inStudy('a number sign inside a text', 'yaml.comment-cuts', /^setting:/, line => `${line} #upstairs`),
  inStudy('a text that starts with a bracket', 'yaml.special-start', /^setting:/, () => 'setting: [Former] ward'),
  inStudy('a text that starts with a percent sign', 'yaml.special-start', /^region:/, () => 'region: %the valley'),
  inStudy('a text that starts with an exclamation mark', 'yaml.tag', /^region:/, () => 'region: !Kung territory'),
  {
    name: 'findings under another heading',
    plant: draft => {
      const study = draft.study(each => !each.yaml);
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, /^## Findings$/);
      line.text = '## Key points';
      return [{ code: 'study.findings-elsewhere', path, line }];
    },
  },
  {
    name: 'a misspelt field of a finding',
    plant: draft => {
      const study = draft.study(each => each.yaml);
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.find(path, /^ {4}at:/);
      line.text = line.text.replace('at:', 'page:');
      return [{ code: 'field.unknown', path, line }];
    },
  },
  {
    name: 'lists that stand for one another a thousand times',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      const ten = (item: string): string => `[${Array(10).fill(item).join(', ')}]`;
      const lines = [
        'tags:',
        `  - &a ${ten('x')}`,
        `  - &b ${ten('*a')}`,
        `  - &c ${ten('*b')}`,
        `  - &d ${ten('*c')}`,
      ];
      draft.insert(path, 'above', draft.find(path, /^themes:/), ...lines);
      return [{ code: 'yaml.alias-bomb', path, line: draft.find(path, /&d/) }];
    },
  },
  {
    name: 'two studies of one key',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      // The study whose file bears the key owns it; this one is the second, whatever the order of the files.
      const path = `studies/${study.key}-again.yaml`;
      const text = `key: ${study.key}\ncountry: ${study.country}\ndiscipline: ${study.discipline}\nparticipants: 7\ndesign: Case study\ndata-collection: [interview]\nthemes:\n  - ${study.themes[0]?.name}\n`;
      draft.add(path, text);
      return [{ code: 'study.duplicate-key', path, line: { text: '0' } }];
    },
  },
];

/** After these a study cannot be read whole. */
export const breakingStudies: readonly Kind[] = [
  inStudy('a field without its colon', 'yaml.unreadable', /^interviews:/, line => line.replace(':', ''), {
    breaks: true,
  }),
  inStudy('a list that is never closed', 'yaml.unclosed', /^sampling:/, () => 'sampling: [purposive', { breaks: true }),
  {
    name: 'a tab before an item',
    breaks: true,
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.all(path, /^ {2}- [a-z/-]+(:.*)?$/).findLast(each => !/: \|-$/.test(each.text));
      if (!line) throw new Error(`${path} has no themes.`);
      line.text = line.text.replace(/^ +/, '\t');
      return [{ code: 'yaml.tab', path, line }];
    },
  },
  {
    name: 'a line of hyphens in the middle',
    breaks: true,
    plant: draft => {
      const study = draft.study(each => each.yaml);
      if (!study) return undefined;
      const path = pathOf(study);
      const line = draft.insert(path, 'above', draft.find(path, /^notes:/), '---');
      return [{ code: 'yaml.many-documents', path, line }];
    },
  },
  {
    name: 'characteristics without an end',
    breaks: true,
    plant: draft =>
      markdownHead(draft, 'study.front-matter-open', path => {
        const [opening, ...others] = draft.all(path, /^---$/);
        const closing = others[0];
        if (!opening || !closing) throw new Error(`${path} has no front matter.`);
        draft.remove(path, closing);
        return opening;
      }),
  },
  {
    name: 'characteristics without a beginning',
    breaks: true,
    plant: draft =>
      markdownHead(draft, 'study.without-characteristics', path => {
        const opening = draft.find(path, /^---$/);
        draft.remove(path, opening);
        return headLine(draft, path);
      }),
  },
  inStudy(
    'brackets within brackets',
    'yaml.too-deep',
    /^region:/,
    () => `region: ${'['.repeat(300)}${']'.repeat(300)}`,
    { breaks: true },
  ),
];

function markdownHead(draft: Draft, code: string, change: (path: string) => Line): readonly Mark[] | undefined {
  const study = draft.study(each => !each.yaml);
  if (!study) return undefined;
  const path = pathOf(study);
  return [{ code, path, line: change(path) }];
}

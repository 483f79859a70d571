import type { Theme } from '../plan.js';
import { type Draft, type Line, type Mark, misspelt } from './draft.js';
import type { Kind } from './kind.js';

const path = 'codebook.yaml';
const manuscript = 'synthesis.md';

/** Changes the entry of a theme, other than those of the first construct, whose themes the manuscript counts. */
function inTheme(name: string, code: string, change: (draft: Draft, head: Line, theme: Theme) => Line): Kind {
  return {
    name,
    plant: draft => {
      const theme = ofOthers(draft);
      return theme && [{ code, path, line: change(draft, headOf(draft, theme), theme) }];
    },
  };
}

function ofOthers(draft: Draft): Theme | undefined {
  const counted = draft.plan.constructs[0]?.name ?? '';
  return draft.theme(theme => !theme.constructs.includes(counted) && theme.constructs.length === 1);
}

function headOf(draft: Draft, theme: Theme): Line {
  return draft.find(path, new RegExp(`^ {2}${theme.name}:$`));
}

/** Constructs that nobody thought of yet. */
const late = [
  ['unplanned-rest', 'Rest that nobody planned'],
  ['second-opinions', 'A second opinion of oneself'],
  ['loud-rooms', 'Loud rooms and quiet ones'],
  ['small-print', 'Living in the small print'],
  ['spare-keys', 'Who holds the spare key'],
  ['half-told', 'What is told by halves'],
] as const;

/** Adds a construct; what is wrong with it is for the fault to say. */
function withConstruct(
  name: string,
  code: string,
  more: (draft: Draft, construct: string, label: string) => boolean,
  hushed = false,
): Kind {
  return {
    name,
    hushed,
    plant: draft => {
      const fresh = draft.one(
        late,
        ([id]) => `construct ${id}`,
        () => true,
      );
      if (!fresh) return undefined;
      const [id, label] = fresh;
      if (!more(draft, id, label)) return undefined;
      const line = draft.insert(
        path,
        'above',
        draft.find(path, /^argument:/),
        `  ${id}:`,
        `    label: ${label}`,
        '    definition: >-',
        '      A construct that came in late.',
      );
      return [{ code, path, line }];
    },
  };
}

function addSection(draft: Draft, label: string, sentence: string): void {
  draft.insert(manuscript, 'above', draft.find(manuscript, /^# Discussion$/), `## ${label}`, '', sentence, '');
}

export const inCodebook: readonly Kind[] = [
  inTheme('a theme without a definition', 'theme.undefined', (draft, head) => {
    draft.remove(path, ...draft.entry(path, draft.find(path, /^ {4}definition:/, head)));
    return head;
  }),
  inTheme('a theme of no construct', 'theme.unmapped', (draft, head) => {
    draft.remove(path, draft.find(path, /^ {4}construct:/, head));
    return head;
  }),
  {
    name: 'a theme that no study carries',
    hushed: true,
    plant: draft => {
      const [, construct] = draft.plan.constructs;
      const name = draft.one(
        ['weather-lore', 'counting-stairs', 'reading-hands'],
        each => each,
        () => true,
      );
      if (!construct || !name) return undefined;
      const line = draft.insert(
        path,
        'above',
        draft.find(path, /^constructs:/),
        `  ${name}:`,
        `    label: ${name}`,
        '    definition: Foreseen, and found nowhere',
        `    construct: ${construct.name}`,
      );
      return [{ code: 'theme.unused', path, line }];
    },
  },
  inTheme('a misspelt construct', 'construct.unknown', (draft, head, theme) => {
    const line = draft.find(path, /^ {4}construct:/, head);
    const [construct = ''] = theme.constructs;
    line.text = `    construct: [${construct}, ${misspelt(construct, new Set(draft.plan.constructs.map(each => each.name)))}]`;
    return line;
  }),
  inTheme('a field that nothing reads', 'field.unknown', (draft, head) =>
    draft.insert(path, 'below', draft.find(path, /^ {4}label:/, head), '    remark: to be discussed'),
  ),
  inTheme('a comma between braces', 'yaml.comma-cuts', (draft, head, theme) => {
    draft.remove(path, ...draft.entry(path, head).slice(1));
    const aliases = theme.alias ? `aliases: [${theme.alias}], ` : '';
    head.text = `  ${theme.name}: {label: ${theme.label}, definition: Keeping at it, and being seen to, ${aliases}construct: ${theme.constructs[0]}}`;
    return head;
  }),
  {
    name: 'fields borrowed from another theme',
    plant: draft => {
      const [lender, borrower] = [ofOthers(draft), ofOthers(draft)];
      if (!lender || !borrower) return undefined;
      const name = `as-${lender.name.replaceAll('/', '-')}`;
      const [first, second] = [headOf(draft, lender), headOf(draft, borrower)];
      const lines = draft.lines(path);
      const [upper, lower] = lines.indexOf(first) < lines.indexOf(second) ? [first, second] : [second, first];
      upper.text += ` &${name}`;
      return [{ code: 'yaml.merge-key', path, line: draft.insert(path, 'below', lower, `    <<: *${name}`) }];
    },
  },
  withConstruct('a construct without a section', 'construct.not-in-manuscript', (draft, id) => {
    const theme = ofOthers(draft);
    if (!theme) return false;
    draft.find(path, /^ {4}construct:/, headOf(draft, theme)).text = `    construct: [${theme.constructs[0]}, ${id}]`;
    return true;
  }),
  withConstruct(
    'a construct that no study supports',
    'construct.without-support',
    (draft, _, label) => {
      addSection(draft, label, 'Nothing that the studies say bears on it yet.');
      return true;
    },
    true,
  ),
  withConstruct(
    'a construct that one study supports alone',
    'construct.single-study',
    (draft, _, label) => {
      const study = draft.plan.studies[draft.draw.whole(0, draft.plan.studies.length - 1)];
      addSection(draft, label, `One team came upon it by chance [@${study?.key}].`);
      return true;
    },
    true,
  ),
  {
    name: 'a step of the argument without its sentence',
    plant: draft => {
      if (!draft.claim('an argument without a sentence')) return undefined;
      const line = draft.append(path, `  - rests-on: [${draft.plan.constructs[0]?.name}]`);
      return [{ code: 'field.missing', path, line }];
    },
  },
  {
    name: 'a finding that the manuscript does not name',
    plant: (draft): readonly Mark[] | undefined => {
      if (!draft.claim('an unknown finding')) return undefined;
      const line = draft.find(path, /^ {4}answers:/);
      line.text = line.text.replace(/\[.*\]/, '[nothing-of-the-kind]');
      return [{ code: 'finding.unknown', path, line }];
    },
  },
];

import { describe, expect, test } from 'vitest';
import { reportNames } from '../../../../server/src/reports/reports.js';
import { at } from './support.js';

const codebook = `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, construct: identity}
constructs:
  identity: {label: Reframing of identity, order: 1}
  use-of-self: {label: Therapeutic use of self, order: 2}
  giving: {label: Giving, order: 3}
argument:
  - says: Telling changes the teller.
    rests-on: [identity]
    answers: [isolation, worth]
`;

const manuscript = (text: string): string => `${codebook}=== synthesis.md ===\n${text}\n`;

describe('headings', () => {
  test('offer constructs that have none yet', () => {
    const { labels, line } = at(manuscript('## Reframing of identity\n\nWords.\n\n## «»'));
    expect(labels).toEqual(['Therapeutic use of self', 'Giving']);
    expect(line('Giving')).toBe('## Giving');
    expect(at(manuscript('## ther«»apy {.unnumbered}')).line('Therapeutic use of self')).toBe(
      '## Therapeutic use of self {.unnumbered}',
    );
    expect(at(manuscript('## use-of«»')).labels).toEqual(['Therapeutic use of self']);
  });

  test('offer the aspects that the construct above them lacks', () => {
    const text = '## Giving\n\n### Strengths\n\nWords.\n\n### «»\n\n## Reframing of identity\n\n### Challenges\n';
    expect(at(manuscript(text)).labels).toEqual(['Challenges', 'Therapeutic use of self']);
    expect(at(manuscript('## Giving\n\n### «»\n\n### Challenges\n')).labels[0]).toBe('Strengths');
    expect(at(manuscript('## Giving\n\n### «»\n\n### Challenges\n')).labels).not.toContain('Challenges');
    expect(at(manuscript('## Methods\n\n### «»')).labels).not.toContain('Strengths');
    expect(at(manuscript('## Giving\n\n## «»')).labels).not.toContain('Strengths');
  });

  test('offer identifiers', () => {
    expect(at(manuscript('## Who we are {#«»')).line('identity')).toBe('## Who we are {#identity}');
    expect(at(manuscript('## Who we are {#id«»}')).line('identity')).toBe('## Who we are {#identity}');
  });

  test('are offered nowhere else', () => {
    for (const text of ['#«»', 'Words ## «»', '    ## «»', '```\n## «»\n```']) {
      expect(at(manuscript(text)).labels).toEqual([]);
    }
    expect(at('=== studies/gillard2013.md ===\n---\ncountry: UK\n---\n## «»\n').labels).toEqual([]);
  });
});

describe('comments', () => {
  test('at the start of a line: what a section is, and generated blocks with their ends', () => {
    const { labels, accept } = at(manuscript('## Who we are\n<!-- «»'));
    expect(labels).toEqual(['construct:', 'aspect:', ...reportNames.map(name => `metasynth:${name}`), 'reports:']);
    expect(accept('metasynth:outline')).toContain('<!-- metasynth:outline -->\n<!-- /metasynth:outline -->¦\n');
    expect(accept('construct:')).toContain('\n<!-- construct: ¦ -->\n');
    expect(at(manuscript('<!-- «» -->')).line('construct:')).toBe('<!-- construct:  -->');
    expect(at(manuscript('<!--«»')).line('aspect:')).toBe('<!-- aspect: ¦ -->');
    expect(at(manuscript('<!-- «»>')).line('aspect:')).toBe('<!-- aspect: ¦ -->');
    expect(at(manuscript('<!-- met«»')).labels).toEqual([...reportNames.map(name => `metasynth:${name}`)]);
  });

  test('without places to fill in, for editors that have none', () => {
    const shown = at(manuscript('<!-- «»'), { snippets: false });
    expect(shown.line('metasynth:outline')).toBe('<!-- metasynth:outline -->');
    expect(shown.line('construct:')).toBe('<!-- construct: ');
  });

  test('behind a number: what it counts; behind a sentence: its name', () => {
    expect(at(manuscript('Of 15<!-- «»')).labels).toEqual(['=', 'finding:', 'reports:']);
    expect(at(manuscript('Of 15<!-- «»')).line('=')).toBe('Of 15<!-- = ¦ -->');
    expect(at(manuscript('So it is [@moran2012]. <!-- «»')).labels).toEqual(['finding:', 'reports:']);
  });

  test('from their first sign on', () => {
    expect(at(manuscript('Of 15<«»')).line('=')).toBe('Of 15<!-- = ¦ -->');
    expect(at(manuscript('<!-«»')).line('construct:')).toBe('<!-- construct: ¦ -->');
    expect(at(manuscript('So it is. <«»>')).line('finding:')).toBe('So it is. <!-- finding: ¦ -->');
    expect(at(manuscript('where p <«»')).labels).toEqual([]);
  });

  test.each([
    ['## A\n<!-- construct: «»', 'use-of-self', '<!-- construct: use-of-self -->'],
    ['## A\n<!-- construct: use«» -->', 'use-of-self', '<!-- construct: use-of-self -->'],
    ['## A\n<!-- aspect: «» -->', 'challenge', '<!-- aspect: challenge -->'],
    ['So. <!-- finding: «» -->', 'isolation', 'So. <!-- finding: isolation -->'],
    ['So. <!-- reports: entreq 4, pri«» -->', 'prisma-s', 'So. <!-- reports: entreq 4, prisma-s  -->'],
  ])('their values: %s', (text, label, line) => {
    expect(at(manuscript(text)).line(label)).toBe(line);
  });

  test('items of a reporting standard, those first that nothing reports yet, with what they are about', () => {
    const text = 'Words. <!-- reports: entreq 2-4 -->\n\nSo. <!-- reports: entreq «» -->';
    const { labels, item, line } = at(manuscript(text));
    // The question and the checklist stand in `metasynth.yaml`; the tables of studies and of their
    // appraisal can be generated.
    const reported = ['1', '2', '3', '4', '11'];
    const open = Array.from({ length: 21 }, (_, index) => `${index + 1}`).filter(each => !reported.includes(each));
    const derivable = ['8', '13'];
    expect(labels).toEqual([...open.filter(each => !derivable.includes(each)), ...derivable, ...reported]);
    expect(item('6')).toMatchObject({ detail: 'Search strategy' });
    expect(item('6').documentation).toContain('How exactly was each electronic source searched?');
    expect(item('4').description).toBe('reported already');
    expect(line('6')).toBe('So. <!-- reports: entreq 6 -->');
  });

  test.each([
    ['So. <!-- reports: entreq scr«»', '7', 'So. <!-- reports: entreq 7 -->'],
    ['So. <!-- reports: prisma s «» -->', '8', 'So. <!-- reports: prisma s 8 -->'],
    ['So. <!-- reports: entreq 4, «», prisma-s 8 -->', '6', 'So. <!-- reports: entreq 4, 6, prisma-s 8 -->'],
    ['So. <!-- reports: entreq 4-«» -->', '6', 'So. <!-- reports: entreq 4-6 -->'],
    ['So. <!-- reports: PRISMA 1«»6a -->', '16b', 'So. <!-- reports: PRISMA 16b -->'],
    ['So. <!-- reports: «» -->', 'emerge', 'So. <!-- reports: emerge  -->'],
  ])('go on in lists: %s', (text, label, line) => {
    expect(at(manuscript(text)).line(label)).toBe(line);
  });

  test('of a list offer no item twice, none before the range began, and nothing behind words', () => {
    expect(at(manuscript('So. <!-- reports: entreq 6, «» -->')).labels).not.toContain('6');
    expect(at(manuscript('So. <!-- reports: entreq 19-«» -->')).labels).toEqual(['20', '21']);
    expect(at(manuscript('So. <!-- reports: all of it «» -->')).labels).toEqual([]);
    expect(at(manuscript('So. <!-- reports: «» -->')).labels).toEqual(['entreq', 'emerge', 'prisma', 'prisma-s']);
  });

  test('names of findings are those that others ask for and the manuscript lacks', () => {
    const text = '## Giving\n\nGood [@moran2012]. <!-- finding: worth -->\nBad [@moran2012]. <!-- finding: «» -->';
    expect(at(manuscript(text)).labels).toEqual(['isolation']);
    expect(at(`${manuscript(text)}=== confidence.yaml ===\npay:\n  note: x\n`).labels).toEqual(['isolation', 'pay']);
  });

  test('say nothing in comments of one’s own, nor on later lines of one', () => {
    for (const text of [
      '<!-- we should «»',
      '<!--\nfin«»',
      '<!-- construct: «»\n-->x -->'.replace('construct: ', 'note: '),
    ]) {
      expect(at(manuscript(text)).labels).toEqual([]);
    }
  });

  test('of a study: how credible a finding is', () => {
    const study = (text: string): string =>
      `=== studies/gillard2013.md ===\n---\ncountry: UK\n---\n## Findings\n\n${text}\n`;
    expect(at(study('Words. <!-- «»')).line('credibility:')).toBe('Words. <!-- credibility: ¦ -->');
    expect(at(study('Words. <!-- credibility: «» -->')).labels).toEqual(['unequivocal', 'credible', 'unsupported']);
  });
});

describe('checked numbers', () => {
  const settings = `
=== metasynth.yaml ===
title: x
characteristics:
  country: {type: text}
  discipline: {type: text}
  participants: {type: count}
groups:
  communicable: {discipline: [HIV]}
=== studies/gillard2013.md ===
---
country: UK
discipline: Mental health
participants: 15
---
`;
  const number = (text: string): string => `${settings}${manuscript(`Of 15<!-- = ${text} -->`)}`;

  test.each([
    ['«»', 'studies', 'studies'],
    ['stu«»', 'studies where', 'studies where '],
    ['share of st«»', 'share of studies where', 'share of studies where '],
    ['studies «»', 'where', 'studies where '],
    ['participants «»', 'median', 'participants median'],
    ['findings under «»', 'use-of-self', 'findings under use-of-self'],
    ['themes «»', 'under', 'themes under '],
    ['flow.rec«»', 'records-screened', 'flow.records-screened'],
    ['studies where «»', 'country', 'studies where country:'],
    ['studies where part«»', 'participants', 'studies where participants '],
    ['studies where «»', 'NOT', 'studies where NOT '],
    ['studies where NOT disc«»', 'discipline', 'studies where NOT discipline:'],
    ['studies where discipline:«»', 'Mental health', 'studies where discipline:"Mental health"'],
    ['studies where discipline:"me«»', 'Mental health', 'studies where discipline:"Mental health"'],
    ['studies where discipline:"me«»ntal wealth"', 'Mental health', 'studies where discipline:"Mental health"'],
    ['studies where country:(«»', 'UK', 'studies where country:(UK'],
    ['studies where group:«»', 'communicable', 'studies where group:communicable'],
    ['studies where participants «»', '>=', 'studies where participants >= '],
    ['studies where country:UK «»', 'OR', 'studies where country:UK OR '],
    ['studies where (country:UK OR «»)', 'discipline', 'studies where (country:UK OR discipline:)'],
    ['studies where participants >= 10 «»', 'AND', 'studies where participants >= 10 AND '],
    ['share of studies where country:UK «»', 'of', 'share of studies where country:UK of '],
    ['share of studies where country:UK of «»', 'country', 'share of studies where country:UK of country:'],
    ['studies | = studies where cou«»', 'country', 'studies | = studies where country:'],
    ['studies where theme:«»', 'boundaries', 'studies where theme:boundaries'],
  ])('%s', (text, label, line) => {
    expect(at(number(text)).line(label)).toBe(`Of 15<!-- = ${line} -->`);
  });

  test('values stand with their numbers of studies', () => {
    expect(at(number('studies where country:«»')).item('UK').description).toBe('1 study');
  });

  test.each([
    'studies where participants >= «»',
    'studies where country:UK country«»',
    'what «»',
    'studies where UK UK «»',
  ])('nothing for %s', text => {
    expect(at(number(text)).labels).toEqual([]);
  });
});

describe('names in the codebook', () => {
  const book = (text: string): string => `=== codebook.yaml ===\n${text}\nconstructs:\n  identity: I\n  giving: G\n`;

  test.each([
    ['themes:\n  a:\n    construct: «»', 'giving', '    construct: giving'],
    ['themes:\n  a:\n    construct: [identity, «»]', 'giving', '    construct: [identity, giving]'],
    ['themes:\n  a: {construct: «»}', 'giving', '  a: {construct: giving}'],
    ['argument:\n  - rests-on: [identity, «»]', 'giving', '  - rests-on: [identity, giving]'],
    ['argument:\n  - says: x\n    rests-on:\n      - «»', 'giving', '      - giving'],
  ])('%s', (text, label, line) => {
    const shown = at(book(text));
    expect(shown.line(label)).toBe(line);
    expect(shown.labels).toEqual(text.includes('[identity') ? ['giving'] : ['identity', 'giving']);
  });

  test('arrows lead to other constructs', () => {
    const text = 'constructs:\n  identity:\n    leads-to:\n      «»\n  giving: G';
    expect(at(`=== codebook.yaml ===\n${text}\n`).labels).toEqual(['giving']);
    expect(at(`=== codebook.yaml ===\n${text}\n`).line('giving')).toBe('      giving: ');
    expect(at(`=== codebook.yaml ===\n${text.replace('\n      «»', ' [«»]')}\n`).line('giving')).toBe(
      '    leads-to: [giving]',
    );
  });

  test('findings that the argument answers and that confidence judges', () => {
    const text = '=== synthesis.md ===\n## Reframing of identity\n\nGood [@moran2012]. <!-- finding: worth -->\n';
    expect(
      at(`${text}=== codebook.yaml ===\nargument:\n  - answers: [«»]\nconstructs:\n  identity: Reframing of identity\n`)
        .labels,
    ).toEqual(['worth']);
    expect(at(`${text}=== confidence.yaml ===\n«»\n`).line('worth')).toBe('worth:');
    expect(at(`${text}=== confidence.yaml ===\nworth:\n  note: x\n«»\n`).labels).toEqual([]);
  });
});

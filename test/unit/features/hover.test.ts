import { describe, expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.js';
import { exampleOf, reviewOf, type WrittenReview } from '../support/review.js';

const links = { to: (path: string, line: number) => `file:///review/${path}#L${line + 1}` };

/** What a hover at the mark shows, and the words it is about. */
function at(
  written: string,
  make: (written: string) => WrittenReview = exampleOf,
): { markdown: string; words: string } | undefined {
  const { review, cursor, texts } = make(written);
  const found = hover(review, cursor.path, cursor.position, links);
  if (!found) return undefined;
  const { line, character, endCharacter } = found.range;
  const words = texts.get(cursor.path)?.split('\n')[line]?.slice(character, endCharacter) ?? '';
  return { markdown: found.markdown, words };
}

const study = (themes: string): string => `
=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes:
${themes}
casp: 8
---
`;

describe('a hover on a theme', () => {
  test('tells what it means, who carries it and where it belongs', () => {
    const found = at(study('  - boundaries\n  - giving«»-back'));
    expect(found?.words).toBe('giving-back');
    expect(found?.markdown).toContain('**Giving back**');
    expect(found?.markdown).toContain('Repaying help received by helping others');
    expect(found?.markdown).toContain('2 of 2 studies carry it · median appraisal 8.5 (8 to 9)');
    expect(found?.markdown).toContain('Belongs to *Reframing of identity*');
    expect(found?.markdown).toContain('[Moran et al\\. 2012](file:///review/studies/moran2012.md#L1)');
  });

  test('is thin where one study carries it alone', () => {
    expect(at(study('  - bound«»aries\n  - giving-back'))?.markdown).toContain('Thin: it rests on one study.');
  });

  test('is the same under a former name, and shows the authors’ own wording', () => {
    const found = at(`
=== codebook.yaml ===
themes:
  giving-back: {label: Giving back, aliases: [contributing]}
${study('  - contrib«»uting: Paying a debt')}`);
    expect(found?.markdown).toContain('**Giving back**');
    expect(found?.markdown).toContain('*No definition yet*');
    expect(found?.markdown).toContain('Formerly contributing');
    expect(found?.markdown).toContain('Gillard et al\\. 2013: “Paying a debt”');
  });

  test('that nobody knows shows nothing', () => {
    expect(at(study('  - no«»body'))).toBeUndefined();
  });
});

describe('a hover on a construct', () => {
  const manuscript = `
=== synthesis.md ===
## Reframing «»of identity

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012].

### Challenges

The role has no end [@gillard2013; but see @moran2012].
`;

  test('by its heading, sums up its support, strengths and challenges', () => {
    const { markdown = '', words } = at(manuscript) ?? {};
    expect(words).toBe('Reframing of identity');
    expect(markdown).toContain('**Reframing of identity** · construct 1 of 1 (third order)');
    expect(markdown).toContain('2 of 2 studies cited under it');
    expect(markdown).toContain('- Strengths: 1 finding, 2 studies');
    expect(markdown).toContain('- Challenges: 1 finding, 1 study');
    expect(markdown).toContain('1 finding rests on one study');
    expect(markdown).toContain('[Open in codebook](file:///review/codebook.yaml#L11)');
  });

  test('in the codebook, at the place where it is defined or mapped to', () => {
    for (const codebook of [
      '    construct: iden«»tity\nconstructs:\n  identity:',
      '    construct: identity\nconstructs:\n  ident«»ity:',
    ]) {
      const found = at(
        `=== codebook.yaml ===\nthemes:\n  giving-back:\n    label: Giving back\n${codebook}\n    label: Reframing of identity\n`,
      );
      expect(found?.markdown).toContain('construct 1 of 1');
    }
  });

  test('a heading that names none shows nothing', () => {
    expect(at('=== synthesis.md ===\n## Intro«»duction\n')).toBeUndefined();
  });
});

describe('a hover on a citation', () => {
  const cite = (key: string): string =>
    `=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@${key}].\n`;

  test('of an included study shows its row of the table', () => {
    const found = at(cite('moran«»2012'));
    expect(found?.words).toBe('moran2012');
    expect(found?.markdown).toContain('**Moran et al\\. 2012** · included study');
    expect(found?.markdown).toContain('| Country | USA |');
    expect(found?.markdown).toContain('| CASP | 9 |');
  });

  test('of another work says that it is none', () => {
    const found = at(
      `=== references.bib ===\n@book{mead1934, author = {Mead}, year = 1934, title = {Mind and self}}\n${cite('mead«»1934')}`,
    );
    expect(found?.markdown).toContain('**Mead 1934** · not an included study');
    expect(found?.markdown).toContain('*Mind and self*');
  });
});

describe('a hover on an appraisal', () => {
  test('on a question tells what it asks and what to look for, in our words', () => {
    const found = at('=== appraisals/JM.yaml ===\ngillard2013:\n  «»4: yes\n');
    expect(found?.words).toBe('4');
    expect(found?.markdown).toMatch(/^\*\*4\. /);
    expect(found?.markdown.split('\n- ').length).toBeGreaterThan(2);
    expect(found?.markdown).toMatch(/Answers: Yes · Can['’]t tell · No/);
    expect(found?.markdown).toContain('https://casp-uk.net/');
  });

  test('on the number before a reason tells the same', () => {
    const found = at('=== appraisals/JM.yaml ===\ngillard2013:\n  4: no\n  because:\n    «»4: managers\n');
    expect(found?.markdown).toMatch(/^\*\*4\. /);
  });

  test('on a total shows the study', () => {
    expect(at('=== studies/gillard2013.md ===\n---\ncountry: UK\ncasp: «»8\n---\n')?.markdown).toContain(
      'included study',
    );
  });
});

test('the first line of a study is no hover, though it stands for the study', () => {
  expect(at('=== studies/gillard2013.md ===\n---\ncountry: U«»K\ncasp: 8\n---\n')).toBeUndefined();
});

test('words of a file stay words: no link, image, command or HTML of theirs comes alive', () => {
  const found = at(
    `
=== codebook.yaml ===
themes:
  trap:
    label: "[click](command:evil) <img src=x onerror=alert(1)> | ![x](http://y)"
    definition: "**bold** \`code\` <!-- c --> | a"
=== studies/a.md ===
---
themes: [tr«»ap]
---
`,
    reviewOf,
  );
  expect(found?.markdown).toContain(
    '\\[click\\]\\(command:evil\\) \\<img src=x onerror=alert\\(1\\)\\> \\| \\!\\[x\\]',
  );
  expect(found?.markdown).toContain('\\*\\*bold\\*\\* \\`code\\` \\<\\!\\-\\- c \\-\\-\\> \\| a');
});

describe('a hover on a checked number', () => {
  const written = (mark: string): string => `
=== synthesis.md ===
There are ${mark} of them.
`;

  test('tells what the data give and which studies are counted', () => {
    const found = at(written('«»3<!-- = studies where country:UK -->'));
    expect(found?.words).toBe('3');
    expect(found?.markdown).toBe(
      '`studies where country:UK`\n\n**1** by the data, **3** in the text\n\n[Gillard et al\\. 2013](file:///review/studies/gillard2013.md#L2)',
    );
  });

  test('stands over the comment too, with each way of reading it', () => {
    const found = at(written('50 %<!-- «»= share of studies where country:UK | = studies -->'));
    expect(found?.markdown).toContain('**50 % (1 of 2)** by the data');
    expect(found?.markdown).toContain('---');
    expect(found?.markdown).toContain('**2** by the data, **50** in the text');
  });

  test('is left to the diagnostic where the definition cannot be followed', () => {
    expect(at(written('3<!-- «»= studis -->'))).toBeUndefined();
  });
});

describe('a hover on an item that a passage reports', () => {
  test('tells what it asks, and where else it is reported', () => {
    const text = 'Words. <!-- reports: entreq 1«»1, 12 -->\n\nMore. <!-- reports: entreq 11 -->\n';
    const found = at(`=== synthesis.md ===\n${text}`);
    expect(found?.words).toBe('11');
    expect(found?.markdown).toContain('**ENTREQ 11: Appraisal tool**');
    expect(found?.markdown).toContain('With which checklist, framework or criteria were the studies appraised?');
    expect(found?.markdown).toContain(
      'Reported in [synthesis\\.md, line 3](file:///review/synthesis.md#L3) · [metasynth\\.yaml, appraisal\\.checklist]',
    );
    expect(found?.markdown).not.toContain('line 1]');
  });

  test('tells of each item of a range, and of one that the checklist does not ask for', () => {
    const range = at('=== synthesis.md ===\nWords. <!-- reports: entreq 5–«»6 -->\n');
    expect(range?.words).toBe('5–6');
    expect(range?.markdown).toContain('**ENTREQ 5: Data sources**');
    expect(range?.markdown).toContain('**ENTREQ 6: Search strategy**');
    expect(at('=== synthesis.md ===\nWords. <!-- reports: prisma «»3 -->\n')?.markdown).toContain('does not ask');
    expect(at('=== synthesis.md ===\nWords. <!-- re«»ports: entreq 3 -->\n')).toBeUndefined();
  });
});

import { byKey } from './appraisals.js';
import type { Plan, Work } from './plan.js';
import { random } from './random.js';
import { journals } from './words/field.js';
import { title } from './words/voices.js';

/** `references.bib`: the included studies, then the background. */
export function bibliographyText({ studies, background, options }: Plan): string {
  const draw = random(options.seed, 3);
  const articles = byKey(studies).map(study => {
    const [theme] = study.themes;
    const about = title(draw, theme?.label.toLowerCase() ?? 'illness', study.discipline);
    const page = draw.whole(1, 900);
    return `@article{${study.key},
  author = {${authorsOf(study)}},
  title = {${about}},
  journal = {${draw.pick(journals)}},
  year = {${study.year}},
  pages = {${page}--${page + draw.whole(6, 18)}}
}
`;
  });
  const books = background.map(
    work => `@book{${work.key},
  author = {${authorsOf(work)}},
  title = {${draw.pick(['Ways of being ill', 'The uses of narrative', 'Gift and reserve', 'Method and tact', 'Ordinary knowledge'])}},
  publisher = {Harbour University Press},
  year = {${work.year}}
}
`,
  );
  return `${articles.join('\n')}\n% Theory and method, never evidence.\n\n${books.join('\n')}`;
}

function authorsOf({ authors }: Work): string {
  return authors.map(({ family, given }) => `${family}, ${given}`).join(' and ');
}

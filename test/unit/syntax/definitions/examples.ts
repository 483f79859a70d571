import type { Part } from '../../../../server/src/syntax/definitions/validate.js';

/** Every part in full, with the liberties that a person may take. All of it must pass. */
export const examples: Readonly<Record<Part, readonly string[]>> = {
  review: [
    `
title: "Peer support: workers' experience of their role in health care"
question: What do peer support workers report of their own experience of the role?
approach: qualitative-metasynthesis  # or another
status: draft
reviewers:
  JM: Joan
  HRS:
appraisal:
  checklist: casp-qualitative
  raters: [JM, JS]
  arbiter: HRS
  scoring: as-reported
  use: weigh
studies: studies/
codebook: codebook.yaml
bibliography: references.bib
manuscript: synthesis.md
background: [baumeister1995]
characteristics:
  country: {type: text, required: true}
  discipline: {type: text, required: yes}
  participants: {type: count}
  method: text
  data-collection: {type: set, values: [interview, focus group, questionnaire]}
  notes:
groups:
  non-communicable:
    discipline: [Heart Disease, Diabetes]
aspects:
  strength: [Strengths]
  challenge: Challenges
eligibility:
  - says: Reports peers' own experience in primary qualitative data
    filter: NOT design:review
  - A bare sentence
table:
  columns: [no, study, country: Where, discipline, participants, method, casp, themes]
  sort: study
flow:
  databases-after-duplicates: 1520
  citations-results: 8
  records-screened: "1528"
  reports-assessed: 39
  reports-excluded:
    no peer perspective: 5
  new-studies: 34
  database-results: not reported
  merged-arms: true
  website-results:
search:
  - source: CINAHL
    hits: 3
missing: {not applicable: N/A}
protocol: none
reflexivity: We worked as peers.
severities: {codebook.unused-theme: off}
`,
    'title: 1984\nbackground: a2000\nseverities: {theme.unused: false}\nreviewers: [JM, JS]\nprotocol: {registration: 12}',
  ],
  study: [
    `
key: gillard2013
cite: Gillard et al. 2013
country: UK
discipline: not reported
participants: 15
data-collection: [interview]
themes:
  - boundaries
  - giving-back: Contributing
  - reframing-identity
casp: 8
anything: {of: my own}
findings:
  - quote: |-
      I had been where they were, and I could say so.
    at: P3, p. 12
    themes: [giving-back]
  - authors: |-
      The authors read this as a debt repaid.
    themes: [giving-back, reframing-identity]
    credibility: credible
notes: |
  Any other Markdown of the body.
`,
    "themes: boundaries\nreports: a\nparent: b\nsynthesises: [c, d]\ncasp: {JM: {1: yes, 4: can't tell, because: {4: x}}}",
    'themes: {a: b}\ncasp: {1: yes, 2: true}\njbi: not reported\nfindings:\ntags: [x]',
    'themes:\n  - a: 12\n  -\ncasp:\n  JM: 8\n',
  ],
  codebook: [
    `
themes:
  giving-back:
    label: Giving back
    definition: Repaying help received by helping others
    aliases: [contributing, helping-others]
    construct: reframing-identity
  stigma/self: Self-stigma
  größe:
constructs:
  reframing-identity:
    label: Reframing of identity through reciprocal relations
    definition: Something
    order: 1
    leads-to:
      use-of-self: how, in words
      other:
  use-of-self: {leads-to: reframing-identity}
argument:
  - says: Something
    rests-on: [reframing-identity]
    answers: isolation
  - A bare sentence
`,
    'themes:\nconstructs: {}\n',
  ],
  rater: [
    "gillard2013:\n  1: yes\n  4: can't tell\n  because:\n    4: recruited by managers\nb: [yes, no]\nc:\n",
    'a:\n  1: true\n  2: N\n  by: [JM, JS]\n  because: one reason for all\n  overall: include\n',
  ],
  coding: ['gillard2013: [a, b]\nmoran2012: a\nx:\n  - a: wording\n  - b\ny:\n'],
  translation: [
    'reading-order: alphabetical\ncompared: themes\ncells:\n  - {construct: a, study: b, themes: c, relation: absent}\n',
    'cells:\n  - construct: a\n    study: b\n    themes: [c, d: wording]\n    relation: to do\n    note: x\n',
  ],
  confidence: [
    `
isolation:
  methodological-limitations:
    concern: minor
    because: x
  coherence: none-or-very-minor
  adequacy: {concern: serious}
  relevance:
  confidence:
    level: moderate
    because: x
    by: [JM, JS]
    judged: 2026-11-22
    of: sha256-77901657-7215bada-229e359e
other:
  finding: A sentence.
  studies: a
  confidence: low
  conqual: {dependability: -2, credibility: 0}
`,
  ],
  checklist: ['title: Ours\nanswers: [yes, partly, no]\nitems:\n  1: Voice\n  2: {label: Setting, screening: no}\n'],
};

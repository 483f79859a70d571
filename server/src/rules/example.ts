/** A file of an example, with the ranges that were marked in it. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
  /** UTF-16 offsets of what stood between `«` and `»`, in order, the marks taken out. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A small faultless review; an example replaces or adds what it is about. */
const base = `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
approach: qualitative-metasynthesis
status: draft
appraisal:
  checklist: casp-qualitative
  scoring: as-reported
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
=== codebook.yaml ===
themes:
  boundaries:
    label: Boundaries
    definition: Where the role ends
    construct: identity
  giving-back:
    label: Giving back
    definition: Repaying help received by helping others
    construct: identity
constructs:
  identity:
    label: Reframing of identity
    definition: Seeing oneself anew through the role
    order: 1
=== appraisals/JS.yaml ===
gillard2013:
  {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: can't tell, because: {6: not told, 10: brief}}
moran2012: {1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: no, 7: yes, 8: yes, 9: yes, 10: yes, because: {6: not told}}
=== references.bib ===
@article{gillard2013, author = {Gillard and others}, year = 2013}
@article{moran2012, author = {Moran and others}, year = 2012}
=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes:
  - boundaries
  - giving-back
casp: 8
---
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes:
  - giving-back
casp: 9
---
=== synthesis.md ===
## Reframing of identity

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012].
`;

/** The files of a text in which each begins behind a line `=== path ===`, with their marks still in. */
export function markedFilesOf(text: string): { path: string; text: string }[] {
  const parts = text.replace(/^\n/, '').split(/^=== (.+) ===\n/m);
  const files: { path: string; text: string }[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    files.push({ path: parts[index] ?? '', text: parts[index + 1] ?? '' });
  }
  return files;
}

/** The same with the marks taken out. */
export function filesOf(text: string): ExampleFile[] {
  return markedFilesOf(text).map(file => unmark(file.path, file.text));
}

/** An example made a whole review by the small faultless one. A file whose text is only `(absent)` is left out. */
export function exampleReview(example: string): ExampleFile[] {
  const files = new Map(filesOf(base).map(file => [file.path, file]));
  for (const file of filesOf(example)) files.set(file.path, file);
  return [...files.values()].filter(file => file.text.trim() !== '(absent)');
}

function unmark(path: string, marked: string): ExampleFile {
  const marks: [number, number][] = [];
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') marks.push([text.length, text.length]);
    else if (part === '»') (marks.at(-1) ?? [0, 0])[1] = text.length;
    else text += part;
  }
  return { path, text, marks };
}

import * as l10n from '@vscode/l10n';
import type { Review } from '../review/model.js';
import type { SymbolKind } from '../syntax/facts.js';
import { foldId } from '../text/words.js';
import { done, type Outcome, refused } from './pieces.js';

/** What can be given another name. A study and the work that reports it share their key, and are renamed as one. */
export type Renamable = 'theme' | 'construct' | 'key' | 'finding' | 'rater';

/** A thing of the review by its folded name. */
export interface NamedThing {
  readonly kind: Renamable;
  readonly id: string;
}

/** The kinds of uses that name a thing. */
export function kindsOf(kind: Renamable): readonly SymbolKind[] {
  return kind === 'key' ? ['study', 'work'] : [kind];
}

/** The thing that a use names, or why it cannot get another name. */
export function thingOf(review: Review, kind: SymbolKind, id: string, name: string): Outcome<NamedThing> {
  if (kind === 'study' || kind === 'work') return done({ kind: 'key', id });
  if (kind === 'theme' || kind === 'construct') {
    const [now, former] =
      kind === 'theme'
        ? [review.themeById.get(id), review.themeAliases.get(id)]
        : [review.constructById.get(id), review.constructAliases.get(id)];
    if (!now && former) {
      return refused(l10n.t('"{0}" is a former name of "{1}". Rename "{1}" instead.', name, former.facts.name));
    }
    if (!now && kind === 'theme' && review.settings.aspects.some(aspect => aspect.id === id)) {
      return refused(l10n.t('"{0}" is a division that metasynth.yaml names under aspects:. Change it there.', name));
    }
    return done({ kind, id });
  }
  if (kind === 'finding' || kind === 'rater') return done({ kind, id });
  return refused(l10n.t('Only themes, constructs, studies, works, findings and people can be renamed.'));
}

/** A name that others refer to, as the format has it. */
const id = /^(?=.*\p{L})[\p{L}\p{M}\p{N}_/-]+$/u;

/** The new name, trimmed, or why a thing cannot be called so. */
export function checkedName(review: Review, thing: NamedThing, wanted: string): Outcome<string> {
  const name = wanted.normalize('NFC').trim();
  if (name === '') return refused(l10n.t('Write a name.'));
  const folded = foldId(name);
  // Another spelling of the same name is nobody else's.
  const taken = folded === thing.id ? undefined : whoHas(review, thing, folded, name);
  if (taken) return refused(taken);
  const problem =
    thing.kind === 'key' ? keyProblem(name) : thing.kind === 'rater' ? raterProblem(name) : idProblem(name);
  return problem ? refused(problem) : done(name);
}

function idProblem(name: string): string | undefined {
  if (!id.test(name)) {
    return l10n.t('A name is made of letters, digits, "-", "_" and "/", with at least one letter: "giving-back".');
  }
  // Comments of the manuscript hold such names, and would end there.
  if (/--|^-|-$/.test(name))
    return l10n.t('A name neither begins nor ends with a hyphen, and has no two side by side.');
  return undefined;
}

function keyProblem(name: string): string | undefined {
  if (/[\s,;{}[\]"'`=#%\\@<>()~]|^[-._]/.test(name) || !/[\p{L}\p{N}]$/u.test(name)) {
    return l10n.t(
      'A citation key is made of letters and digits, with "-", "_", ".", ":" or "/" between them: "gillard2013".',
    );
  }
  return undefined;
}

function raterProblem(name: string): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*$/u.test(name))
    return l10n.t('Initials are made of letters and digits: "JM".');
  if (/^(?:consensus|records)$/i.test(name)) return l10n.t('"{0}" is the name of a file that is no person\'s.', name);
  return undefined;
}

/** Why a name is not free. */
function whoHas(review: Review, thing: NamedThing, folded: string, name: string): string | undefined {
  switch (thing.kind) {
    case 'theme':
      return themeHas(review, thing.id, folded, name);
    case 'construct': {
      if (review.constructById.has(folded)) return l10n.t('There is a construct "{0}" already.', name);
      const former = review.constructAliases.get(folded);
      if (former && former.id !== thing.id) {
        return l10n.t('"{0}" is a former name of the construct "{1}".', name, former.facts.name);
      }
      if (!former && isUsed(review, thing, folded))
        return l10n.t('"{0}" is in use already, though no construct has this name.', name);
      return undefined;
    }
    case 'key': {
      // A study may take the key that its work has in the bibliography already.
      const own = review.works.has(thing.id);
      if (review.studyById.has(folded) || (own && review.works.has(folded))) {
        return l10n.t('There is a study or a work with the key "{0}" already.', name);
      }
      return undefined;
    }
    case 'finding':
      return isUsed(review, thing, folded) ? l10n.t('There is a finding named "{0}" already.', name) : undefined;
    case 'rater':
      return isUsed(review, thing, folded) ? l10n.t('"{0}" stands for somebody else already.', name) : undefined;
  }
}

function themeHas(review: Review, own: string, folded: string, name: string): string | undefined {
  if (review.themeById.has(folded)) {
    return l10n.t('There is a theme "{0}" already. To make one theme of the two, use "Merge Themes".', name);
  }
  const former = review.themeAliases.get(folded);
  if (former && former.id !== own) {
    return l10n.t('"{0}" is a former name of the theme "{1}".', name, former.facts.name);
  }
  if (review.settings.aspects.some(aspect => aspect.id === folded)) {
    return l10n.t(
      '"{0}" is a division that metasynth.yaml names under aspects:, so a tag of this name would mean both.',
      name,
    );
  }
  if (!former && review.uses('theme', folded).length > 0) {
    return l10n.t(
      '"{0}" is in use already, though the codebook has no theme of this name. Add it there, and use "Merge Themes".',
      name,
    );
  }
  return undefined;
}

function isUsed(review: Review, { kind }: NamedThing, folded: string): boolean {
  return kindsOf(kind).some(each => review.uses(each, folded).length > 0);
}

import { type Checklist, checklistNamed } from '../../standards/checklist.js';
import type { ChecklistFacts, Settings } from '../../syntax/facts.js';
import { foldId } from '../../text/words.js';
import { readFilters } from '../counting/eligibility.js';
import type { FilterContext } from '../counting/predicate.js';
import type { Known } from '../manuscript.js';
import type { AskedFilter } from '../model.js';
import { AnswersCount } from './answers-met.js';
import { Cells } from './cells.js';
import { Codebook } from './codebook.js';
import { Counts } from './counts.js';
import type { Effects } from './effects.js';
import { isKind, type Member } from './member.js';
import { Sections } from './sections.js';
import { Studies } from './studies.js';
import { differences, type SymbolTable } from './symbols.js';
import { ValueCounts } from './values.js';
import { Works } from './works.js';

/**
 * The parts of a review in which `metasynth.yaml` has a say, and which of them rests on which: made anew when the settings change
 * in what matters to others.
 */
export class Parts {
  readonly checklist: Checklist | undefined;
  /** Names for totals: those of `metasynth.yaml`, or else those of the review's own checklist. */
  readonly bands: Settings['bands'];
  readonly works: Works;
  readonly codebook: Codebook;
  readonly studies: Studies;
  readonly sections: Sections;
  readonly values: ValueCounts;
  readonly counts: Counts;
  readonly cells: Cells;
  readonly answers: AnswersCount;
  /** The filters of the criteria for including a study, by their words. */
  readonly criteria: ReadonlyMap<string, AskedFilter>;

  /** @param own a checklist of the review's own, used where `metasynth.yaml` names none that is known */
  constructor(
    private readonly symbols: SymbolTable,
    private readonly effects: Effects,
    settings: Settings,
    own: ChecklistFacts | undefined,
  ) {
    const known: Known = {
      study: id => this.studies.cited(id),
      work: id => this.works.byId.get(id),
      numbered: number => this.works.numbered(number),
      background: new Set(settings.background.map(told => foldId(told.value))),
    };
    this.works = new Works(symbols, effects, known.background);
    this.codebook = new Codebook(symbols, effects, {
      ordered: (all, before) => this.studies.list.ordered(all, before),
      findingsOf: construct => this.sections.findingsOf(construct),
      headingsOf: construct => this.sections.headingsOf(construct),
    });
    this.values = new ValueCounts(effects);
    const { works, codebook, values } = this;
    const checklist = checklistNamed(settings.checklist.value) ?? own?.checklist;
    this.checklist = checklist;
    this.bands = settings.bands.length > 0 ? settings.bands : (own?.bands ?? []);
    this.studies = new Studies(symbols, effects, works, codebook, values, settings, checklist);
    this.sections = new Sections(symbols, effects, codebook, settings, known);
    // Themes and constructs are looked up when a study is asked, since they change while a filter stays.
    this.cells = new Cells(effects, () => this.studies.byId.values());
    const { cells } = this;
    const context: FilterContext = {
      cell: (study, column) => cells.cell(study, column),
      settings: { ...settings, bands: this.bands },
      checklist,
      theme: id => codebook.theme(id),
      construct: id => codebook.construct(id),
    };
    this.counts = new Counts(effects, context, cells, () => this.studies.byId.values());
    this.answers = new AnswersCount(effects, settings, checklist, () => this.studies.byId.values());
    this.criteria = readFilters(settings, context);
    for (const reading of this.criteria.values()) if ('filter' in reading) this.counts.useFilter(reading.filter);
  }

  /**
   * From chunks that went and came to all that follows from it, in the order in which one thing rests on another.
   *
   * @returns how often a name stands in one of the two and not in the other; none where everything is judged anew anyway
   */
  derive(removed: readonly Member[], added: readonly Member[]): number {
    const { works, codebook, studies, sections, counts, effects, symbols } = this;
    counts.use(removed, -1);
    counts.use(added, 1);
    const changed = [...removed, ...added];
    const keys = (kind: 'study' | 'work'): string[] =>
      changed.flatMap(each => (isKind(each, kind) ? foldId((each.facts as { key: string }).key) : []));
    const found = works.update(new Set(keys('work')));
    const meanings = codebook.update(changed);
    studies.recarry(meanings.themes);
    const cited = studies.update(new Set([...keys('study'), ...found.come, ...found.changed]));
    studies.reappraise(
      new Set(changed.flatMap(each => (isKind(each, 'rating') ? foldId(each.facts.rating.study) : []))),
    );
    const seen = studies.takeSeen();
    // Counts read cells.
    for (const each of [this.cells, counts, this.answers])
      each.look(seen, study => studies.byId.get(study.id) === study);
    if (meanings.themes.size > 0 || changed.some(each => isKind(each, 'theme') || isKind(each, 'construct'))) {
      counts.recount();
    }
    counts.settle();
    for (const id of cited) effects.touch(symbols.members('work', 'defines', id));
    sections.relook([...cited, ...found.come].flatMap(id => works.citing(id)));
    sections.relook([...found.numbers].flatMap(number => symbols.members('number', 'uses', number)));
    for (const id of found.changed) effects.touch(works.citing(id));
    if (meanings.headings) sections.replace();
    for (const file of new Set(changed.map(each => each.file))) {
      if (file.kind === 'manuscript') sections.update(file);
    }
    return effects.everything ? 0 : this.follow(removed, added);
  }

  /** Whoever rests on a name that came or went is judged anew. */
  private follow(removed: readonly Member[], added: readonly Member[]): number {
    const { effects, symbols, codebook, works } = this;
    let count = 0;
    differences(removed, added, (use, bond) => {
      count++;
      if (use.kind === 'work' && bond === 'uses') effects.touch(symbols.members('work', 'defines', use.id));
      if (use.kind === 'number' && bond === 'uses') {
        const id = works.numbered(use.id);
        if (id !== undefined) effects.touch(symbols.members('work', 'defines', id));
      }
      if (use.kind === 'theme' && bond === 'uses') {
        const theme = codebook.theme(use.id);
        if (theme) effects.touch([theme.member]);
      }
      if (use.kind === 'finding' && use.role === 'answers') {
        effects.touch(symbols.members('finding', 'defines', use.id));
      }
      if (use.kind === 'finding' && bond === 'defines') {
        effects.facets.add('findings');
        effects.touch(symbols.members('finding', 'uses', use.id));
      }
    });
    return count;
  }
}

import Papa from 'papaparse';
import type { Chunk, ScreeningDecision, ScreeningFacts } from './facts.js';
import { kept } from './kept.js';

/** More lines than this are no list of records that people have screened. */
const mostLines = 500_000;

/**
 * Reads `screening/records.csv` or a screener's file. Columns are found by their names in the first line, in any order and
 * case; a file without a column `id` says nothing.
 */
export function readScreening(text: string): Chunk<ScreeningFacts> {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { preview: mostLines });
  const header = (data[0] ?? []).map(name => name.trim().toLowerCase());
  const column = (name: string): number => header.indexOf(name);
  const [id, stage, decision, reason, source] = ['id', 'stage', 'decision', 'reason', 'source'].map(column) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const decisions: ScreeningDecision[] = [];
  const records: { id: string; source: string; line: number }[] = [];
  let line = 0;
  data.forEach((row, index) => {
    const at = line;
    // A cell in quotation marks may hold line breaks.
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    const cell = (place: number): string => (place < 0 ? '' : kept((row[place] ?? '').trim()));
    if (index === 0 || id < 0 || cell(id) === '') return;
    if (decision < 0) records.push({ id: cell(id), source: cell(source), line: at });
    else
      decisions.push({
        record: cell(id),
        stage: cell(stage),
        decision: cell(decision),
        reason: cell(reason),
        line: at,
      });
  });
  return { line: 0, facts: { kind: 'screening', decisions, records }, uses: [], problems: [] };
}

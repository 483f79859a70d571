import type { Figure, Figures, Measured } from './figures.js';

/** The table of a run as Markdown: a line for each figure, a column for each size, and the goal. */
export function markdownTable(figures: Figures, sizes: readonly number[], about: readonly string[]): string {
  const columns = sizes.map(size => size.toLocaleString('en'));
  const lines = [
    `# Speed of Metasynth`,
    '',
    ...about.map(line => `- ${line}`),
    '',
    `| | ${columns.join(' | ')} | goal | |`,
    `| --- | ${columns.map(() => '---:').join(' | ')} | --- | --- |`,
  ];
  let group = '';
  for (const { figure, bySize } of figures.all()) {
    if (figure.group !== group) {
      group = figure.group;
      lines.push(`| **${group}** |${' |'.repeat(columns.length + 2)}`);
    }
    const cells = sizes.map(size => cell(figure, bySize.get(size)));
    lines.push(`| ${figure.label} | ${cells.join(' | ')} | ${figure.goal?.says ?? ''} | ${verdict(figure, bySize)} |`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function jsonTable(figures: Figures, about: readonly string[]): string {
  const rows = figures.all().map(({ figure, bySize }) => ({
    group: figure.group,
    label: figure.label,
    unit: figure.unit,
    goal: figure.goal?.says ?? null,
    met: verdict(figure, bySize) || null,
    measured: Object.fromEntries(bySize),
  }));
  return `${JSON.stringify({ about, rows }, null, 2)}\n`;
}

function cell({ unit }: Figure, measured: Measured | undefined): string {
  if (!measured) return '–';
  if ('failed' in measured) return `– (${measured.failed})`;
  if ('words' in measured) return measured.words;
  const { value, note } = measured;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return `${number}${unit === '' ? '' : unit === '×' ? ' ×' : ` ${unit}`}${note ? ` (${note})` : ''}`;
}

function verdict({ goal }: Figure, bySize: ReadonlyMap<number, Measured>): string {
  if (!goal) return '';
  const met = [...bySize].flatMap(([size, measured]) =>
    'value' in measured ? (goal.met(measured.value, size) ?? []) : [],
  );
  if (met.length === 0) return 'not judged';
  return met.every(each => each) ? 'met' : '**not met**';
}

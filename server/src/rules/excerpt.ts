/** Letters that a message shows of a text. */
const most = 60;

/** The beginning of a text, on one line, for a message that names it: cut between words where that is possible. */
export function excerpt(text: string | number | undefined): string {
  const line = String(text ?? '')
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  const start = letters.slice(0, most).join('');
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > most / 2 ? space : start.length)} …`;
}

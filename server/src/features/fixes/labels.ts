/** The words that a name is made of, as a label: `giving-back` is *Giving back*. */
export function labelOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

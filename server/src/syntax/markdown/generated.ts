import type { Comment, Generated } from './document.js';

const OPEN = /^metasynth:([\w-]+)(?:\s+([\s\S]*))?$/;
const CLOSE = /^\/\s*metasynth:([\w-]+)\s*$/;

/**
 * Pairs the markers among a document's block comments, `<!-- metasynth:NAME ARGUMENT -->` and
 * `<!-- /metasynth:NAME -->`. A block runs to the next closing marker of its name; what opens inside it is its content.
 * If another block of its name opens first, it has no end: better none than one that swallows what lies between.
 */
export function pairGenerated(comments: readonly Pick<Comment, 'text' | 'at'>[]): Generated[] {
  const markers = comments.map(readMarker);
  // From the end: the next opening and closing marker of each name behind each place.
  const nextOpen = new Map<string, number>();
  const nextClose = new Map<string, number>();
  const ends = new Map<number, number>();
  for (let i = markers.length - 1; i >= 0; i--) {
    const marker = markers[i];
    if (!marker) continue;
    if (marker.closes) {
      nextClose.set(marker.name, i);
      continue;
    }
    const close = nextClose.get(marker.name);
    if (close !== undefined && close < (nextOpen.get(marker.name) ?? markers.length)) ends.set(i, close);
    nextOpen.set(marker.name, i);
  }
  const found: Generated[] = [];
  for (let i = 0; i < markers.length; i++) {
    const marker = markers[i];
    if (!marker || marker.closes) continue;
    const open = comments[i]!.at;
    const end = ends.get(i);
    const close = end === undefined ? undefined : comments[end]!.at;
    const content = [open[1], close ? close[0] : open[1]] as const;
    found.push({ name: marker.name, argument: marker.argument, open, close, content });
    if (end !== undefined) i = end;
  }
  return found;
}

interface Marker {
  readonly name: string;
  readonly argument: string;
  readonly closes: boolean;
}

function readMarker(comment: Pick<Comment, 'text'>): Marker | undefined {
  const opens = OPEN.exec(comment.text);
  if (opens) return { name: opens[1]!, argument: (opens[2] ?? '').trim(), closes: false };
  const closes = CLOSE.exec(comment.text);
  return closes ? { name: closes[1]!, argument: '', closes: true } : undefined;
}

/** True for a comment that opens or closes a generated block. */
export function isMarker(comment: Pick<Comment, 'text'>): boolean {
  return readMarker(comment) !== undefined;
}

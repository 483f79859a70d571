import type { SavedPicture } from '../messages.js';

/** Journals ask for 300 dots an inch; a page counts 96 pixels to one. */
const zoom = 300 / 96;
/** No side is longer, in pixels: browsers draw nothing at all beyond some size. */
const longestSide = 12_000;

/**
 * A figure of the page as a file: the drawing itself, or the picture that the browser makes of it, as large as print needs, on white.
 * Rejects where the browser cannot draw it.
 */
export async function pictureFile(image: HTMLImageElement, format: SavedPicture['format']): Promise<string> {
  const { src } = image;
  if (format === 'svg') return decodeURIComponent(src.slice(src.indexOf(',') + 1));
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const scale = Math.min(zoom, longestSide / Math.max(1, width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const address = canvas.toDataURL('image/png');
  return address.slice(address.indexOf(',') + 1);
}

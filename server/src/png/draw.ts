import { initWasm, Resvg } from '@resvg/resvg-wasm';
import wasm from '@resvg/resvg-wasm/index_bg.wasm';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';
import oblique from 'dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf';

/** Journals ask for 300 dots an inch; SVG counts 96 pixels to one. */
const zoom = 300 / 96;
/** No side is longer, in pixels: a figure that large is made smaller. */
const longestSide = 12_000;

let ready: Promise<void> | undefined;

/**
 * The bytes of a PNG of a figure, at 300 dots an inch, in DejaVu Sans, whatever fonts the machine has: the same on every one.
 * Letters that this font lacks, such as Chinese ones, are left out. Rejects for text that is no SVG.
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const first = new Resvg(svg);
  const fit = Math.min(zoom, longestSide / Math.max(1, first.width, first.height));
  first.free();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: fit },
    font: {
      fontBuffers: [regular, bold, oblique],
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}

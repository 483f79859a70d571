import type { DrawPng } from '../figures/drawn.js';

/** Draws a figure as PNG, by code of some megabytes that is loaded once there is one to be drawn. */
export const drawPng: DrawPng = async svg => (await import('../png/draw.js')).drawPng(svg);

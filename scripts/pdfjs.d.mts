import type { Plugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';

export function pdfjsForBuild(): Plugin;
export function pdfjsForTests(): VitePlugin;

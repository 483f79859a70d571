import type { Plugin } from 'vite';

export function bytesForTests(): Plugin;

import { en } from './en.ts';
import type { Words } from './words.ts';

export const zh: Words = en as unknown as Words;

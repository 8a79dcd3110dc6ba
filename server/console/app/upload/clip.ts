import type { ClipFacts } from './clip-facts.ts';

/** How far a clip of the form has come. */
export type ClipState =
  | { readonly at: 'reading' }
  | { readonly at: 'ready' }
  | { readonly at: 'waiting' }
  | { readonly at: 'sending'; readonly share: number }
  | { readonly at: 'refused'; readonly error: unknown };

/** A clip of the form. */
export interface Clip {
  readonly key: number;
  readonly file: File;
  /** A link to it within this page. */
  readonly url: string;
  /** Null while it is read. */
  readonly facts: ClipFacts | null;
  readonly state: ClipState;
}

/** What a clip's file tells before it is sent; null where it does not. */
export interface ClipFacts {
  readonly durationS: number | null;
  readonly bytes: number;
  /** As it is shown, a phone's rotation included. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  /** Mean over the clip, frames per second. */
  readonly frameRate: number | null;
  /** Whether this browser can show it. */
  readonly isShown: boolean;
}

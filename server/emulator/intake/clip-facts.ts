/** What is read of a clip without decoding it. */
export interface ClipFacts {
  readonly container: 'mp4' | 'mov' | 'avi' | 'webm';
  /** As a viewer sees it. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameCount: number;
  readonly fps: number;
}

export const durationOf = ({ frameCount, fps }: ClipFacts): number => frameCount / fps;

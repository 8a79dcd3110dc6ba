import type { ComponentChildren, TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';
import { pointerX } from './pointer-place.ts';

export interface CursorPadProps {
  /** What the plot shows. */
  readonly label: string;
  /** Where the cursor stands; null for nowhere. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** How far an arrow key goes; with page up and down ten times as far. */
  readonly step: number;
  /** What is to be read at the cursor. */
  readonly valueText: string;
  /** The value under a place, in pixels from the left of a picture of `width`. */
  readonly valueAt: (x: number, width: number) => number;
  readonly width: number;
  readonly onMove: (value: number) => void;
  readonly children: ComponentChildren;
}

/** A plot with a cursor that pointer and arrow keys move. To a screen reader it is a slider that tells what stands there. */
export function CursorPad(props: CursorPadProps) {
  const { label, value, least, most, step, valueText, valueAt, width, onMove, children } = props;
  const [held, setHeld] = useState(false);
  const moveTo = (wanted: number): void => onMove(Math.min(most, Math.max(least, wanted)));
  const follow = (event: TargetedPointerEvent<HTMLDivElement>): void => moveTo(valueAt(pointerX(event, width), width));
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.key, value ?? least, { least, most, step });
    if (target === null) return;
    event.preventDefault();
    moveTo(target);
  };
  return (
    <div
      class="plot-pad"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value ?? least}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        setHeld(true);
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        // A finger scrolls the page until it has been put down on the plot.
        if (held || event.pointerType === 'mouse') follow(event);
      }}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
    >
      {children}
    </div>
  );
}

/** Where a key takes the cursor; null for keys that do not move it. */
export function keyTarget(
  key: string,
  value: number,
  { least, most, step }: { readonly least: number; readonly most: number; readonly step: number },
): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: value + step,
    ArrowUp: value + step,
    ArrowLeft: value - step,
    ArrowDown: value - step,
    PageUp: value + 10 * step,
    PageDown: value - 10 * step,
    Home: least,
    End: most,
  };
  return targets[key] ?? null;
}

import type { TargetedPointerEvent } from 'preact';

/** Where in a picture the pointer is, in the picture's own pixels from its left. */
export function pointerX(event: TargetedPointerEvent<Element>, width: number): number {
  const { left, width: shown } = event.currentTarget.getBoundingClientRect();
  return ((event.clientX - left) / shown) * width;
}

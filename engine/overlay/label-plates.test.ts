import { expect, it } from 'vitest';
import { DrawingBuilder } from '../drawing/drawing.ts';
import { roundedBox } from '../drawing/shape.ts';
import { LabelPlates } from './label-plates.ts';

it('draws a plate once for all frames in which it stands, and anew where it moves, fades or comes back', () => {
  const drawing = new DrawingBuilder({ widthPx: 100, heightPx: 100 });
  const plates = new LabelPlates();
  const at = (x: number) => roundedBox(x, 10, 40, 8, 2);
  const frames = [[1, at(5)], [1, at(5)], [1, at(6)], [0.5, at(6)], null, [0.5, at(6)]] as const;
  frames.forEach((shown, frame) => {
    plates.show('still', 1, at(50));
    if (shown) plates.show('moving', shown[0], shown[1]);
    plates.next(drawing, frame);
  });
  plates.next(drawing, frames.length);
  const drawn = drawing.build().items.map((item) => {
    const [shape] = item.kind === 'shapes' ? item.shapes : [];
    return [item.span.from, item.span.to, shape?.kind === 'box' ? shape.x : null];
  });
  expect(drawn.filter(([, , x]) => x === 50)).toEqual([[0, 6, 50]]);
  expect(drawn.filter(([, , x]) => x !== 50)).toEqual([
    [0, 2, 5],
    [2, 3, 6],
    [3, 4, 6],
    [5, 6, 6],
  ]);
});

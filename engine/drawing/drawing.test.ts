import { expect, it } from 'vitest';
import { DrawingBuilder } from './drawing.ts';
import { disc, triangle } from './shape.ts';

const size = { widthPx: 640, heightPx: 360 };

it('leaves out what cannot be seen: no shape, no text, no frame', () => {
  const drawing = new DrawingBuilder(size);
  drawing.shape({ from: 0, to: 1 }, 0, { fill: '#ffffff' });
  drawing.text({ from: 0, to: 1 }, 0, { sizePx: 10, colour: '#ffffff' }, { x: 1, y: 1 }, '');
  drawing.text({ from: 4, to: 4 }, 0, { sizePx: 10, colour: '#ffffff' }, { x: 1, y: 1 }, 'never');
  drawing.shape({ from: 4, to: 5 }, 3, { fill: '#ffffff' }, disc({ x: 1, y: 1 }, 2));
  expect(drawing.build().items.map(({ layer }) => layer)).toEqual([3]);
});

it('is the same after crossing to another process as text', () => {
  const drawing = new DrawingBuilder(size);
  const corners = [0, 1 / 3, 2 / 3].map((turn) => ({
    x: 20 + Math.cos(2 * Math.PI * turn),
    y: 20 + Math.sin(2 * Math.PI * turn),
  }));
  drawing.shape({ from: 0, to: 2 }, 0, { fill: '#ffffff' }, triangle(corners[0], corners[1], corners[2]));
  expect(JSON.parse(JSON.stringify(drawing.build()))).toEqual(drawing.build());
});

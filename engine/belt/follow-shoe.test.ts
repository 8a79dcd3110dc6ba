import { describe, expect, it } from 'vitest';
import { followShoe, type ShoePicture } from './follow-shoe.ts';

const bodyHeight = 400;
const [widthPx, heightPx] = [130, 56];
/** The ankle in the whole picture at time 0, and where it lies in its crop. */
const start = { x: 700, y: 500 };
const inCrop = { x: 50, y: 20 };

/** Smooth shades that repeat nowhere near. */
const texture = (x: number, y: number, seed: number): number =>
  128 +
  40 * Math.sin(0.31 * x + 0.17 * y + seed) +
  35 * Math.sin(0.13 * x - 0.41 * y + 2.3 * seed) +
  30 * Math.sin(0.53 * x + 0.07 * y + 0.7 * seed);

interface Film {
  readonly forwardPxS: number;
  readonly turnRadS?: number;
  /** How far the drawn ankle is off in each picture. */
  readonly ankleOffPx?: readonly number[];
  readonly brightening?: number;
}

/** A shoe that goes and turns about its ball, on ground that stands still; the crops follow the drawn ankle. */
function film({ forwardPxS, turnRadS = 0, ankleOffPx = [], brightening = 0 }: Film, frames = 5): ShoePicture[] {
  return Array.from({ length: frames }, (_, i) => {
    const timeS = i / 30;
    const ankleX = start.x + forwardPxS * timeS + (ankleOffPx[i] ?? 0);
    const [left, top] = [Math.round(ankleX - inCrop.x), start.y - inCrop.y];
    const ball = { x: start.x + forwardPxS * timeS + 0.06 * bodyHeight, y: start.y + 0.05 * bodyHeight };
    const turn = turnRadS * (timeS - 2 / 30);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const grey = new Uint8Array(widthPx * heightPx);
    for (let row = 0; row < heightPx; row++) {
      for (let column = 0; column < widthPx; column++) {
        const [x, y] = [left + column, top + row];
        const [dx, dy] = [x - ball.x, y - ball.y];
        const [along, up] = [cos * dx + sin * dy, -sin * dx + cos * dy];
        const isShoe = along > -50 && along < 24 && up > -18 && up < 3;
        const shade = isShoe ? texture(along, up, 1) : 90 + 0.15 * texture(x, y, 5);
        grey[row * widthPx + column] = Math.round((1 + brightening * i) * shade * 0.7);
      }
    }
    return { timeS, crop: { widthPx, heightPx, grey, left, top }, ankle: [ankleX, start.y] };
  });
}

describe('a shoe that goes with the belt', () => {
  it.each([-420, -300, -180])('is followed at %s pixels per second', (forwardPxS) => {
    const velocity = followShoe(film({ forwardPxS }), 1, bodyHeight);
    expect(Math.abs((velocity?.forward ?? 0) / forwardPxS - 1)).toBeLessThan(0.01);
    expect(Math.abs(velocity?.down ?? 9)).toBeLessThan(4);
  });

  it('is followed where the ankle is drawn badly, and where it becomes brighter', () => {
    const pictures = film({ forwardPxS: -300, ankleOffPx: [3, -4, 0, 5, -3], brightening: 0.03 });
    expect(Math.abs((followShoe(pictures, 1, bodyHeight)?.forward ?? 0) / -300 - 1)).toBeLessThan(0.01);
  });

  it('that turns about its ball goes as fast as the ball', () => {
    const velocity = followShoe(film({ forwardPxS: -300, turnRadS: 1.2 }), 1, bodyHeight);
    expect(Math.abs((velocity?.forward ?? 0) / -300 - 1)).toBeLessThan(0.01);
  });

  it('is followed in two pictures', () => {
    expect(followShoe(film({ forwardPxS: -300 }, 2), 1, bodyHeight)?.forward).toBeCloseTo(-300, -1);
  });
});

describe('what shows no shoe', () => {
  it('in one shade gives no speed', () => {
    const blank = film({ forwardPxS: -300 }).map((picture) => ({
      ...picture,
      crop: { ...picture.crop, grey: picture.crop.grey.map(() => 90) },
    }));
    expect(followShoe(blank, 1, bodyHeight)).toBeNull();
  });

  it('and in the others is another thing gives no speed', () => {
    const pictures = film({ forwardPxS: -300 }, 3).map((picture, i) => ({
      ...picture,
      crop: {
        ...picture.crop,
        grey: i === 1 ? picture.crop.grey : picture.crop.grey.map((_, at) => (at * 7919 + i * 104_729) % 251),
      },
    }));
    expect(followShoe(pictures, 1, bodyHeight)).toBeNull();
  });

  it('because it is cut off by the edge of the picture gives no speed', () => {
    const cut = film({ forwardPxS: -300 }).map((picture) => ({
      ...picture,
      crop: { ...picture.crop, heightPx: 22, grey: picture.crop.grey.slice(0, 22 * widthPx) },
    }));
    expect(followShoe(cut, 1, bodyHeight)).toBeNull();
  });
});

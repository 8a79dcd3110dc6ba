import { describe, expect, test } from 'vitest';
import { chromaSize, type PictureLayout, type PlanarPicture, rgbLayout, viewPicture } from '../video/planar-picture.ts';
import { type Crop, toPictureX, toPictureY, wholePicture } from './crop.ts';
import { createWarp, type WarpTarget } from './warp.ts';

interface Plane {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: ArrayLike<number>;
}

/** Pseudo-random bytes from a fixed linear congruence. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let state = 12345;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function noisePicture(layout: PictureLayout): PlanarPicture {
  return viewPicture(layout, noise(3 * layout.storedWidthPx * layout.storedHeightPx));
}

/** Colours of BT.601 in the range of television. */
const television = [1.164, 0, 1.596, -222.9, 1.164, -0.392, -0.813, 135.6, 1.164, 2.017, 0, -276.8];
const quartered = (widthPx: number, heightPx: number): PictureLayout => ({
  ...rgbLayout({ widthPx, heightPx }),
  chromaShift: 1,
  toRgb: television,
});

/** The mean of each four pixels, rounded. */
function halved({ widthPx, heightPx, bytes }: Plane): Plane {
  const [columns, rows] = [widthPx >> 1, heightPx >> 1];
  const means = Array.from({ length: columns * rows }, (_, i) => {
    const at = 2 * Math.floor(i / columns) * widthPx + 2 * (i % columns);
    return (bytes[at] + bytes[at + 1] + bytes[at + widthPx] + bytes[at + widthPx + 1] + 2) >> 2;
  });
  return { widthPx: columns, heightPx: rows, bytes: means };
}

/** A plane at a place in indices; beyond its edges it goes on as there. */
function bilinear({ widthPx, heightPx, bytes }: Plane, x: number, y: number): number {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const at = (column: number, row: number) => bytes[clamp(row, heightPx - 1) * widthPx + clamp(column, widthPx - 1)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
  const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** A tensor by definition: each pixel's centre, sampled in each plane from the four pixels around it. */
function slowWarp(picture: PlanarPicture, crop: Crop, target: WarpTarget, halvings = 0): Float32Array {
  const { toStored, toRgb, chromaShift, storedWidthPx, storedHeightPx } = picture;
  const planes = picture.planes.map((bytes, k) => {
    const shift = k === 0 ? 0 : chromaShift;
    const size = k === 0 ? { widthPx: storedWidthPx, heightPx: storedHeightPx } : chromaSize(picture);
    let plane: Plane = { ...size, bytes };
    for (let halving = shift; halving < halvings; halving++) plane = halved(plane);
    return { plane, shift, halvings: Math.max(0, halvings - shift) };
  });
  const { widthPx, heightPx, layout, channels } = target;
  const longer = Math.max(widthPx, heightPx);
  const tensor = new Float32Array(widthPx * heightPx * 3);
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const u = 0.5 + (column + 0.5 - widthPx / 2) / longer;
      const v = 0.5 + (row + 0.5 - heightPx / 2) / longer;
      const [xSeen, ySeen] = [toPictureX(crop, u, v), toPictureY(crop, u, v)];
      const x = toStored[0] * xSeen + toStored[1] * ySeen + toStored[2];
      const y = toStored[3] * xSeen + toStored[4] * ySeen + toStored[5];
      const isOutside = x < 0 || y < 0 || x > storedWidthPx || y > storedHeightPx;
      const samples = planes.map((of) => {
        let px = of.shift === 0 ? x - 0.5 : (x - 0.5) / 2;
        let py = of.shift === 0 ? y - 0.5 : (y - 1) / 2;
        for (let halving = 0; halving < of.halvings; halving++) [px, py] = [(px - 0.5) / 2, (py - 0.5) / 2];
        return bilinear(of.plane, px, py);
      });
      for (let c = 0; c < 3; c++) {
        const colour = samples.reduce((sum, sample, k) => sum + sample * toRgb[4 * c + k], toRgb[4 * c + 3]);
        const byte = isOutside && target.border === 'black' ? 0 : Math.min(255, Math.max(0, colour));
        const channel = channels === 'rgb' ? c : 2 - c;
        const pixel = row * widthPx + column;
        const at = layout === 'nhwc' ? 3 * pixel + channel : channel * widthPx * heightPx + pixel;
        tensor[at] = target.gain[c] * byte + target.offset[c];
      }
    }
  }
  return tensor;
}

const square: WarpTarget = {
  widthPx: 31,
  heightPx: 31,
  layout: 'nhwc',
  channels: 'rgb',
  gain: [1 / 255, 1 / 255, 1 / 255],
  offset: [0, 0, 0],
  border: 'edge',
};

/** Share of a channel's range: a byte's 255th. */
const exact = 1e-4;

function expectAsDefined(picture: PlanarPicture, crop: Crop, target: WarpTarget, halvings = 0): void {
  const tensor = new Float32Array(3 * target.widthPx * target.heightPx).fill(Number.NaN);
  createWarp(target)(picture, crop, tensor);
  const slow = slowWarp(picture, crop, target, halvings);
  const range = 255 * Math.max(...target.gain.map(Math.abs));
  let worst = 0;
  // Not Math.max, which a NaN would get past.
  for (let i = 0; i < slow.length; i++)
    if (!(Math.abs(slow[i] - tensor[i]) <= worst)) worst = Math.abs(slow[i] - tensor[i]);
  expect(worst / range).toBeLessThan(exact);
}

const crops: Record<string, Crop> = {
  inside: { centreXPx: 18.3, centreYPx: 11.9, sidePx: 14.2, rotationRad: 0 },
  turned: { centreXPx: 17, centreYPx: 12.25, sidePx: 13, rotationRad: 0.7 },
  'on its head': { centreXPx: 17, centreYPx: 12.25, sidePx: 18, rotationRad: Math.PI },
  'over the edge': { centreXPx: 33.1, centreYPx: 3.3, sidePx: 30, rotationRad: -0.3 },
  'wholly outside': { centreXPx: -50, centreYPx: 90, sidePx: 30, rotationRad: 0 },
  tiny: { centreXPx: 12.2, centreYPx: 5.1, sidePx: 0.01, rotationRad: 1 },
  'of the whole picture': wholePicture({ widthPx: 37, heightPx: 23 }),
};

describe.each(['black', 'edge'] as const)('with a border of %s', (border) => {
  describe.each(Object.entries(crops))('a crop %s', (_name, crop) => {
    test('of red, green and blue planes is as defined', () => {
      expectAsDefined(noisePicture(rgbLayout({ widthPx: 37, heightPx: 23 })), crop, { ...square, border });
    });

    test('of a 4:2:0 picture of odd sides is as defined', () => {
      expectAsDefined(noisePicture(quartered(37, 23)), crop, { ...square, border });
    });
  });
});

describe('every kind of tensor', () => {
  test.each(['nhwc', 'nchw'] as const)('%s', (layout) => {
    for (const channels of ['rgb', 'bgr'] as const) {
      for (const [widthPx, heightPx, halvings] of [
        [48, 64, 0],
        [33, 17, 0],
        [6, 9, 1],
        [4, 4, 2],
      ]) {
        const gain = [0.01, -0.02, 0.03] as const;
        const target: WarpTarget = {
          ...square,
          widthPx,
          heightPx,
          layout,
          channels,
          gain,
          offset: [1, -2, 3],
          border: 'black',
        };
        expectAsDefined(noisePicture(quartered(37, 23)), crops['over the edge'], target, halvings);
      }
    }
  });

  test('but none too narrow for the kernel', () => {
    expect(() => createWarp({ ...square, widthPx: 3 })).toThrow(RangeError);
  });
});

describe('a stored picture that is seen', () => {
  test.each([
    ['turned to the right', 23, 37, [0, 1, 0, -1, 0, 23]],
    ['turned to the left', 23, 37, [0, -1, 37, 1, 0, 0]],
    ['on its head', 37, 23, [-1, 0, 37, 0, -1, 23]],
    ['in a mirror', 37, 23, [-1, 0, 37, 0, 1, 0]],
    ['with wide pixels', 56, 23, [37 / 56, 0, 0, 0, 1, 0]],
  ] as const)('%s', (_name, widthPx, heightPx, toStored) => {
    const layout = { ...quartered(37, 23), widthPx, heightPx, toStored };
    const crop: Crop = { centreXPx: 14, centreYPx: 13, sidePx: 25, rotationRad: 0.2 };
    for (const border of ['black', 'edge'] as const) expectAsDefined(noisePicture(layout), crop, { ...square, border });
  });
});

test('a crop of the size of the tensor copies the pixels', () => {
  const picture = noisePicture(rgbLayout({ widthPx: 37, heightPx: 23 }));
  const tensor = new Float32Array(23 * 23 * 3);
  const crop: Crop = { centreXPx: 11.5, centreYPx: 11.5, sidePx: 23, rotationRad: 0 };
  createWarp({ ...square, widthPx: 23, heightPx: 23, gain: [1, 1, 1] })(picture, crop, tensor);
  for (let i = 0; i < 23 * 23; i++) {
    const at = Math.floor(i / 23) * 37 + (i % 23);
    expect([...tensor.subarray(3 * i, 3 * i + 3)]).toEqual(picture.planes.map((plane) => plane[at]));
  }
});

test('chroma lies level with the left of its two columns and between its two rows', () => {
  const picture = viewPicture(
    { ...quartered(16, 16), toRgb: [0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0] },
    new Uint8Array(16 * 24),
  );
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 8; column++) picture.planes[1][8 * row + column] = 8 * column;
  const tensor = new Float32Array(3 * 16 * 16);
  createWarp({ ...square, widthPx: 16, heightPx: 16, gain: [1, 1, 1] })(picture, wholePicture(picture), tensor);
  // Chroma column c holds 8 c and is level with luma column 2 c.
  for (let column = 0; column <= 14; column++) expect(tensor[3 * (16 * 5 + column)]).toBeCloseTo(4 * column, 2);
});

describe('a 4:2:0 picture that is shrunk', () => {
  const picture = noisePicture(quartered(301, 203));
  const around = (sidePx: number): Crop => ({ centreXPx: 140.3, centreYPx: 110.7, sidePx, rotationRad: 0.3 });

  test.each([
    [1.89, 0],
    [1.91, 1],
    [3.1, 1],
    [5.9, 1],
    [6.1, 2],
    [12.1, 3],
  ])('by %f is halved %i times before it is sampled', (shrinking, halvings) => {
    const target = { ...square, widthPx: 20, heightPx: 20 };
    expectAsDefined(picture, around(20 * shrinking), target, halvings);
    expectAsDefined(picture, around(20 * shrinking), { ...target, border: 'black' }, halvings);
  });

  test('is as near to the mean over each pixel’s area as that allows', () => {
    const flat = {
      ...picture,
      planes: [picture.planes[0].map((_, i) => ((i % 301) % 2) * 255), ...picture.planes.slice(1)],
    };
    const tensor = new Float32Array(3 * 31 * 31);
    const grey = { ...flat, toRgb: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0] } as unknown as PlanarPicture;
    createWarp({ ...square, gain: [1, 1, 1] })(grey, { ...around(31 * 2.3), rotationRad: 0 }, tensor);
    for (const value of tensor) expect(value).toBeCloseTo(128, 3);
  });

  test('is not halved if its planes are red, green and blue: networks see what pose-detection shows them', () => {
    expectAsDefined(noisePicture(rgbLayout({ widthPx: 301, heightPx: 203 })), around(60), {
      ...square,
      widthPx: 20,
      heightPx: 20,
    });
  });
});

describe('a crop that is not one', () => {
  const picture = noisePicture(quartered(37, 23));
  const tensor = new Float32Array(3 * 31 * 31);

  test.each(['centreXPx', 'centreYPx', 'sidePx', 'rotationRad'])('shows black if %s is not finite', (key) => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      createWarp({ ...square, offset: [-1, -1, -1] })(
        picture,
        { ...crops.inside, [key]: value },
        tensor.fill(Number.NaN),
      );
      expect(tensor.every((number) => number === -1)).toBe(true);
    }
  });

  test.each([0, -20, 1e-300, 1e9, 1e38, 1e300, Number.MAX_VALUE])('shows colours if its side is %d', (sidePx) => {
    for (const border of ['black', 'edge'] as const) {
      createWarp({ ...square, border })(picture, { ...crops.turned, sidePx }, tensor.fill(Number.NaN));
      expect(tensor.every((number) => number >= 0 && number <= 1)).toBe(true);
    }
  });

  test('of pictures of a single pixel shows it', () => {
    const pixel = noisePicture(rgbLayout({ widthPx: 1, heightPx: 1 }));
    createWarp({ ...square, gain: [1, 1, 1] })(pixel, wholePicture(pixel), tensor);
    for (let i = 0; i < tensor.length; i++) expect(tensor[i]).toBe(pixel.planes[i % 3][0]);
    expectAsDefined(noisePicture(quartered(1, 1)), crops.inside, square);
  });
});

test('pictures of other sizes before it change nothing', () => {
  const warp = createWarp(square);
  const [large, small] = [noisePicture(quartered(301, 203)), noisePicture(quartered(37, 23))];
  const [fresh, used] = [new Float32Array(3 * 31 * 31), new Float32Array(3 * 31 * 31)];
  createWarp(square)(small, crops.turned, fresh);
  warp(large, { centreXPx: 150, centreYPx: 100, sidePx: 300, rotationRad: 0.1 }, used);
  warp(small, crops.turned, used);
  expect(used).toEqual(fresh);
});

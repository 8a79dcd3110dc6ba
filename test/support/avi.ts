/** A RIFF chunk: four letters, length, data, padding to an even length. */
function chunk(id: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

const list = (type: string, ...parts: readonly Buffer[]): Buffer =>
  chunk('LIST', Buffer.from(type, 'latin1'), ...parts);

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32LE(value, 4 * i);
  });
  return bytes;
};

const letters = (text: string): number => Buffer.from(text, 'latin1').readUInt32LE();

/** An AVI of JPEG pictures, as cameras write it. The size is what the header claims. */
export function mjpegAvi(pictures: readonly Buffer[], fps: number, width: number, height: number): Buffer {
  const strh = words(letters('vids'), letters('MJPG'), 0, 0, 0, 1, fps, 0, pictures.length, 1 << 20, 0, 0, 0, 0);
  const strf = words(40, width, height, 1 | (24 << 16), letters('MJPG'), width * height * 3, 0, 0, 0, 0);
  return avi(
    fps,
    pictures.length,
    strh,
    strf,
    pictures.map((picture) => chunk('00dc', picture)),
  );
}

/** An AVI with nothing but half a second of silence. */
export function audioAvi(): Buffer {
  const rate = 8_000;
  const strh = words(letters('auds'), 1, 0, 0, 0, 1, rate, 0, rate / 2, rate, 0, 1, 0, 0);
  const strf = Buffer.alloc(16);
  [1, 1].forEach((value, i) => {
    strf.writeUInt16LE(value, 2 * i);
  });
  strf.writeUInt32LE(rate, 4);
  strf.writeUInt32LE(rate, 8);
  strf.writeUInt16LE(1, 12);
  strf.writeUInt16LE(8, 14);
  return avi(10, 5, strh, strf, [chunk('00wb', Buffer.alloc(rate / 2, 128))]);
}

function avi(fps: number, frames: number, strh: Buffer, strf: Buffer, data: readonly Buffer[]): Buffer {
  const avih = words(Math.round(1e6 / fps), 1 << 20, 0, 0, frames, 0, 1, 1 << 20, 64, 64, 0, 0, 0, 0);
  const header = list('hdrl', chunk('avih', avih), list('strl', chunk('strh', strh), chunk('strf', strf)));
  return chunk('RIFF', Buffer.from('AVI ', 'latin1'), header, list('movi', ...data));
}

/** One box of an MP4: its size, its type, what it holds. */
const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value, 4 * i);
  });
  return bytes;
};

/** Copies an MP4 whose index lies in front, with the rate that Android's camera says it captured at written into it. */
export function withCaptureRate(mp4: Buffer, captureFps: number): Buffer {
  const key = Buffer.from('com.android.capture.fps', 'latin1');
  const rate = Buffer.alloc(4);
  rate.writeFloatBE(captureFps);
  const handler = box('hdlr', u32(0, 0), Buffer.from('mdta', 'latin1'), u32(0, 0, 0), Buffer.alloc(1));
  const keys = box('keys', u32(0, 1, 8 + key.length), Buffer.from('mdta', 'latin1'), key);
  const float32 = 23;
  const item = Buffer.concat([u32(8 + 16 + 4, 1), box('data', u32(float32, 0), rate)]);
  // The item's own size counts its header and the data box.
  item.writeUInt32BE(item.length, 0);
  const meta = box('meta', handler, keys, box('ilst', item));

  const moov = mp4.indexOf('moov', 0, 'latin1') - 4;
  const end = moov + mp4.readUInt32BE(moov);
  const copy = Buffer.concat([mp4.subarray(0, end), meta, mp4.subarray(end)]);
  copy.writeUInt32BE(end - moov + meta.length, moov);
  // The pictures have moved back by as much.
  const offsets = copy.indexOf('stco', 0, 'latin1') + 8;
  const count = copy.readUInt32BE(offsets);
  for (let i = 0; i < count; i++) {
    const at = offsets + 4 + 4 * i;
    copy.writeUInt32BE(copy.readUInt32BE(at) + meta.length, at);
  }
  return copy;
}

/** A point of a letter's outline, font units, y up; curves bend towards points that do not lie on them. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A closed outline. */
export type Contour = readonly OutlinePoint[];

const composite = { words: 1, offsets: 2, scale: 8, more: 32, scaleXY: 64, matrix: 128 } as const;

/** Reads letters out of a TrueType font (ISO/IEC 14496-22): the tables head, hhea, maxp, hmtx, cmap, loca and glyf. */
export class TrueTypeFont {
  readonly #bytes: DataView;
  readonly #tables = new Map<string, number>();
  readonly #unicode: number;
  /** Font units, y up; the descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  /** Font units in the letters' nominal height. */
  readonly unitsPerEm: number;

  constructor(file: Uint8Array) {
    this.#bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
    for (let i = 0; i < this.#u16(4); i++) {
      const record = 12 + 16 * i;
      this.#tables.set(String.fromCharCode(...file.subarray(record, record + 4)), this.#bytes.getUint32(record + 8));
    }
    this.ascent = this.#i16(this.#table('hhea') + 4);
    this.descent = this.#i16(this.#table('hhea') + 6);
    this.unitsPerEm = this.#u16(this.#table('head') + 18);
    this.#unicode = this.#unicodeTable();
  }

  /** The letter's number; 0, the sign for a missing letter, for one that the font has not. */
  glyphOf(codePoint: number): number {
    const at = this.#unicode;
    const segments = this.#u16(at + 6) / 2;
    for (let i = 0; i < segments; i++) {
      const end = this.#u16(at + 14 + 2 * i);
      if (codePoint > end) continue;
      const start = this.#u16(at + 16 + 2 * (segments + i));
      if (codePoint < start) return 0;
      const delta = this.#u16(at + 16 + 2 * (2 * segments + i));
      const rangeAt = at + 16 + 2 * (3 * segments + i);
      const range = this.#u16(rangeAt);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = this.#u16(rangeAt + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  }

  /** From this letter to the next, font units. */
  advanceOf(glyph: number): number {
    const last = this.#u16(this.#table('hhea') + 34) - 1;
    return this.#u16(this.#table('hmtx') + 4 * Math.min(glyph, last));
  }

  contoursOf(glyph: number): Contour[] {
    const isLong = this.#i16(this.#table('head') + 50) === 1;
    const loca = this.#table('loca');
    const offsetOf = (index: number): number =>
      isLong ? this.#bytes.getUint32(loca + 4 * index) : 2 * this.#u16(loca + 2 * index);
    const [from, to] = [offsetOf(glyph), offsetOf(glyph + 1)];
    if (from === to) return [];
    const at = this.#table('glyf') + from;
    const count = this.#i16(at);
    return count < 0 ? this.#composed(at + 10) : this.#simple(at + 10, count);
  }

  #simple(at: number, contourCount: number): Contour[] {
    const ends = Array.from({ length: contourCount }, (_, i) => this.#u16(at + 2 * i));
    const count = (ends.at(-1) ?? -1) + 1;
    let next = at + 2 * contourCount;
    next += 2 + this.#u16(next);
    const flags: number[] = [];
    while (flags.length < count) {
      const flag = this.#bytes.getUint8(next++);
      const repeats = (flag & 8) === 0 ? 0 : this.#bytes.getUint8(next++);
      for (let i = 0; i <= repeats; i++) flags.push(flag);
    }
    const coordinates = (isByte: number, sameOrPositive: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if ((flag & isByte) !== 0) {
          const step = this.#bytes.getUint8(next++);
          value += (flag & sameOrPositive) === 0 ? -step : step;
        } else if ((flag & sameOrPositive) === 0) {
          value += this.#i16(next);
          next += 2;
        }
        return value;
      });
    };
    const xs = coordinates(2, 16);
    const ys = coordinates(4, 32);
    const points = flags.map((flag, i) => ({ x: xs[i], y: ys[i], on: (flag & 1) === 1 }));
    return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1] + 1, end + 1));
  }

  #composed(at: number): Contour[] {
    const contours: Contour[] = [];
    let next = at;
    for (;;) {
      const flags = this.#u16(next);
      const part = this.contoursOf(this.#u16(next + 2));
      next += 4;
      const isWords = (flags & composite.words) !== 0;
      const [dx, dy] = isWords
        ? [this.#i16(next), this.#i16(next + 2)]
        : [this.#bytes.getInt8(next), this.#bytes.getInt8(next + 1)];
      next += isWords ? 4 : 2;
      const fraction = (): number => {
        next += 2;
        return this.#i16(next - 2) / 16384;
      };
      let [a, b, c, d] = [1, 0, 0, 1];
      if ((flags & composite.scale) !== 0) a = d = fraction();
      else if ((flags & composite.scaleXY) !== 0) [a, d] = [fraction(), fraction()];
      else if ((flags & composite.matrix) !== 0) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
      // Parts that are placed by points instead of offsets stay where they are; the project's fonts have none.
      const [x, y] = (flags & composite.offsets) === 0 ? [0, 0] : [dx, dy];
      for (const contour of part) {
        contours.push(contour.map((p) => ({ x: a * p.x + c * p.y + x, y: b * p.x + d * p.y + y, on: p.on })));
      }
      if ((flags & composite.more) === 0) return contours;
    }
  }

  /** The table of the basic multilingual plane (format 4). */
  #unicodeTable(): number {
    const cmap = this.#table('cmap');
    for (let i = 0; i < this.#u16(cmap + 2); i++) {
      const at = cmap + this.#bytes.getUint32(cmap + 8 + 8 * i);
      if (this.#u16(at) === 4) return at;
    }
    throw new Error('the font has no table of Unicode letters');
  }

  #table(name: string): number {
    const at = this.#tables.get(name);
    if (at === undefined) throw new Error(`the font has no table ${name}`);
    return at;
  }

  #u16(at: number): number {
    return this.#bytes.getUint16(at);
  }

  #i16(at: number): number {
    return this.#bytes.getInt16(at);
  }
}

/**
 * Reads the tables of a FlatBuffers file in place (little-endian, no schema: fields are addressed by their id).
 * Follows the published FlatBuffers binary format; offsets that leave the file raise a `RangeError`.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #start: number;

  private constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  /** The root table of a file. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  int8(field: number, absent = 0): number {
    const at = this.#field(field);
    return at === undefined ? absent : this.#view.getInt8(at);
  }

  uint8(field: number, absent = 0): number {
    const at = this.#field(field);
    return at === undefined ? absent : this.#view.getUint8(at);
  }

  int32(field: number, absent = 0): number {
    const at = this.#field(field);
    return at === undefined ? absent : this.#view.getInt32(at, true);
  }

  uint32(field: number, absent = 0): number {
    const at = this.#field(field);
    return at === undefined ? absent : this.#view.getUint32(at, true);
  }

  bool(field: number): boolean {
    return this.uint8(field) !== 0;
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** A sub-table, or undefined where the field is absent. */
  table(field: number): FlatTable | undefined {
    const at = this.#target(field);
    return at === undefined ? undefined : new FlatTable(this.#view, at);
  }

  /** A vector of tables, empty where the field is absent. */
  tables(field: number): FlatTable[] {
    return this.#elements(field, 4, (at) => new FlatTable(this.#view, at + this.#view.getUint32(at, true)));
  }

  int32s(field: number): number[] {
    return this.#elements(field, 4, (at) => this.#view.getInt32(at, true));
  }

  uint16s(field: number): number[] {
    return this.#elements(field, 2, (at) => this.#view.getUint16(at, true));
  }

  /** A vector of bytes as a view into the file, empty where the field is absent. */
  bytes(field: number): Uint8Array {
    const at = this.#target(field);
    if (at === undefined) return new Uint8Array(0);
    const length = this.#view.getUint32(at, true);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at + 4, length);
  }

  #elements<T>(field: number, size: number, read: (at: number) => T): T[] {
    const at = this.#target(field);
    if (at === undefined) return [];
    const length = this.#view.getUint32(at, true);
    if (at + 4 + length * size > this.#view.byteLength) throw new RangeError('a vector leaves the file');
    return Array.from({ length }, (_, index) => read(at + 4 + index * size));
  }

  /** Where the field's value lies, or undefined if the table leaves it out. */
  #field(field: number): number | undefined {
    const vtable = this.#start - this.#view.getInt32(this.#start, true);
    const slot = 4 + field * 2;
    if (slot >= this.#view.getUint16(vtable, true)) return undefined;
    const offset = this.#view.getUint16(vtable + slot, true);
    return offset === 0 ? undefined : this.#start + offset;
  }

  #target(field: number): number | undefined {
    const at = this.#field(field);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }
}

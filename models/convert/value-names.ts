import type { Graph, Value } from './graph.ts';
import type { OnnxFile } from './onnx-file.ts';
import { permute } from './permute.ts';

/** How a value lies in memory: as in the graph, or (pictures only) with the channels before rows and columns. */
export type Layout = 'plain' | 'channelsFirst';

const channelsFirstOrder = [0, 3, 1, 2];
const plainOrder = [0, 2, 3, 1];

/** A shape in a layout. */
export const shapeIn = (layout: Layout, shape: readonly number[]): readonly number[] =>
  layout === 'plain' ? shape : channelsFirstOrder.map((axis) => shape[axis]);

/** The place of a picture's axis once its channels come first. */
export const channelsFirstAxis = (axis: number): number => channelsFirstOrder.indexOf(axis);

/**
 * Names the graph's values in the ONNX file, in either layout. Asking for a layout that a value does not have yet
 * writes the transpose, once.
 */
export class ValueNames {
  readonly #file: OnnxFile;
  readonly #names: Readonly<Record<Layout, Map<Value, string>>> = { plain: new Map(), channelsFirst: new Map() };
  readonly #outputNames: ReadonlyMap<Value, string>;
  #count = 0;

  constructor(file: OnnxFile, graph: Graph, inputName: string) {
    this.#file = file;
    this.#outputNames = new Map([...graph.outputs].map(([name, value]) => [value, name]));
    this.#names.plain.set(graph.input, inputName);
  }

  /** A name for an operator's new result. */
  create(value: Value, layout: Layout): string {
    const name = (layout === 'plain' ? this.#outputNames.get(value) : undefined) ?? this.fresh();
    this.#names[layout].set(value, name);
    return name;
  }

  fresh(): string {
    return `v${this.#count++}`;
  }

  /** Whether a value can be read in a layout without a transpose. */
  has(value: Value, layout: Layout): boolean {
    return value.data !== undefined || this.#names[layout].has(value);
  }

  read(value: Value, layout: Layout): string {
    const known = this.#names[layout].get(value);
    if (known !== undefined) return known;
    if (value.data !== undefined) return this.#constant(value, value.data, layout);
    const other: Layout = layout === 'plain' ? 'channelsFirst' : 'plain';
    const source = this.#names[other].get(value);
    if (source === undefined) throw new Error(`[${value.shape}] is read before it is computed`);
    const name = this.create(value, layout);
    this.#file.node('Transpose', [source], [name], { perm: layout === 'plain' ? plainOrder : channelsFirstOrder });
    return name;
  }

  #constant(value: Value, data: Float32Array | Int32Array, layout: Layout): string {
    const name = this.create(value, layout);
    if (layout === 'plain') {
      this.#file.constant(name, value.shape, data);
    } else {
      const padded = [...new Array<number>(4 - value.shape.length).fill(1), ...value.shape];
      const moved = permute(data, padded, channelsFirstOrder);
      this.#file.constant(name, moved.shape, moved.data);
    }
    return name;
  }
}

import type { ElementType, Value } from './graph.ts';
import { elementCount } from './graph-builder.ts';

/** An attribute of a node. Integers and texts (base64) are strings in TensorFlow.js's JSON. */
export type TfjsAttribute =
  | { readonly i: string }
  | { readonly b: boolean }
  | { readonly s: string }
  | { readonly type: string }
  | { readonly list: { readonly i?: readonly string[]; readonly s?: readonly string[] } }
  | { readonly shape: { readonly dim: readonly { readonly size: string }[] } };

interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: Readonly<Record<string, TfjsAttribute | { readonly tensor: TfjsTensor }>>;
}

interface TfjsTensor {
  readonly dtype: string;
  readonly tensorShape: { readonly dim: readonly { readonly size: string }[] };
}

/** A TensorFlow.js graph model as its loader takes it from memory (`tf.io.fromMemory`). */
export interface TfjsModel {
  readonly format: 'graph-model';
  readonly modelTopology: { readonly node: readonly TfjsNode[]; readonly versions: object };
  readonly weightSpecs: { name: string; shape: number[]; dtype: ElementType }[];
  weightData: ArrayBuffer;
  readonly signature: Readonly<Record<'inputs' | 'outputs', Readonly<Record<string, TfjsTensor & { name: string }>>>>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const dimensions = (shape: readonly number[]) => ({ dim: shape.map((size) => ({ size: String(size) })) });
const dataType = (type: ElementType): string => (type === 'float32' ? 'DT_FLOAT' : 'DT_INT32');
const tensor = ({ type, shape }: Value): TfjsTensor => ({ dtype: dataType(type), tensorShape: dimensions(shape) });

/** Attributes in the form that TensorFlow.js reads. */
export const attribute = {
  integer: (value: number): TfjsAttribute => ({ i: String(value) }),
  flag: (value: boolean): TfjsAttribute => ({ b: value }),
  text: (value: string): TfjsAttribute => ({ s: base64(value) }),
  type: (value: ElementType): TfjsAttribute => ({ type: dataType(value) }),
  integers: (values: readonly number[]): TfjsAttribute => ({ list: { i: values.map(String) } }),
  texts: (values: readonly string[]): TfjsAttribute => ({ list: { s: values.map(base64) } }),
};

/** Collects the nodes and weights of a TensorFlow.js graph model. */
export class TfjsFile {
  readonly #nodes: TfjsNode[] = [];
  readonly #weights: { readonly name: string; readonly value: Value }[] = [];

  node(op: string, name: string, input: readonly string[], attr: Readonly<Record<string, TfjsAttribute>> = {}): void {
    this.#nodes.push({ name, op, input, attr });
  }

  input(name: string, { type, shape }: Value): void {
    this.#nodes.push({
      name,
      op: 'Placeholder',
      attr: { dtype: attribute.type(type), shape: { shape: dimensions(shape) } },
    });
  }

  /** Adds a constant. @returns Its name. */
  constant(value: Value): string {
    const name = `c${this.#weights.length}`;
    this.#nodes.push({
      name,
      op: 'Const',
      attr: { dtype: attribute.type(value.type), value: { tensor: tensor(value) } },
    });
    this.#weights.push({ name, value });
    return name;
  }

  finish(input: readonly [string, Value], outputs: ReadonlyMap<string, Value>): TfjsModel {
    const ports = (values: Iterable<readonly [string, Value]>) =>
      Object.fromEntries([...values].map(([name, value]) => [name, { name, ...tensor(value) }]));
    return {
      format: 'graph-model',
      modelTopology: { node: this.#nodes, versions: {} },
      weightSpecs: this.#weights.map(({ name, value }) => ({ name, shape: [...value.shape], dtype: value.type })),
      weightData: this.#weightData(),
      signature: { inputs: ports([input]), outputs: ports(outputs) },
    };
  }

  #weightData(): ArrayBuffer {
    const all = new Uint8Array(4 * this.#weights.reduce((sum, { value }) => sum + elementCount(value.shape), 0));
    let at = 0;
    for (const { value } of this.#weights) {
      if (value.data === undefined) throw new Error(`[${value.shape}] is no constant`);
      const { buffer, byteOffset, byteLength } = value.data;
      all.set(new Uint8Array(buffer, byteOffset, byteLength), at);
      at += byteLength;
    }
    return all.buffer;
  }
}

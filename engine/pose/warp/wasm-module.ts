import { type Code, unsigned } from './wasm-code.ts';

const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
type WasmType = keyof typeof types;

/** A parameter or variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** Gathers a function's locals while its body is written: all parameters first, then the variables. */
export class WasmFunction {
  readonly name: string;
  readonly #parameters: WasmType[] = [];
  readonly #variables: WasmType[] = [];

  constructor(name: string) {
    this.name = name;
  }

  parameter(type: WasmType): Local {
    return local(this.#parameters.push(type) - 1);
  }

  variable(type: WasmType): Local {
    return local(this.#parameters.length + this.#variables.push(type) - 1);
  }

  /** The function's type: parameters, and no result. */
  get type(): Code {
    return [0x60, ...vector(this.#parameters.map((type) => [types[type]])), 0];
  }

  code(body: Code): Code {
    const locals = vector(this.#variables.map((type) => [1, types[type]]));
    return sized([...locals, ...body, 0x0b]);
  }
}

/** A module of functions with one memory, imported as `memory` of `own`; sections as in the core specification 2.0, 5.5. */
export function encodeModule(functions: readonly { readonly head: WasmFunction; readonly body: Code }[]): Uint8Array {
  const section = (id: number, content: Code): Code => [id, ...sized(content)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(functions.map(({ head }) => head.type))),
    ...section(2, vector([[...text('own'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(functions.map(({ head }, index) => [...text(head.name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(functions.map(({ head, body }) => head.code(body)))),
  ]);
}

function local(index: number): Local {
  return { get: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] };
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

function text(value: string): Code {
  return vector([...Buffer.from(value)].map((byte) => [byte]));
}

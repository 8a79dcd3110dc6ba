import { type Matrix, multiply, ofParts } from './matrix4.ts';

/** Decodes a compressed buffer view of a GLB file (EXT_meshopt_compression): what three.js ships. */
export interface MeshoptDecoder {
  readonly ready: Promise<void>;
  decodeGltfBuffer(
    target: Uint8Array,
    count: number,
    size: number,
    source: Uint8Array,
    mode: string,
    filter?: string,
  ): void;
}

interface Gltf {
  readonly nodes: readonly {
    readonly name: string;
    readonly children?: readonly number[];
    readonly translation?: readonly number[];
    readonly rotation?: readonly number[];
    readonly scale?: readonly number[];
    readonly matrix?: readonly number[];
    readonly mesh?: number;
    readonly skin?: number;
  }[];
  readonly meshes: readonly {
    readonly primitives: readonly { readonly attributes: Readonly<Record<string, number>> }[];
  }[];
  readonly skins: readonly { readonly inverseBindMatrices: number; readonly joints: readonly number[] }[];
  readonly accessors: readonly {
    readonly bufferView: number;
    readonly byteOffset?: number;
    readonly componentType: number;
    readonly count: number;
    readonly type: string;
    readonly normalized?: boolean;
  }[];
  readonly bufferViews: readonly {
    readonly byteOffset?: number;
    readonly byteLength: number;
    readonly byteStride?: number;
    readonly extensions?: {
      readonly EXT_meshopt_compression?: {
        readonly byteOffset?: number;
        readonly byteLength: number;
        readonly byteStride: number;
        readonly count: number;
        readonly mode: string;
        readonly filter?: string;
      };
    };
  }[];
}

const widths: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };

/** What is read of a GLB file. */
export interface Glb extends Pick<Gltf, 'nodes' | 'meshes' | 'skins'> {
  /** Values of an accessor, one row an element. */
  read(accessor: number): number[][];
  /** A node's place in the world. */
  worldOf(node: number): Matrix;
  isRoot(node: number): boolean;
}

/** Reads the content of a GLB file. */
export function readGlb(file: Buffer, decoder: MeshoptDecoder): Glb {
  const jsonLength = file.readUInt32LE(12);
  const gltf = JSON.parse(file.toString('utf8', 20, 20 + jsonLength)) as Gltf;
  const binary = file.subarray(28 + jsonLength);
  const views = new Map<number, Uint8Array>();
  const viewOf = (index: number): Uint8Array => {
    const known = views.get(index);
    if (known !== undefined) return known;
    const { byteOffset = 0, byteLength, extensions } = gltf.bufferViews[index];
    const packed = extensions?.EXT_meshopt_compression;
    let bytes: Uint8Array = new Uint8Array(binary.subarray(byteOffset, byteOffset + byteLength));
    if (packed !== undefined) {
      bytes = new Uint8Array(packed.count * packed.byteStride);
      const source = new Uint8Array(
        binary.subarray(packed.byteOffset ?? 0, (packed.byteOffset ?? 0) + packed.byteLength),
      );
      decoder.decodeGltfBuffer(bytes, packed.count, packed.byteStride, source, packed.mode, packed.filter);
    }
    views.set(index, bytes);
    return bytes;
  };
  const read = (index: number): number[][] => {
    const { bufferView, byteOffset = 0, componentType, count, type, normalized = false } = gltf.accessors[index];
    const bytes = viewOf(bufferView);
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { size, get } = component(componentType, normalized);
    const stride = gltf.bufferViews[bufferView].byteStride ?? size * widths[type];
    return Array.from({ length: count }, (_, i) =>
      Array.from({ length: widths[type] }, (_, k) => get(data, byteOffset + i * stride + k * size)),
    );
  };
  const world = new Map<number, Matrix>();
  const parents = new Map<number, number>();
  gltf.nodes.forEach(({ children = [] }, i) => {
    for (const child of children) parents.set(child, i);
  });
  const worldOf = (index: number): Matrix => {
    const known = world.get(index);
    if (known !== undefined) return known;
    const { translation = [0, 0, 0], rotation = [0, 0, 0, 1], scale = [1, 1, 1], matrix } = gltf.nodes[index];
    const own = matrix === undefined ? ofParts(translation, rotation, scale) : [...matrix];
    const parent = parents.get(index);
    const made = parent === undefined ? own : multiply(worldOf(parent), own);
    world.set(index, made);
    return made;
  };
  const { nodes, meshes, skins } = gltf;
  return { nodes, meshes, skins, read, worldOf, isRoot: (node) => !parents.has(node) };
}

function component(type: number, normalized: boolean): { size: number; get: (data: DataView, at: number) => number } {
  switch (type) {
    case 5120:
      return { size: 1, get: (data, at) => (normalized ? Math.max(-1, data.getInt8(at) / 127) : data.getInt8(at)) };
    case 5121:
      return { size: 1, get: (data, at) => (normalized ? data.getUint8(at) / 255 : data.getUint8(at)) };
    case 5122:
      return {
        size: 2,
        get: (data, at) => (normalized ? Math.max(-1, data.getInt16(at, true) / 32767) : data.getInt16(at, true)),
      };
    case 5123:
      return { size: 2, get: (data, at) => (normalized ? data.getUint16(at, true) / 65535 : data.getUint16(at, true)) };
    case 5126:
      return { size: 4, get: (data, at) => data.getFloat32(at, true) };
    default:
      throw new Error(`component type ${type}`);
  }
}

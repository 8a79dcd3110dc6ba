import { readFileSync } from 'node:fs';
import { inverse, type Matrix, multiply, ofParts, positionOf, rotationX, rotationY, rotationZ } from './matrix4.ts';

/** Joint angles of one frame in radians, by the names of OpenSim's running models. */
export type JointAngles = Readonly<Record<string, number>>;

/** A vertex of a sole: the bones that it hangs on, each with its share and the vertex in that bone's own frame. */
export interface SoleVertex {
  readonly side: 'left' | 'right';
  readonly hangsOn: readonly { readonly bone: string; readonly share: number; readonly local: readonly number[] }[];
}

export interface Bone {
  readonly name: string;
  readonly parent: string | null;
  /** In the world while the avatar stands. */
  readonly rest: Matrix;
}

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

/** Where a sole is in one frame: metres, y up, z forward. */
export interface SolePlace {
  readonly lowestM: number;
  /** Mean place along the running direction of the vertices within 4 mm of the lowest. */
  readonly touchingM: number;
}

const sides = ['left', 'right'] as const;
export type Side = (typeof sides)[number];

/**
 * An avatar's legs and soles as the renderer of `../shared/tools/render` poses them: the same chain of rotations, the same vertices, so
 * that what is computed here is what is drawn.
 */
export class AvatarRig {
  readonly #bones: readonly Bone[];
  readonly #rest = new Map<string, Matrix>();
  readonly #align = new Map<string, Matrix>();
  readonly #soles: readonly SoleVertex[];
  /** Thigh and shank together, metres. */
  readonly legM: number;
  readonly thighM: number;
  readonly shankM: number;
  /** Height of the hips' bone while the avatar stands, metres. */
  readonly hipsM: number;

  constructor(bones: readonly Bone[], soles: readonly SoleVertex[]) {
    this.#bones = bones;
    this.#soles = soles;
    for (const { name, rest } of bones) this.#rest.set(name, rest);
    const distance = (a: string, b: string): number => Math.hypot(...difference(this.#at(b), this.#at(a)));
    this.thighM = distance('LeftUpLeg', 'LeftLeg');
    this.shankM = distance('LeftLeg', 'LeftFoot');
    this.legM = this.thighM + this.shankM;
    this.hipsM = this.#at('Hips')[1];
    for (const side of ['Left', 'Right']) {
      for (const [from, to] of [
        ['UpLeg', 'Leg'],
        ['Leg', 'Foot'],
      ] as const) {
        this.#align.set(side + from, turnedDown(difference(this.#at(side + to), this.#at(side + from))));
      }
    }
  }

  /** Reads an avatar. */
  static async read(path: string, decoder: MeshoptDecoder): Promise<AvatarRig> {
    await decoder.ready;
    return rigOf(readFileSync(path), decoder);
  }

  /** Bones of the legs in the world, the hips at a place. */
  pose(q: JointAngles, hips: readonly [number, number, number]): ReadonlyMap<string, Matrix> {
    const turns = turnsOf(q);
    const world = new Map<string, Matrix>();
    for (const { name, parent, rest } of this.#bones) {
      const above = parent === null ? undefined : world.get(parent);
      const carried =
        parent === null || above === undefined ? null : multiply(multiply(above, this.#inverseRest(parent)), rest);
      const turn = turns.get(name);
      if (carried !== null && turn === undefined) {
        world.set(name, carried);
        continue;
      }
      const rotation = multiply(multiply(toWorld, turn ?? (turns.get('Hips') as Matrix)), fromWorld);
      const align = this.#align.get(name);
      const placed = multiply(align === undefined ? rotation : multiply(rotation, align), without(rest));
      const [x, y, z] = carried === null ? hips : positionOf(carried);
      placed[12] = x;
      placed[13] = y;
      placed[14] = z;
      world.set(name, placed);
    }
    return world;
  }

  /** Both soles in one pose. */
  soles(world: ReadonlyMap<string, Matrix>): Readonly<Record<Side, SolePlace>> {
    const place = (side: Side): SolePlace => {
      const points = this.#soles.filter((vertex) => vertex.side === side).map((vertex) => placeOf(vertex, world));
      const lowestM = Math.min(...points.map(([y]) => y));
      const touching = points.filter(([y]) => y < lowestM + 0.004);
      return { lowestM, touchingM: touching.reduce((sum, [, z]) => sum + z, 0) / touching.length };
    };
    return { left: place('left'), right: place('right') };
  }

  /** How far the sole's vertices within 4 mm of its lowest go forward from one pose to another, on average, metres. */
  touchingStep(world: ReadonlyMap<string, Matrix>, next: ReadonlyMap<string, Matrix>, side: Side): number {
    const own = this.#soles.filter((vertex) => vertex.side === side);
    const points = own.map((vertex) => placeOf(vertex, world));
    const lowestM = Math.min(...points.map(([y]) => y));
    const steps = own.flatMap((vertex, i) =>
      points[i][0] < lowestM + 0.004 ? [placeOf(vertex, next)[1] - points[i][1]] : [],
    );
    return steps.reduce((sum, step) => sum + step, 0) / steps.length;
  }

  /** How far a foot is turned up from flat, radians; negative where the heel is up. */
  footPitch(world: ReadonlyMap<string, Matrix>, side: Side): number {
    const name = side === 'left' ? 'Left' : 'Right';
    const direction = (bones: ReadonlyMap<string, Matrix>): number => {
      const [from, to] = [`${name}Foot`, `${name}ToeBase`].map((bone) => positionOf(bones.get(bone) as Matrix));
      return Math.atan2(to[1] - from[1], to[2] - from[2]);
    };
    return direction(world) - direction(this.#rest);
  }

  /** A bone's place: to the avatar's left, up, forward. */
  placeOf(world: ReadonlyMap<string, Matrix>, bone: string): readonly [number, number, number] {
    const matrix = world.get(bone);
    if (matrix === undefined) throw new Error(`the avatar has no bone ${bone}`);
    return positionOf(matrix);
  }

  readonly #inverses = new Map<string, Matrix>();
  #inverseRest(name: string): Matrix {
    const known = this.#inverses.get(name);
    if (known !== undefined) return known;
    const made = inverse(this.#rest.get(name) as Matrix);
    this.#inverses.set(name, made);
    return made;
  }

  #at(name: string): readonly [number, number, number] {
    const rest = this.#rest.get(name);
    if (rest === undefined) throw new Error(`the avatar has no bone ${name}`);
    return positionOf(rest);
  }
}

/** Height and place forward. */
function placeOf({ hangsOn }: SoleVertex, world: ReadonlyMap<string, Matrix>): readonly [number, number] {
  let y = 0;
  let z = 0;
  for (const { bone, share, local } of hangsOn) {
    const m = world.get(bone) as Matrix;
    y += share * (m[1] * local[0] + m[5] * local[1] + m[9] * local[2] + m[13]);
    z += share * (m[2] * local[0] + m[6] * local[1] + m[10] * local[2] + m[14]);
  }
  return [y, z];
}

const difference = (a: readonly number[], b: readonly number[]): readonly [number, number, number] => [
  a[0] - b[0],
  a[1] - b[1],
  a[2] - b[2],
];

/** The rotation that turns a direction down by the shortest way. */
function turnedDown(direction: readonly [number, number, number]): Matrix {
  const length = Math.hypot(...direction);
  const [x, y, z] = direction.map((value) => value / length);
  // Axis d × (0, -1, 0), half-angle form of the quaternion between two unit vectors.
  const q = [z, 0, -x, 1 - y];
  const norm = Math.hypot(...q);
  return ofParts(
    [0, 0, 0],
    q.map((value) => value / norm),
    [1, 1, 1],
  );
}

/** OpenSim's axes (forward, up, right) in the avatar's world. */
const toWorld: Matrix = [0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 1];
const fromWorld: Matrix = [0, 0, -1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1];

const without = (rest: Matrix): Matrix => [...rest.slice(0, 12), 0, 0, 0, 1];

function turnsOf(q: JointAngles): Map<string, Matrix> {
  const pelvis = [rotationZ(q.pelvis_tilt), rotationX(q.pelvis_list), rotationY(q.pelvis_rotation)].reduce(multiply);
  const turns = new Map<string, Matrix>([['Hips', pelvis]]);
  for (const [letter, name, inward] of [
    ['r', 'Right', 1],
    ['l', 'Left', -1],
  ] as const) {
    const at = (joint: string): number => q[`${joint}_${letter}`] ?? 0;
    const thigh = [
      pelvis,
      rotationZ(at('hip_flexion')),
      rotationX(inward * at('hip_adduction')),
      rotationY(inward * at('hip_rotation')),
    ].reduce(multiply);
    const shank = multiply(thigh, rotationZ(at('knee_angle')));
    const foot = [shank, rotationZ(at('ankle_angle')), rotationX(inward * at('subtalar_angle'))].reduce(multiply);
    turns.set(`${name}UpLeg`, thigh).set(`${name}Leg`, shank).set(`${name}Foot`, foot);
    turns.set(`${name}ToeBase`, multiply(foot, rotationZ(at('mtp_angle'))));
  }
  return turns;
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

function rigOf(file: Buffer, decoder: MeshoptDecoder): AvatarRig {
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
  const joints = new Set(gltf.skins.flatMap((skin) => skin.joints));
  const legBone = /^(Hips$|(Left|Right)(UpLeg|Leg|Foot|Toe))/;
  const bones: Bone[] = [];
  const visit = (index: number, parent: string | null): void => {
    const { name, children = [] } = gltf.nodes[index];
    const own = joints.has(index) && legBone.test(name);
    if (own) bones.push({ name, parent, rest: worldOf(index) });
    for (const child of children) visit(child, own ? name : parent);
  };
  gltf.nodes.forEach((_, i) => {
    if (!parents.has(i)) visit(i, null);
  });
  const known = new Map(bones.map(({ name, rest }) => [name, rest]));
  const soles: SoleVertex[] = [];
  for (const { mesh, skin } of gltf.nodes) {
    if (mesh === undefined || skin === undefined) continue;
    const { joints: jointNodes, inverseBindMatrices } = gltf.skins[skin];
    const binds = read(inverseBindMatrices);
    for (const { attributes } of gltf.meshes[mesh].primitives) {
      const [places, onto, shares] = [read(attributes.POSITION), read(attributes.JOINTS_0), read(attributes.WEIGHTS_0)];
      places.forEach((place, i) => {
        const hangsOn = onto[i].flatMap((joint, k) => {
          const bone = gltf.nodes[jointNodes[joint]].name;
          return shares[i][k] > 0 ? [{ bone, share: shares[i][k], local: moved(binds[joint], place) }] : [];
        });
        const feet = hangsOn.filter(({ bone }) => /^(Left|Right)(Foot|Toe)/.test(bone));
        if (feet.reduce((sum, { share }) => sum + share, 0) < 0.9 || !hangsOn.every(({ bone }) => known.has(bone)))
          return;
        const side = feet.at(-1)?.bone.startsWith('Left') ? 'left' : 'right';
        const vertex: SoleVertex = { side, hangsOn };
        if (placeOf(vertex, known)[0] < 0.03) soles.push(vertex);
      });
    }
  }
  return new AvatarRig(bones, soles);
}

const moved = (m: Matrix, [x, y, z]: readonly number[]): readonly number[] =>
  [0, 1, 2].map((row) => m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row]);

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

import { type JointAngles, jointTurns } from './joint-turns.ts';
import { inverse, type Matrix, multiply, ofParts, positionOf } from './matrix4.ts';
import { type Side, type SoleVertex, vertexPlace } from './sole-vertex.ts';

export interface Bone {
  readonly name: string;
  readonly parent: string | null;
  /** In the world while the avatar stands. */
  readonly rest: Matrix;
}

/** Where a sole is in one frame: metres, y up, z forward. */
export interface SolePlace {
  readonly lowestM: number;
  /** Mean place along the running direction of the vertices within 4 mm of the lowest. */
  readonly touchingM: number;
}

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

  /** Bones of the legs in the world, the hips at a place. */
  pose(q: JointAngles, hips: readonly [number, number, number]): ReadonlyMap<string, Matrix> {
    const turns = jointTurns(q);
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
      const points = this.#soles.filter((vertex) => vertex.side === side).map((vertex) => vertexPlace(vertex, world));
      const lowestM = Math.min(...points.map(([y]) => y));
      const touching = points.filter(([y]) => y < lowestM + 0.004);
      return { lowestM, touchingM: touching.reduce((sum, [, z]) => sum + z, 0) / touching.length };
    };
    return { left: place('left'), right: place('right') };
  }

  /** How far the sole's vertices within 4 mm of its lowest go forward from one pose to another, on average, metres. */
  touchingStep(world: ReadonlyMap<string, Matrix>, next: ReadonlyMap<string, Matrix>, side: Side): number {
    const own = this.#soles.filter((vertex) => vertex.side === side);
    const points = own.map((vertex) => vertexPlace(vertex, world));
    const lowestM = Math.min(...points.map(([y]) => y));
    const steps = own.flatMap((vertex, i) =>
      points[i][0] < lowestM + 0.004 ? [vertexPlace(vertex, next)[1] - points[i][1]] : [],
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

import type { Matrix } from './matrix4.ts';

export type Side = 'left' | 'right';

/** A vertex of a sole: the bones that it hangs on, each with its share and the vertex in that bone's own frame. */
export interface SoleVertex {
  readonly side: Side;
  readonly hangsOn: readonly { readonly bone: string; readonly share: number; readonly local: readonly number[] }[];
}

/** Height and place forward of a sole's vertex, metres. */
export function vertexPlace({ hangsOn }: SoleVertex, world: ReadonlyMap<string, Matrix>): readonly [number, number] {
  let y = 0;
  let z = 0;
  for (const { bone, share, local } of hangsOn) {
    const m = world.get(bone) as Matrix;
    y += share * (m[1] * local[0] + m[5] * local[1] + m[9] * local[2] + m[13]);
    z += share * (m[2] * local[0] + m[6] * local[1] + m[10] * local[2] + m[14]);
  }
  return [y, z];
}

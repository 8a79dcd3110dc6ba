import { readFileSync } from 'node:fs';
import { AvatarRig, type Bone } from './avatar-rig.ts';
import { type MeshoptDecoder, readGlb } from './glb-file.ts';
import type { Matrix } from './matrix4.ts';
import { type SoleVertex, vertexPlace } from './sole-vertex.ts';

/** Reads an avatar's legs, and the vertices under its feet. */
export async function readAvatar(path: string, decoder: MeshoptDecoder): Promise<AvatarRig> {
  await decoder.ready;
  const { nodes, meshes, skins, read, worldOf, isRoot } = readGlb(readFileSync(path), decoder);
  const joints = new Set(skins.flatMap((skin) => skin.joints));
  const legBone = /^(Hips$|(Left|Right)(UpLeg|Leg|Foot|Toe))/;
  const bones: Bone[] = [];
  const visit = (index: number, parent: string | null): void => {
    const { name, children = [] } = nodes[index];
    const own = joints.has(index) && legBone.test(name);
    if (own) bones.push({ name, parent, rest: worldOf(index) });
    for (const child of children) visit(child, own ? name : parent);
  };
  nodes.forEach((_, i) => {
    if (isRoot(i)) visit(i, null);
  });
  const known = new Map(bones.map(({ name, rest }) => [name, rest]));
  const soles: SoleVertex[] = [];
  for (const { mesh, skin } of nodes) {
    if (mesh === undefined || skin === undefined) continue;
    const { joints: jointNodes, inverseBindMatrices } = skins[skin];
    const binds = read(inverseBindMatrices);
    for (const { attributes } of meshes[mesh].primitives) {
      const [places, onto, shares] = [read(attributes.POSITION), read(attributes.JOINTS_0), read(attributes.WEIGHTS_0)];
      places.forEach((place, i) => {
        const hangsOn = onto[i].flatMap((joint, k) => {
          const bone = nodes[jointNodes[joint]].name;
          return shares[i][k] > 0 ? [{ bone, share: shares[i][k], local: moved(binds[joint], place) }] : [];
        });
        const feet = hangsOn.filter(({ bone }) => /^(Left|Right)(Foot|Toe)/.test(bone));
        if (feet.reduce((sum, { share }) => sum + share, 0) < 0.9 || !hangsOn.every(({ bone }) => known.has(bone)))
          return;
        const side = feet.at(-1)?.bone.startsWith('Left') ? 'left' : 'right';
        const vertex: SoleVertex = { side, hangsOn };
        if (vertexPlace(vertex, known)[0] < 0.03) soles.push(vertex);
      });
    }
  }
  return new AvatarRig(bones, soles);
}

const moved = (m: Matrix, [x, y, z]: readonly number[]): readonly number[] =>
  [0, 1, 2].map((row) => m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row]);

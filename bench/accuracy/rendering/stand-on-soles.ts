import type { MotionLoop, Stance } from '../back/plant-motion.ts';
import type { AvatarRig } from './avatar-rig.ts';
import type { JointMotion } from './joint-motion.ts';
import type { Side } from './sole-vertex.ts';

/** What was changed of a motion, for the report of a run. */
export interface Standing {
  readonly loop: MotionLoop;
  /** When each sole stands, seconds, of the loop. */
  readonly soles: readonly Stance[];
  /** Largest height over the ground, or depth below it, of a sole that should stand, metres. */
  readonly leftOverM: number;
  /** Largest change of a hip, knee or ankle, degrees. */
  readonly changedDeg: number;
}

const samplesPerS = 200;
/** A sole stands from where it comes so near to its level in foot-flat until it is as high again, metres. */
const touchM = 0.008;
/** How much later than the human an avatar may land, and may leave, seconds. */
const lateS = 0.04;
/** How fast a foot lands and leaves at least, metres per second: a sole that creeps over the ground for a tenth of a second is no runner's. */
const landingMps = 0.6;
/** How high a sole is over the ground in swing at least, metres. */
const clearM = 0.04;
/** How long a change that a standing sole needs takes to go before and after, seconds. */
const fadeS = 0.12;
/** How far the toes bend at most, radians (about 30 degrees at push-off: Bojsen-Møller and Lamoreux 1979). */
const toesRad = 0.55;
/** A leg is never stretched further than this share of its length. */
const stretched = 0.9985;
/** How much lower the hips are than the highest stance needs, metres: room for a leg that lands nearly straight. */
const roomM = 0.004;
const rounds = 4;

/**
 * How fast the soles of an avatar go back under it while they are flat, metres per second: the belt on which they slide least. A motion
 * of a human with shorter legs takes an avatar further than the human.
 */
export function soleSpeedMps({ motion, startS, endS, stances }: MotionLoop, rig: AvatarRig): number {
  const periodS = endS - startS;
  const count = Math.round(periodS * samplesPerS);
  const rows = periodic(motion, startS, periodS, count);
  const still = [0, rig.hipsM, 0] as const;
  const posed = (index: number) =>
    rig.pose(Object.fromEntries(motion.names.map((name, i) => [name, rows[index % count][i]])), still);
  const speeds = stances.map(({ side, onS, offS }) => {
    const [from, to] = [0.25, 0.7].map((share) =>
      Math.round(((onS + share * (offS - onS) - startS) / periodS) * count),
    );
    const steps = Array.from({ length: to - from }, (_, k) =>
      rig.touchingStep(posed(from + k), posed(from + k + 1), side === 'L' ? 'left' : 'right'),
    );
    return -steps.reduce((sum, step) => sum + step, 0) / ((to - from) * (periodS / count));
  });
  return speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
}

const letters = { left: 'l', right: 'r' } as const;
const names = { left: 'Left', right: 'Right' } as const;
const sides = ['left', 'right'] as const;

/**
 * A motion whose soles stand. The legs of an avatar are not those of the human whose joint angles it takes, so that its soles sink into
 * the ground, hover over it, creep and slide. Here each foot is moved up, down, forwards or back by what that takes, hip, knee and ankle
 * turned for it, foot and trunk kept in their directions, and the toes bent where the heel has left the ground: the human's model has
 * none, so that the tip of its foot would go three centimetres into the ground. When a sole lands and leaves is the avatar's own, the
 * moment in which it passes its level by itself, if that is not before the human does and not more than 40 ms after. The change goes
 * smoothly before and after the stance; in swing a sole is held clear of the ground.
 *
 * @param loop Joint angles in radians, knees negative in flexion.
 * @param beltMps Speed of the belt under the avatar.
 * @param scale Of the motion's metres.
 */
export function standOnSoles(loop: MotionLoop, rig: AvatarRig, beltMps: number, scale: number): Standing {
  const { motion, startS, endS } = loop;
  const periodS = endS - startS;
  const count = Math.round(periodS * samplesPerS);
  const stepS = periodS / count;
  const before = periodic(motion, startS, periodS, count);
  const place = (name: string): number => motion.names.indexOf(name);
  const rows = before.slice(0, count).map((row) => [...row]);
  const meanOf = (name: string): number => rows.reduce((sum, row) => sum + row[place(name)], 0) / count;
  const [meanTx, meanTy] = [meanOf('pelvis_tx'), meanOf('pelvis_ty')];
  const anglesOf = (row: readonly number[]): Record<string, number> =>
    Object.fromEntries(motion.names.map((name, i) => [name, row[i]]));
  const hipsOf = (row: readonly number[]): readonly [number, number, number] => [
    0,
    rig.hipsM + scale * (row[place('pelvis_ty')] - meanTy),
    scale * (row[place('pelvis_tx')] - meanTx),
  ];
  const posed = (index: number) => rig.pose(anglesOf(rows[index]), hipsOf(rows[index]));
  const wrap = (index: number): number => ((index % count) + count) % count;
  const stancesOf = (side: Side) =>
    loop.stances
      .filter((stance) => stance.side === (side === 'left' ? 'L' : 'R'))
      .map(({ onS, offS }) => ({ on: Math.round((onS - startS) / stepS), off: Math.round((offS - startS) / stepS) }));

  for (const side of sides) bendToes(side);
  const landing = sides.flatMap((side) => stancesOf(side).map(({ on, off }) => flatOf(on, off, side)));
  const shift = -(Math.max(...landing) + roomM) / scale;
  for (const row of rows) row[place('pelvis_ty')] += shift;
  const wanted = Object.fromEntries(sides.map((side) => [side, wantedOf(side)])) as Record<
    Side,
    ReturnType<typeof wantedOf>
  >;
  for (let round = 0; round < rounds; round++) for (const side of sides) move(side, wanted[side], round);

  const leftOverM = Math.max(
    ...sides.flatMap((side) =>
      wanted[side].spans.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, k) => Math.abs(heightsAt(wrap(from + k))[side])),
      ),
    ),
  );
  const changed = motion.names.flatMap((name, i) =>
    /^(hip_flexion|knee_angle|ankle_angle)/.test(name) ? rows.map((row, k) => Math.abs(row[i] - before[k][i])) : [],
  );
  const closed = [...rows, rows[0].map((value, i) => value + before[count][i] - before[0][i])];
  return {
    loop: {
      motion: { names: motion.names, timesS: closed.map((_, i) => i * stepS), rows: closed },
      startS: 0,
      endS: periodS,
      stances: loop.stances.map(({ side, onS, offS }) => ({ side, onS: onS - startS, offS: offS - startS })),
    },
    soles: sides.flatMap((side) =>
      wanted[side].spans.map(({ from, to }) => ({
        side: side === 'left' ? ('L' as const) : ('R' as const),
        onS: from * stepS,
        offS: to * stepS,
      })),
    ),
    leftOverM,
    changedDeg: (Math.max(...changed) * 180) / Math.PI,
  };

  function heightsAt(index: number): Record<Side, number> {
    const soles = rig.soles(posed(index));
    return { left: soles.left.lowestM, right: soles.right.lowestM };
  }

  /** Bends the toes by as much as keeps a sole whose heel is up from sinking. */
  function bendToes(side: Side): void {
    const mtp = place(`mtp_angle_${letters[side]}`);
    for (const { on, off } of stancesOf(side)) {
      const flat = flatOf(on, off, side);
      for (let k = on + Math.round(0.4 * (off - on)); k < off + 0.2 * (off - on); k++) {
        const row = rows[wrap(k)];
        const lowest = (bend: number): number => {
          row[mtp] = bend;
          return heightsAt(wrap(k))[side];
        };
        if (lowest(0) >= flat) continue;
        let [least, most] = [0, Math.min(toesRad, Math.max(0, -rig.footPitch(posed(wrap(k)), side)))];
        if (lowest(most) >= flat) {
          for (let halving = 0; halving < 7; halving++) {
            const middle = (least + most) / 2;
            if (lowest(middle) < flat) least = middle;
            else most = middle;
          }
        }
        row[mtp] = most;
      }
    }
  }

  /** Level of a sole in the flat part of one stance. */
  function flatOf(on: number, off: number, side: Side): number {
    return median(
      Array.from({ length: 9 }, (_, k) => heightsAt(wrap(on + Math.round((0.2 + 0.025 * k) * (off - on))))[side]),
    );
  }

  /** When a sole stands, and how far its foot is to be moved in each sample. */
  function wantedOf(side: Side) {
    const soles = rows.map((_, k) => rig.soles(posed(k))[side]);
    const late = Math.round(lateS / stepS);
    const spans = stancesOf(side).map(({ on, off }) => {
      const flat = flatOf(on, off, side);
      const height = (k: number): number => soles[wrap(k)].lowestM - flat;
      let from = on + Math.round(0.3 * (off - on));
      while (height(from - 1) < touchM && from > on) from--;
      let to = off - 1;
      while (height(to + 1) < touchM && to < off + late) to++;
      return { from: Math.min(from, on + late), to: Math.max(to, off) };
    });
    return { spans, soles };
  }

  /** One round: each foot by what its sole still lacks. */
  function move(side: Side, { spans, soles: first }: ReturnType<typeof wantedOf>, round: number): void {
    const soles = round === 0 ? first : rows.map((_, k) => rig.soles(posed(k))[side]);
    const up = new Float64Array(count);
    const ahead = new Float64Array(count);
    const weight = new Float64Array(count);
    const fade = Math.round(fadeS / stepS);
    for (const { from, to } of spans) {
      // What the sole slides over the belt, from sample to sample by the vertices that touch.
      const slid = [0];
      for (let k = from; k < to; k++)
        slid.push(slid[slid.length - 1] + rig.touchingStep(posed(wrap(k)), posed(wrap(k + 1)), side) + beltMps * stepS);
      const change = (k: number): readonly [number, number] => [-soles[wrap(k)].lowestM, -slid[k - from]];
      for (let k = from - fade; k <= to + fade; k++) {
        const out = k < from ? from - k : k > to ? k - to : 0;
        const share = (1 + Math.cos((Math.PI * out) / fade)) / 2;
        const [dUp, dAhead] = change(Math.min(to, Math.max(from, k)));
        const i = wrap(k);
        if (share < weight[i]) continue;
        weight[i] = share;
        up[i] = share * dUp;
        ahead[i] = share * dAhead;
      }
    }
    for (let i = 0; i < count; i++) {
      const out = Math.min(
        ...spans.flatMap(({ from, to }) =>
          [-count, 0, count].map((turn) => Math.max(0, from - i - turn, i + turn - to)),
        ),
      );
      if (out > 0) up[i] = Math.max(up[i], Math.min(clearM, landingMps * out * stepS) - soles[i].lowestM);
    }
    for (let k = 0; k < count; k++) {
      if (up[k] !== 0 || ahead[k] !== 0) shiftFoot(rows[k], side, up[k], ahead[k]);
    }
  }

  /** Moves an ankle by turning hip and knee; the foot keeps its direction. */
  function shiftFoot(row: number[], side: Side, upM: number, aheadM: number): void {
    const letter = letters[side];
    const [hip, knee, ankle] = ['hip_flexion', 'knee_angle', 'ankle_angle'].map((name) => place(`${name}_${letter}`));
    const world = rig.pose(anglesOf(row), [0, 0, 0]);
    const [h, k, a] = ['UpLeg', 'Leg', 'Foot'].map((bone) => rig.placeOf(world, names[side] + bone));
    const planar = (p: readonly number[], q: readonly number[]): readonly [number, number] => [
      q[2] - p[2],
      q[1] - p[1],
    ];
    const [thigh, shank] = [planar(h, k), planar(k, a)];
    const [l1, l2] = [Math.hypot(...thigh), Math.hypot(...shank)];
    let target: readonly [number, number] = [thigh[0] + shank[0] + aheadM, thigh[1] + shank[1] + upM];
    const reach = Math.hypot(...target);
    const most = stretched * (l1 + l2);
    if (reach > most) target = [target[0], -Math.sqrt(Math.max(0, most ** 2 - target[0] ** 2))];
    const long = Math.hypot(...target);
    // Knees bend backwards: the thigh lies ahead of the line from hip to ankle.
    const atHip = Math.acos(Math.max(-1, Math.min(1, (l1 ** 2 + long ** 2 - l2 ** 2) / (2 * l1 * long))));
    const lineDown = Math.atan2(target[0], -target[1]);
    const newThigh = lineDown + atHip;
    const newShank = Math.atan2(target[0] - l1 * Math.sin(newThigh), -(target[1] + l1 * Math.cos(newThigh)));
    const turnThigh = newThigh - Math.atan2(thigh[0], -thigh[1]);
    const turnShank = newShank - Math.atan2(shank[0], -shank[1]);
    row[hip] += turnThigh;
    row[knee] += turnShank - turnThigh;
    row[ankle] -= turnShank;
  }
}

/** The motion at evenly spaced times from the start to the end of its loop, both included, its drift taken off. */
function periodic({ timesS, rows }: JointMotion, startS: number, periodS: number, count: number): number[][] {
  const raw = (timeS: number): number[] => {
    const after = Math.max(
      1,
      timesS.findIndex((time) => time >= timeS),
    );
    const share = (timeS - timesS[after - 1]) / (timesS[after] - timesS[after - 1]);
    return rows[after].map((value, i) => rows[after - 1][i] + share * (value - rows[after - 1][i]));
  };
  const [first, last] = [raw(startS), raw(startS + periodS)];
  return Array.from({ length: count + 1 }, (_, k) => {
    const share = k / count;
    return raw(startS + share * periodS).map((value, i) => value - share * (last[i] - first[i]));
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

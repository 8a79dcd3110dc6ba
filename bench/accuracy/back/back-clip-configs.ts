import type { Half } from '../clips/clip-with-truth.ts';
import type { Plant } from './plant-motion.ts';

/** Running motions with a pelvis and hips in three dimensions: OpenSim joint angles, and strides of the loop that is taken. */
export const backMotions = {
  's01 2 m/s': { angles: 'hamner_s01/run200_ik.mot', trial: 'hamner_s01_run200', strides: 2 },
  's01 3 m/s': { angles: 'hamner_s01/run300_ik.mot', trial: 'hamner_s01_run300', strides: 2 },
  /** One stride was published. */
  bmclab: { angles: 'bmclab/ik_output_run.mot', trial: 'bmclab_overground', strides: 1, strideS: 0.6944 },
} as const;

/** Where the camera stands: portrait; `fov` upright, degrees. */
export const backPictures = {
  near: { w: 720, h: 1280, dist: 3.2, camH: 0.8, fov: 40 },
  middle: { w: 720, h: 1280, dist: 4.4, camH: 1, fov: 29 },
  far: { w: 720, h: 1280, dist: 6, camH: 1.2, fov: 22 },
  small: { w: 540, h: 960, dist: 4.4, camH: 1, fov: 29 },
  /** The runner starts close and runs away. */
  away: { w: 720, h: 1280, dist: 6.4, camH: 1.1, fov: 34 },
} as const;

/** A clip that the renderer of `../shared/tools/render` makes of a planted motion. */
export interface BackClipConfig {
  readonly name: string;
  readonly half: Half;
  readonly motion: keyof typeof backMotions;
  /** Left and right of the motion exchanged. */
  readonly mirrored?: boolean;
  readonly avatar: 'Asian_M' | 'Black_F' | 'Hispanic_M' | 'White_F' | 'White_M';
  readonly view?: 'back' | 'front';
  readonly mode?: 'treadmill' | 'overground';
  readonly fps: 30 | 60;
  readonly seconds: number;
  readonly picture: keyof typeof backPictures;
  readonly plant: Plant;
  /** The picture turned clockwise after it was rendered, as by a camera turned the other way. */
  readonly turnedDeg?: number;
}

const both = (value: number) => ({ left: value, right: value });

/** One avatar with three pelvic drops and otherwise alike. */
const drops = (
  name: string,
  config: Omit<BackClipConfig, 'name' | 'plant'>,
  eversionPeakDeg: Plant['eversionPeakDeg'],
): BackClipConfig[] =>
  [0, 4, 8].map((drop) => ({
    name: `${name}_drop${drop}`,
    ...config,
    plant: { pelvicDropDeg: both(drop), ...(eversionPeakDeg && { eversionPeakDeg }) },
  }));

/** One avatar with three eversions and otherwise alike. */
const eversions = (
  name: string,
  config: Omit<BackClipConfig, 'name' | 'plant'>,
  peaks: readonly number[],
): BackClipConfig[] =>
  peaks.map((peak) => ({ name: `${name}_ev${peak}`, ...config, plant: { eversionPeakDeg: both(peak) } }));

/** Pelvises that hang to one side or drop unlike, as runners have them and as planted; small and short, the outline asks for no more. */
const unevenPelvises = (
  [
    ['WhiteM_bml_own', { motion: 'bmclab', avatar: 'White_M' }, undefined],
    ['WhiteM_s01_300_drop6_0', { motion: 's01 3 m/s', avatar: 'White_M' }, { left: 6, right: 0 }],
    ['BlackF_bml_own', { motion: 'bmclab', mirrored: true, avatar: 'Black_F' }, undefined],
    ['BlackF_s01_200_drop0_7', { motion: 's01 2 m/s', avatar: 'Black_F' }, { left: 0, right: 7 }],
    ['WhiteF_bml_drop8_2', { motion: 'bmclab', avatar: 'White_F' }, { left: 8, right: 2 }],
    ['WhiteM_s01_200_own', { motion: 's01 2 m/s', mirrored: true, avatar: 'White_M' }, undefined],
  ] as const
).map(
  ([name, who, pelvicDropDeg]): BackClipConfig => ({
    name: `dev_back_${name}`,
    half: 'development',
    ...who,
    fps: 30,
    seconds: 2,
    picture: 'small',
    plant: { eversionPeakDeg: both(7), ...(pelvicDropDeg && { pelvicDropDeg }) },
  }),
);

const development: readonly BackClipConfig[] = [
  ...drops(
    'dev_back_WhiteF_s01_300',
    { half: 'development', motion: 's01 3 m/s', avatar: 'White_F', fps: 30, seconds: 3.2, picture: 'near' },
    both(7),
  ),
  ...eversions(
    'dev_back_BlackF_s01_300_60',
    { half: 'development', motion: 's01 3 m/s', avatar: 'Black_F', fps: 60, seconds: 2.6, picture: 'near' },
    [4, 9, 14],
  ),
  {
    name: 'dev_back_WhiteM_s01_200_valgus',
    half: 'development',
    motion: 's01 2 m/s',
    avatar: 'White_M',
    fps: 30,
    seconds: 3.4,
    picture: 'middle',
    plant: {
      pelvicDropDeg: { left: 7, right: 3 },
      eversionPeakDeg: { left: 10, right: 4 },
      hipRotationDeg: { left: 10, right: 0 },
      hipAdductionDeg: { left: 3, right: 0 },
    },
  },
  {
    name: 'dev_back_WhiteM_bml_away_30',
    half: 'development',
    motion: 'bmclab',
    avatar: 'White_M',
    mode: 'overground',
    fps: 30,
    seconds: 2.4,
    picture: 'away',
    plant: { pelvicDropDeg: both(5), eversionPeakDeg: both(7) },
  },
  {
    name: 'dev_front_WhiteF_s01_300',
    half: 'development',
    motion: 's01 3 m/s',
    avatar: 'White_F',
    view: 'front',
    fps: 30,
    seconds: 2.2,
    picture: 'small',
    plant: { pelvicDropDeg: both(5) },
  },
  {
    name: 'dev_back_BlackF_s01_200_turned',
    half: 'development',
    motion: 's01 2 m/s',
    mirrored: true,
    avatar: 'Black_F',
    fps: 30,
    seconds: 3.4,
    picture: 'far',
    turnedDeg: 3,
    plant: { pelvicDropDeg: both(5), eversionPeakDeg: both(7) },
  },
  ...drops(
    'dev_back_BlackF_bml',
    { half: 'development', motion: 'bmclab', avatar: 'Black_F', fps: 30, seconds: 2.8, picture: 'middle' },
    both(7),
  ),
  ...eversions(
    'dev_back_WhiteF_bml_30',
    {
      half: 'development',
      motion: 'bmclab',
      mirrored: true,
      avatar: 'White_F',
      fps: 30,
      seconds: 2.8,
      picture: 'near',
    },
    [2, 7, 12],
  ),
  ...eversions(
    'dev_back_WhiteF_s01_200_60',
    { half: 'development', motion: 's01 2 m/s', avatar: 'White_F', fps: 60, seconds: 2.4, picture: 'middle' },
    [4, 9],
  ),
  ...unevenPelvises,
];

const reporting: readonly BackClipConfig[] = [
  ...drops(
    'rep_back_HispM_bml',
    { half: 'reporting', motion: 'bmclab', avatar: 'Hispanic_M', fps: 30, seconds: 2.5, picture: 'near' },
    both(7),
  ),
  ...drops(
    'rep_back_AsianM_s01_200',
    {
      half: 'reporting',
      motion: 's01 2 m/s',
      mirrored: true,
      avatar: 'Asian_M',
      fps: 30,
      seconds: 2.7,
      picture: 'middle',
    },
    both(6),
  ),
  ...eversions(
    'rep_back_AsianM_bml_60',
    { half: 'reporting', motion: 'bmclab', mirrored: true, avatar: 'Asian_M', fps: 60, seconds: 2.6, picture: 'near' },
    [1, 8, 14],
  ),
  ...eversions(
    'rep_back_AsianM_s01_200_30',
    { half: 'reporting', motion: 's01 2 m/s', avatar: 'Asian_M', fps: 30, seconds: 2.7, picture: 'near' },
    [2, 9],
  ),
  {
    name: 'rep_back_HispM_s01_300_valgus',
    half: 'reporting',
    motion: 's01 3 m/s',
    mirrored: true,
    avatar: 'Hispanic_M',
    fps: 60,
    seconds: 2,
    picture: 'middle',
    plant: {
      pelvicDropDeg: { left: 3, right: 6 },
      eversionPeakDeg: { left: 5, right: 11 },
      hipRotationDeg: { left: 0, right: 9 },
      hipAdductionDeg: { left: -2, right: 3 },
    },
  },
  {
    name: 'rep_back_AsianM_s01_300_away_60',
    half: 'reporting',
    motion: 's01 3 m/s',
    avatar: 'Asian_M',
    mode: 'overground',
    fps: 60,
    seconds: 2,
    picture: 'away',
    plant: { pelvicDropDeg: both(5), eversionPeakDeg: both(8) },
  },
  {
    name: 'rep_back_HispM_s01_300_far_turned',
    half: 'reporting',
    motion: 's01 3 m/s',
    avatar: 'Hispanic_M',
    fps: 30,
    seconds: 2.6,
    picture: 'far',
    turnedDeg: -2,
    plant: { pelvicDropDeg: both(5), eversionPeakDeg: both(8) },
  },
  {
    name: 'rep_front_AsianM_s01_200',
    half: 'reporting',
    motion: 's01 2 m/s',
    avatar: 'Asian_M',
    view: 'front',
    fps: 30,
    seconds: 2.6,
    picture: 'small',
    plant: { pelvicDropDeg: both(4) },
  },
];

/**
 * Clips rendered from behind. Development and reporting share no avatar here (of those beside the project, which are all development, one
 * shows Hispanic_M), and the reporting half was chosen before any clip was looked at. The bench takes those that lie as `NAME/clip.mp4`
 * and `NAME/truth.json` in `back-clips` of the cache folder; `render-back-clips.ts` puts them there, given the renderer's folder with its
 * packages installed.
 */
export const backClipConfigs: readonly BackClipConfig[] = [...development, ...reporting];

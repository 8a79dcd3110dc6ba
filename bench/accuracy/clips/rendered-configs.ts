import type { Half } from './clip-with-truth.ts';

/** Motions that `side-motions.ts` reads or works out. */
export type SideMotionName = 's01 2 m/s' | 's01 3 m/s' | 's04 2 m/s' | 's04 3 m/s' | 'rbds 2.5 m/s' | 'bmclab';

/** A clip that the renderer of `../shared/tools/render` makes. */
export interface RenderedConfig {
  readonly name: string;
  readonly half: Half;
  readonly motion: SideMotionName;
  readonly avatar: 'Asian_M' | 'Black_F' | 'Hispanic_M' | 'White_F' | 'White_M';
  readonly mode: 'treadmill' | 'overground';
  readonly fps: 30 | 60;
  readonly seconds: number;
  /** 1 sees the runner's right side. */
  readonly camSide: 1 | -1;
  readonly picture: keyof typeof sidePictures;
  /** Factor on each joint's movement about its mean, both sides. */
  readonly gains?: Readonly<Record<string, number>>;
  /** Degrees added to a joint, both sides. */
  readonly offsets?: Readonly<Record<string, number>>;
}

/** What a picture shows: pixels, distance and height of the camera in metres, its angle in degrees. */
export const sidePictures = {
  landscape: { w: 960, h: 540, dist: 4.2, fov: 32 },
  far: { w: 960, h: 540, dist: 6, fov: 32, camH: 1.2 },
  passing: { w: 960, h: 540, dist: 6.5, fov: 34 },
  '720p': { w: 1280, h: 720, dist: 4.6, fov: 34 },
  portrait: { w: 540, h: 960, dist: 5.6, fov: 34 },
} as const;

/** Standing height of each avatar's mesh, metres. */
export const avatarHeightM: Readonly<Record<RenderedConfig['avatar'], number>> = {
  Asian_M: 1.812,
  Black_F: 1.742,
  Hispanic_M: 1.809,
  White_F: 1.738,
  White_M: 1.815,
};

const treadmill = (
  name: string,
  half: Half,
  config: Omit<RenderedConfig, 'name' | 'half' | 'mode' | 'picture'> & { readonly picture?: RenderedConfig['picture'] },
): RenderedConfig => ({ name, half, mode: 'treadmill', picture: 'landscape', ...config });

/**
 * Whose soles a clip shows: the avatar's `own`, as the renderer poses them, which sink into the ground, hover and slide; or soles that
 * were made to stand (`../rendering/stand-on-soles.ts`).
 */
export type Soles = 'own' | 'standing';

/** Folder of a clip in `dev-clips` of the cache folder. */
export const sideClipFolder = ({ name }: RenderedConfig, soles: Soles): string =>
  soles === 'own' ? name : `${name}_stand`;

/**
 * Clips that are rendered besides those of `../shared`: more avatars, runners, sides, sizes and feet. The reporting half was
 * chosen by avatar and motion before any was looked at: all of Hispanic_M, and all of the motion `s04 3 m/s`; the last eight, of
 * pairs of avatar and motion that the others lack (but for one, which `../shared` shows passing by), were made when all constants stood. `render-side-clips.ts` makes
 * them of two strides of the motion (one of bmclab), each with both soles. The bench takes those that are there.
 */
export const renderedConfigs: readonly RenderedConfig[] = [
  treadmill('dev_s04_200_BlackF_30', 'development', {
    motion: 's04 2 m/s',
    avatar: 'Black_F',
    fps: 30,
    seconds: 3.4,
    camSide: 1,
  }),
  treadmill('dev_s04_200_AsianM_30_far', 'development', {
    motion: 's04 2 m/s',
    avatar: 'Asian_M',
    fps: 30,
    seconds: 3.4,
    camSide: -1,
    picture: 'far',
  }),
  treadmill('dev_rbds_WhiteM_60', 'development', {
    motion: 'rbds 2.5 m/s',
    avatar: 'White_M',
    fps: 60,
    seconds: 2.6,
    camSide: -1,
  }),
  treadmill('dev_rbds_WhiteF_30_portrait', 'development', {
    motion: 'rbds 2.5 m/s',
    avatar: 'White_F',
    fps: 30,
    seconds: 3.2,
    camSide: 1,
    picture: 'portrait',
  }),
  treadmill('dev_bml_BlackF_30', 'development', {
    motion: 'bmclab',
    avatar: 'Black_F',
    fps: 30,
    seconds: 3,
    camSide: 1,
    picture: 'far',
  }),
  treadmill('dev_bml_WhiteF_60_dorsi', 'development', {
    motion: 'bmclab',
    avatar: 'White_F',
    fps: 60,
    seconds: 2.4,
    camSide: 1,
    picture: '720p',
    offsets: { ankle_angle: 7 },
  }),
  treadmill('dev_s01_300_WhiteF_30_hip', 'development', {
    motion: 's01 3 m/s',
    avatar: 'White_F',
    fps: 30,
    seconds: 3.2,
    camSide: 1,
    gains: { hip_flexion: 1.12, knee_angle: 1.05 },
    offsets: { ankle_angle: 4 },
  }),
  {
    name: 'dev_s01_300_BlackF_30_over',
    half: 'development',
    motion: 's01 3 m/s',
    avatar: 'Black_F',
    mode: 'overground',
    fps: 30,
    seconds: 2.4,
    camSide: -1,
    picture: 'passing',
  },
  treadmill('rep_s04_300_HispM_30', 'reporting', {
    motion: 's04 3 m/s',
    avatar: 'Hispanic_M',
    fps: 30,
    seconds: 3.4,
    camSide: 1,
  }),
  treadmill('rep_s04_300_BlackF_60', 'reporting', {
    motion: 's04 3 m/s',
    avatar: 'Black_F',
    fps: 60,
    seconds: 2.4,
    camSide: -1,
    picture: '720p',
  }),
  treadmill('rep_bml_HispM_60', 'reporting', {
    motion: 'bmclab',
    avatar: 'Hispanic_M',
    fps: 60,
    seconds: 2.4,
    camSide: -1,
  }),
  treadmill('rep_rbds_HispM_30_portrait', 'reporting', {
    motion: 'rbds 2.5 m/s',
    avatar: 'Hispanic_M',
    fps: 30,
    seconds: 3.2,
    camSide: -1,
    picture: 'portrait',
  }),
  treadmill('rep_s01_200_HispM_30', 'reporting', {
    motion: 's01 2 m/s',
    avatar: 'Hispanic_M',
    fps: 30,
    seconds: 3.4,
    camSide: 1,
    picture: 'far',
  }),
  {
    name: 'rep_s01_200_WhiteM_30_over',
    half: 'reporting',
    motion: 's01 2 m/s',
    avatar: 'White_M',
    mode: 'overground',
    fps: 30,
    seconds: 3,
    camSide: -1,
    picture: 'passing',
  },
  treadmill('rep_s01_300_AsianM_30', 'reporting', {
    motion: 's01 3 m/s',
    avatar: 'Asian_M',
    fps: 30,
    seconds: 3.2,
    camSide: -1,
  }),
  treadmill('rep_s04_300_WhiteF_60', 'reporting', {
    motion: 's04 3 m/s',
    avatar: 'White_F',
    fps: 60,
    seconds: 2.6,
    camSide: 1,
  }),
  treadmill('rep_s01_200_BlackF_30_portrait', 'reporting', {
    motion: 's01 2 m/s',
    avatar: 'Black_F',
    fps: 30,
    seconds: 3.4,
    camSide: 1,
    picture: 'portrait',
  }),
  treadmill('rep_bml_WhiteM_30', 'reporting', {
    motion: 'bmclab',
    avatar: 'White_M',
    fps: 30,
    seconds: 3,
    camSide: -1,
  }),
  treadmill('rep_rbds_AsianM_60', 'reporting', {
    motion: 'rbds 2.5 m/s',
    avatar: 'Asian_M',
    fps: 60,
    seconds: 2.6,
    camSide: 1,
    picture: '720p',
  }),
  {
    name: 'rep_s04_200_HispM_60_over',
    half: 'reporting',
    motion: 's04 2 m/s',
    avatar: 'Hispanic_M',
    mode: 'overground',
    fps: 60,
    seconds: 2.6,
    camSide: 1,
    picture: 'passing',
  },
  {
    name: 'rep_s04_300_WhiteM_30_over',
    half: 'reporting',
    motion: 's04 3 m/s',
    avatar: 'White_M',
    mode: 'overground',
    fps: 30,
    seconds: 2.2,
    camSide: 1,
    picture: 'passing',
  },
];

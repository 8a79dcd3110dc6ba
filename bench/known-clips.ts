import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A clip that something is known of. Those that may not be redistributed are left out where they are missing. */
export interface KnownClip {
  readonly name: string;
  readonly path: string;
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Pace that the treadmill shows, seconds per kilometre; null where it is not known. */
  readonly paceSPerKm: number | null;
  /** Cadence that was counted from the picture, steps per minute. */
  readonly cadenceSpm?: number;
  /** File with the exact truth of a rendered clip. */
  readonly truthPath?: string;
  /** Whether constants were set with this clip in view; the others are for reporting alone. */
  readonly development: boolean;
}

const root = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url));
/** Path of a file of the material beside the project. */
export const sharedDataPath = (name: string): string => `${root}../shared/data/${name}`;

const paceOf = (speedMps: number): number => Math.round(1000 / speedMps);

const rendered = (name: string, heightM: number, paceSPerKm: number | null, development: boolean): KnownClip => ({
  name,
  path: sharedDataPath(`rendered/${name}.mp4`),
  truthPath: sharedDataPath(`rendered/${name}.truth.json`),
  heightM,
  treadmill: paceSPerKm !== null,
  paceSPerKm,
  development,
});

/** Every clip that something is known of, whether it is on this machine or not. */
export const allKnownClips: readonly KnownClip[] = [
  {
    name: 'real man, treadmill, 30 fps',
    path: sharedDataPath('clips/treadmill_side_male_720x1280_30fps_9.9s.mp4'),
    heightM: 1.78,
    treadmill: true,
    paceSPerKm: 360,
    cadenceSpm: 168.9,
    development: false,
  },
  {
    name: 'real woman, overground, 30 fps, 1.6 s',
    path: sharedDataPath('clips/overground_side_female_480x352_30fps.mp4'),
    heightM: 1.7,
    treadmill: false,
    paceSPerKm: null,
    cadenceSpm: 189,
    development: false,
  },
  rendered('syn_side_treadmill_3mps_60fps', 1.815, paceOf(3.119), false),
  rendered('syn_side_treadmill_midfoot_60fps', 1.812, paceOf(2.787), false),
  rendered('syn_side_treadmill_2mps_30fps', 1.738, paceOf(1.942), true),
  rendered('syn_side_overground_3mps_60fps', 1.812, null, true),
];

/** The clips that lie beside the project on this machine. */
export const knownClips = (): KnownClip[] => allKnownClips.filter(({ path }) => existsSync(path));

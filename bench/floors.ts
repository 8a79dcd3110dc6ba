import type { NetworkId } from '../models/registry.ts';

/** A figure that must be reached, and the one that is aimed at. */
export interface Floor {
  /** What is measured, as the page says it. */
  readonly what: string;
  readonly unit: string;
  readonly floor: number;
  readonly aim: number;
  /** Whether a larger or a smaller figure is the better one. */
  readonly better: 'more' | 'less';
  /** Whether it is a whole number that was counted. */
  readonly counted?: true;
}

const times = (what: string, floor: number, aim: number): Floor => ({ what, unit: 'x', floor, aim, better: 'more' });
const rate = (what: string, floor: number, aim: number): Floor => ({ what, unit: 'fps', floor, aim, better: 'more' });

/** Inference of one network on one thread, against the same network as pose-detection runs it on tfjs WASM. */
export const inferenceFloor = (network: NetworkId): Floor =>
  times(`inference, one thread, ${network}, against pose-detection on tfjs WASM`, 3.5, 4.5);

/** The loop on decoded frames against pose-detection on tfjs WASM, BlazePose full. */
export const loopRatioFloor = times('loop, all cores, blazepose-full, against pose-detection on tfjs WASM', 5, 9);

/** The loop's frames per second. */
export const loopRateFloors: Readonly<Partial<Record<NetworkId, Floor>>> = {
  'blazepose-full': rate('loop, all cores, blazepose-full', 150, 200),
  'blazepose-heavy': rate('loop, all cores, blazepose-heavy', 34, 43),
  'movenet-lightning': rate('loop, all cores, movenet-lightning', 170, 225),
};

const seconds = (what: string, floor: number, aim: number): Floor => ({ what, unit: 's', floor, aim, better: 'less' });

/** Whole analyses. */
export const clipFloors = {
  ratio: {
    what: '1080p30, no video: wall / ((bare decode + bare inference, CPU) / cores)',
    unit: 'x',
    floor: 1.35,
    aim: 1.1,
    better: 'less',
  },
  withoutVideo: seconds('1080p30, process start to JSON, no annotated video', 4.8, 3.4),
  withVideo: seconds('1080p30, process start to JSON, annotated video and thumbnail', 9.5, 6.5),
  memory: { what: '1080p60, peak memory of all processes, PSS', unit: 'MB', floor: 700, aim: 400, better: 'less' },
} as const satisfies Record<string, Floor>;

/** The server, seen from outside. */
export const apiFloors = {
  poll: {
    what: 'GET …/results at 100 requests per second while an analysis runs, 99th percentile',
    unit: 'ms',
    floor: 25,
    aim: 10,
    better: 'less',
  },
  start: seconds('stridelab serve, process start to first answer', 1, 0.3),
} as const satisfies Record<string, Floor>;

/** The emulator, seen from outside. */
export const emulatorFloors = {
  start: { what: 'stridelab emulate, process start to first answer', unit: 'ms', floor: 300, aim: 200, better: 'less' },
  results: {
    what: 'emulator, GET …/results, of one core',
    unit: 'per second',
    floor: 2000,
    aim: 4000,
    better: 'more',
  },
  cycles: {
    what: 'emulator, from start by a poll to success, frozen time, of one core',
    unit: 'per second',
    floor: 1000,
    aim: 1500,
    better: 'more',
  },
} as const satisfies Record<string, Floor>;

/** The console, as a browser shows it. */
export const consoleFloors = {
  firstPaint: seconds('console, slowest page: navigation to first contentful paint', 1, 0.2),
  size: { what: 'console, largest page, compressed', unit: 'kB', floor: 300, aim: 150, better: 'less' },
  elsewhere: {
    what: 'console, requests to another address',
    unit: 'requests',
    floor: 0,
    aim: 0,
    better: 'less',
    counted: true,
  },
} as const satisfies Record<string, Floor>;

/** The signal core: everything from a clip's keypoints to its score. */
export const coreFloor: Floor = {
  what: 'signal core, 10 s at 30 fps, warm: clips per second of one core',
  unit: 'clips/s',
  floor: 200,
  aim: 250,
  better: 'more',
};

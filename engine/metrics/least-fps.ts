/**
 * Frames a second from which intervals hold what they promise, by what rests on them: below, errors grow and intervals do not
 * (docs/decisions/0026-low-frame-rates.md). Rates of files are a little off their names, as 23.976 is.
 */
export const leastFps = {
  /** Rhythm alone. */
  cadence: 8,
  /** Where the whole body is and how fast it goes. */
  body: 12,
  /** That someone runs at all: with fewer, runners are missed. */
  running: 15,
  /** Angles that change little in the time of a frame. */
  slowAngles: 15,
  /** The feet's events, and angles of the legs. */
  events: 20,
  /** The landing leg's knee, which gives way as soon as the foot stands. */
  landingKnee: 24,
} as const;

/** Whether a clip has clearly fewer frames a second than that. */
export const isBelow = (fps: number, least: number): boolean => fps < least - 0.5;

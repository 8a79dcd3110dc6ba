/** Frames per second that every screen shows. */
const shownFps = 60;

/** The annotated video shows every n-th frame of the clip: all up to 90 frames per second, from there about 60. */
export const frameStep = (fps: number): number => Math.max(1, Math.round(fps / shownFps));

import { type AccuracyPart, accuracyPage } from '../report/accuracy-page.ts';
import { type MeasurePart, measureParts } from '../report/measure-parts.ts';
import { writeMetricsPage } from '../report/metrics-page.ts';

/** Of how many clips a quick look takes one; of the plates' trials fewer. */
const quickEvery = 7;
/** Clips of each trial at each frame rate and noise. */
const plateSeeds = 6;

/** How each part is measured and told. */
const measure: Readonly<Record<AccuracyPart, MeasurePart>> = {
  async synthetic(progress, isQuick) {
    const { measureSyntheticRunners, syntheticSection } = await import('./synthetic/synthetic-section.ts');
    return syntheticSection(measureSyntheticRunners(isQuick ? quickEvery : 1, progress));
  },
  async plates(progress, isQuick) {
    const { trialsArePresent } = await import('./plates/trials.ts');
    if (!trialsArePresent()) return 'Not measured: the trials are not on this machine.';
    const { measureEveryPlate, platesSection } = await import('./plates/plates-section.ts');
    return platesSection(measureEveryPlate(isQuick ? 1 : plateSeeds, progress));
  },
  async clips(progress, isQuick) {
    const { clipsAccuracySection } = await import('./clips/clips-section.ts');
    const { standingClips } = await import('./clips/every-clip.ts');
    // They are measured last: one that cannot be read ends the bench at once.
    await standingClips();
    return clipsAccuracySection(isQuick ? quickEvery : 1, progress);
  },
  async back(progress, isQuick) {
    const { backSection, measureBack } = await import('./back/back-section.ts');
    return backSection(await measureBack(isQuick ? quickEvery : 1, progress));
  },
};

/** Measures some parts and writes each into docs/accuracy.md as soon as it is done; the page of metrics quotes them. */
export async function accuracyBench(ids: readonly AccuracyPart[], isQuick: boolean): Promise<void> {
  const quickLook = isQuick ? 'A quick look at some of the clips.' : null;
  await measureParts({ page: accuracyPage, ids, measure, quickLook });
  writeMetricsPage();
}

import { describe, expect, it } from 'vitest';
import { sharedDemoClip } from '../../test/support/shared-demo-clip.ts';
import { measureReading } from '../analyze-poses.ts';
import { lookAndMeasureClip, measureClip } from '../measure-clip.ts';
import { estimatePoses } from '../pose/estimate-poses.ts';
import { posesOf } from '../pose-file/open-poses.ts';
import { posesLines } from '../pose-file/poses-lines.ts';

describe('the belt of the demo clip', { timeout: 120_000 }, async () => {
  const { path, truth } = await sharedDemoClip();
  const clip = await estimatePoses(path, { network: 'blazepose-lite' });
  const request = { heightM: 1.75, treadmill: true, paceSPerKm: null, language: 'en' } as const;
  const analysis = await lookAndMeasureClip(clip, request);
  const { shoes } = analysis;

  it('goes as fast as it does, within 2 %, and surer than by the ankles', () => {
    const { value, halfWidth } = analysis.metrics.speedMps;
    expect(Math.abs((value ?? 0) / (truth.metrics.speedMps ?? 0) - 1)).toBeLessThan(0.02);
    expect(shoes?.length).toBeGreaterThanOrEqual(0.9 * analysis.gait.contacts.length);
    expect(halfWidth).toBeLessThan(0.8 * (measureClip(clip, request).metrics.speedMps.halfWidth ?? 0));
  });

  it('is looked at alike each time', async () => {
    expect((await lookAndMeasureClip(clip, request)).shoes).toStrictEqual(shoes);
  });

  it('is not looked at where the pace is told, or where nobody runs on a belt', async () => {
    expect((await lookAndMeasureClip(clip, { ...request, paceSPerKm: 330 })).shoes).toBeNull();
    expect((await lookAndMeasureClip(clip, { ...request, treadmill: false })).shoes).toBeNull();
  });

  it('is as fast from the poses file, without the clip', async () => {
    const terms = { ...request, view: 'side', fullBody: true } as const;
    const text = [...posesLines(analysis, terms, null)].join('');
    const reading = posesOf(Buffer.from(text));
    expect(reading.shoes).toStrictEqual(shoes);
    const again = await measureReading(reading, terms);
    expect(again.metrics).toStrictEqual(analysis.metrics);
    expect([...posesLines(again, terms, null)].join('')).toBe(text);
  });
});

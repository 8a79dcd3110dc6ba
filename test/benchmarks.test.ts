import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { consoleSection } from '../bench/console/console-section.ts';
import { coreClips } from '../bench/core/core-clips.ts';
import { coreSection } from '../bench/core/core-section.ts';
import { open as openCore } from '../bench/core/core-times.ts';
import {
  apiFloors,
  clipFloors,
  consoleFloors,
  coreFloor,
  emulatorFloors,
  inferenceFloor,
  loopRateFloors,
  loopRatioFloor,
} from '../bench/floors.ts';
import { measureFrameLoop } from '../bench/frame-loop/frame-loop.ts';
import { isYardstick } from '../bench/frame-loop/frame-loop-results.ts';
import { frameLoopSection, ratioOf } from '../bench/frame-loop/frame-loop-section.ts';
import { benchmarksPage, type SectionId, sections } from '../bench/report/benchmarks-page.ts';
import { sectionOf } from '../bench/report/sectioned-page.ts';
import { networkIds } from '../models/registry.ts';

describe('the bench of the frame loop', { timeout: 120_000 }, () => {
  // Pictures and networks are made for this test alone.
  beforeEach(() => {
    vi.stubEnv('STRIDELAB_CACHE', join(inject('runFolder'), 'bench-cache'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('sets our loop beside pose-detection in one run', async () => {
    const result = await measureFrameLoop({
      networks: ['movenet-lightning'],
      rounds: 1,
      turnMs: 1,
      stageFrames: 4,
      stride: { widthPx: 240, heightPx: 320, fps: 30 },
      stacks: [
        { of: 'stridelab', runtime: 'onnx' },
        { of: 'pose-detection', backend: 'wasm' },
      ],
      decode: false,
    });
    const [network] = result.networks;
    if (network === undefined) throw new Error('no network was measured');
    const ours = network.stacks.find(({ stack }) => !isYardstick(stack));
    if (ours === undefined) throw new Error('we were not measured');
    for (const what of ['inference', 'loop'] as const) {
      const ratio = ratioOf(network, ours, what);
      expect(ratio, what).toBeGreaterThan(0);
      expect(ratio, what).toBeLessThan(Number.POSITIVE_INFINITY);
    }
    for (const { loop } of network.stacks) expect(loop).toMatchObject({ value: { foundFraction: 1 } });
    const [stages] = network.stages;
    expect(stages?.stages).toMatchObject({ value: { warp: { length: 4 }, inference: { length: 4 } } });
    expect(stages?.allocation).toHaveProperty('value.heapBytes');
    expect(stages?.following).toHaveProperty('value.heapBytes');
    const floor = inferenceFloor('movenet-lightning').what;
    expect(frameLoopSection(result, networkIds)).toMatch(
      new RegExp(`^\\| ${floor} \\| \\*\\*[\\d.]+ x\\*\\* \\|`, 'm'),
    );
  });
});

describe('the bench of the signal core', () => {
  it.each(coreClips)('takes clips of $name from keypoints to score, stage by stage', async (clip) => {
    const times = await (await openCore(clip)).round(2);
    for (const [stage, ms] of Object.entries(times)) {
      expect(ms, stage).toHaveLength(2);
      for (const value of ms) expect(value, stage).toBeGreaterThan(0);
    }
    const section = coreSection([{ clip, turns: [{ cpuMs: 4, times }] }]);
    expect(section).toContain(`| ${coreFloor.what} | **250 clips/s** |`);
    expect(section).toMatch(new RegExp(`^\\| ${clip.name} \\| \\*\\*250\\*\\*`, 'm'));
  });
});

describe('the bench of the console', () => {
  it('holds the slowest and the largest page against the floors, and counts what was asked elsewhere', () => {
    const load = (firstPaintMs: number, bytes: number, elsewhere: readonly string[] = []) => ({
      firstPaintMs,
      bytes,
      elsewhere,
    });
    const section = consoleSection({
      browser: 'Chromium 1',
      pages: [
        { name: 'signing in', loads: [load(90, 80_000), load(110, 80_000), load(2000, 80_000)] },
        { name: 'a result', loads: [load(50, 301_000, ['http://example.com/']), load(60, 120_000), load(70, 120_000)] },
      ],
    });
    const { firstPaint, size, elsewhere } = consoleFloors;
    expect(section).toContain(`| ${firstPaint.what} | **0.11 s** | at most 1 s | 0.2 s | holds |`);
    expect(section).toContain(`| ${size.what} | **301 kB** | at most 300 kB | 150 kB | missed |`);
    expect(section).toContain(`| ${elsewhere.what} | **1 requests** | at most 0 requests | 0 requests | missed |`);
    expect(section).toContain('| signing in | **110** (90.0 to 2000) | 80.0 |');
  });
});

describe('docs/benchmarks.md', () => {
  const page = readFileSync('docs/benchmarks.md', 'utf8').replace(/ +\|/g, ' |');

  it.each(Object.keys(sections) as SectionId[])('has a section %s that says where it was measured', (id) => {
    const section = sectionOf(benchmarksPage, page, id);
    expect(section).toContain('Measured on ');
    expect(section).not.toContain('A quick look');
  });

  it('has a row for every floor', () => {
    const floors = [
      ...networkIds.map(inferenceFloor),
      loopRatioFloor,
      ...Object.values(loopRateFloors),
      ...Object.values(clipFloors),
      ...Object.values(apiFloors),
      ...Object.values(emulatorFloors),
      ...Object.values(consoleFloors),
      coreFloor,
    ];
    expect(floors.filter(({ what }) => !page.includes(`| ${what} |`))).toEqual([]);
  });

  it('sets every network against the processor', () => {
    const limit = sectionOf(benchmarksPage, page, 'limit') ?? '';
    expect(networkIds.filter((id) => !limit.includes(`| ${id} |`))).toEqual([]);
  });
});

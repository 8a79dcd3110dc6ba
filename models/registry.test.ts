import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elementCount } from './convert/graph-builder.ts';
import { modelIds, modelRegistry } from './registry.ts';
import { packageFolder } from './source-files.ts';

describe.each(modelIds)('%s', (id) => {
  const spec = modelRegistry[id];

  test('names the version and the files that are installed', async () => {
    const folder = packageFolder(spec.package.name);
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(version).toBe(spec.package.version);
    for (const { path, byteLength } of spec.files) expect((await stat(join(folder, path))).size).toBe(byteLength);
  });

  test('has as many keypoint names as its output has points', () => {
    const [{ shape }] = spec.outputs;
    const valuesPerPoint = { landmarks: 3, keypoints: 3, boxes: 2 }[spec.outputs[0].name] ?? 0;
    const boxValues = id === 'blazepose-detector' ? 4 : 0;
    const perPerson = id === 'blazepose-detector' ? shape[2] : elementCount(shape);
    expect((perPerson - boxValues) / valuesPerPoint).toBe(spec.keypoints.length);
    expect(new Set(spec.keypoints).size).toBe(spec.keypoints.length);
  });
});

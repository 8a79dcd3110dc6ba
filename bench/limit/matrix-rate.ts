import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOnnxSession } from '../../engine/pose/runtime/onnx-session.ts';
import { OnnxFile } from '../../models/convert/onnx-file.ts';
import type { Contender } from '../contender/contender.ts';
import { fillWithGradient } from '../frame-loop/our-inference.ts';

export interface MatrixRate {
  readonly gflops: number;
}

const side = 1536;

/** The rate at which ONNX Runtime multiplies large matrices on one core: the best of as many as are asked for. */
export async function open(): Promise<Contender<MatrixRate>> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-bench-'));
  const path = join(folder, 'matmul.onnx');
  const file = new OnnxFile();
  const right = new Float32Array(side * side);
  fillWithGradient(right, 1, 0);
  file.constant('right', [side, side], right);
  file.node('MatMul', ['left', 'right'], ['product']);
  const port = (name: string) => ({ name, type: 'float32', shape: [side, side] }) as const;
  await writeFile(path, file.finish('matrices', port('left'), [port('product')]));
  const session = await openOnnxSession(path, { inputName: 'left', inputShape: [side, side] });
  await rm(folder, { recursive: true });
  fillWithGradient(session.input, 1, 0);
  await session.run();
  return {
    async round(rounds) {
      let best = 0;
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        await session.run();
        best = Math.max(best, (2 * side ** 3) / (performance.now() - start) / 1e6);
      }
      return { gflops: best };
    },
  };
}

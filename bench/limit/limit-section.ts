import { figure, table } from '../report/table.ts';
import { type LimitResult, type MovingStage, peakGflops } from './measure-limit.ts';

/** What the page says of a run. */
export function limitSection({ core, decode, networks }: LimitResult): string {
  const peak = peakGflops(core);
  const share = (value: number, limit: number): string => `${figure((100 * value) / limit)} %`;
  const networkRows = networks.map(({ network, work, inferenceMs, leastInferenceMs }) => {
    const { flops, weightBytes, activationBytes } = work;
    const bytes = weightBytes + activationBytes;
    return [
      network,
      figure(flops / 1e9),
      figure(weightBytes / 1e6),
      figure(activationBytes / 1e6),
      figure(flops / bytes),
      figure(flops / peak / 1e6),
      figure(bytes / core.memoryGbps / 1e6),
      `${figure(inferenceMs)} (${figure(leastInferenceMs)})`,
      figure(flops / inferenceMs / 1e6),
      `**${share(flops / inferenceMs / 1e6, peak)}** (${share(flops / leastInferenceMs / 1e6, peak)})`,
    ];
  });
  const stageRows = [decode, ...networks.flatMap(({ stages }) => stages)].map(({ name, bytes, ms }: MovingStage) => [
    name,
    figure(bytes / 1e6),
    figure(ms),
    figure(bytes / core.memoryGbps / 1e6),
    figure(bytes / ms / 1e6),
    share(bytes / ms / 1e6, core.memoryGbps),
  ]);
  return [
    table(
      ['one core', 'measured', 'how'],
      [
        [
          'fused multiply-add',
          core.fma === null
            ? 'this Node has no such instruction'
            : `${figure(core.fma.fourLanes * core.fma.widening)} GFLOPS`,
          core.fma === null
            ? ''
            : `${figure(core.fma.fourLanes)} GFLOPS of four lanes (WebAssembly, twelve independent registers)${core.fma.widening === 2 ? ', twice that for the eight lanes of AVX2' : ''}`,
        ],
        ['large matrices', `${figure(core.matrixGflops)} GFLOPS`, 'ONNX Runtime, 1536 x 1536, one thread'],
        ['memory', `${figure(core.memoryGbps)} GB/s`, 'read plus written, copying 256 MB'],
      ],
    ),
    `*Peak* is the larger of the first two. All figures are the best of many tries for the core, and medians for the stages; in brackets the best frame.

### Networks

Operations are the convolutions' multiplications and additions, counted in the graph that is converted. Bytes are what would move if every operator read its inputs and weights from memory and wrote
its output there once; most of that stays in the caches, so it is an upper bound.`,
    table(
      [
        'network',
        'GFLOP',
        'weights, MB',
        'activations, MB',
        'FLOP per byte',
        'least ms by peak',
        'least ms by memory',
        'measured, ms',
        'GFLOPS',
        'of peak',
      ],
      networkRows,
    ),
    `### Stages that move bytes

Bytes: the decoder reads its stream, reads what a picture is predicted from once, and writes the picture; the warp reads the runner's square in 4:2:0 and writes the tensor; outputs are read once. Far from the
memory's limit means that a stage computes: entropy decoding and prediction, or sampling. Tracks and metrics touch a few hundred numbers per frame.`,
    table(['stage', 'MB per frame', 'measured, ms', 'least ms by memory', 'GB/s', 'of memory'], stageRows),
  ].join('\n\n');
}

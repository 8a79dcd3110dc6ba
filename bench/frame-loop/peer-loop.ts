import type { NetworkId } from '../../models/registry.ts';
import type { Contender } from '../contender/contender.ts';
import type { LoopPass } from '../our-loop.ts';
import type { PeerBackend } from '../peer/peer-backend.ts';
import { openReference } from '../peer/pose-detection.ts';
import { paintedStride, type StrideOptions } from '../pictures/painted-stride.ts';

export interface PeerLoopSpec {
  readonly network: NetworkId;
  readonly backend: PeerBackend;
  readonly stride: StrideOptions;
}

/** pose-detection as its documentation shows it: `createDetector` once, then `estimatePoses` frame by frame, smoothing on. */
export async function open({ network, backend, stride }: PeerLoopSpec): Promise<Contender<LoopPass>> {
  const { frames: pictures } = await paintedStride(stride);
  const peer = await openReference(network, { mode: 'video', backend });
  let shown = 0;
  return {
    async round(frames) {
      let found = 0;
      const start = performance.now();
      for (let frame = 0; frame < frames; frame++) {
        const rgb = pictures[shown++ % pictures.length];
        if ((await peer.estimate(rgb, stride.widthPx, stride.heightPx)) !== null) found++;
      }
      return { wallMs: performance.now() - start, foundFraction: found / frames };
    },
  };
}

import type { Keypoints } from '../keypoint-network.ts';
import type { InferenceSession } from '../runtime/inference-session.ts';
import { outputNames } from './check-ports.ts';
import type { NetworkDescription } from './description-schema.ts';
import { heatmapReader } from './heatmap-reader.ts';
import { regressionReader } from './regression-reader.ts';
import { simccReader } from './simcc-reader.ts';
import { unfit } from './unfit.ts';

/**
 * Reads the points off what a network has just put out, in pixels of its input: (0, 0) is the corner of the first pixel. Scores
 * come as the network gives them. A value that is no number makes a point NaN; points that have no row are left as they are.
 */
export type PointReader = (session: InferenceSession, points: Keypoints) => void;

/** How a network's output is to be read. */
export interface ReaderContext {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Points that the network gives. */
  readonly pointCount: number;
  /** The network's row of each of our keypoints, or -1. */
  readonly rows: Int32Array;
}

/**
 * The reader of the output that a description names.
 *
 * @param session Has run once, so that the outputs' lengths are known.
 * @throws StrideError `invalid_network_description` if an output has not the length that the description makes it; the reader
 *   itself, if an output comes with another length later.
 */
export function pointReader(description: NetworkDescription, rows: Int32Array, session: InferenceSession): PointReader {
  const read = readerOf(description, rows, session);
  const names = outputNames(description);
  const lengths = names.map((name) => session.output(name).length);
  return (session, points) => {
    for (let i = 0; i < names.length; i++) {
      const { length } = session.output(names[i]);
      if (length !== lengths[i])
        throw unfit(`${names[i]} has ${lengths[i]} numbers for one picture and ${length} for another`);
    }
    read(session, points);
  };
}

function readerOf(
  { input, output, keypoints }: NetworkDescription,
  rows: Int32Array,
  session: InferenceSession,
): PointReader {
  const { widthPx, heightPx } = input;
  const context: ReaderContext = { widthPx, heightPx, pointCount: keypoints.length, rows };
  const { heatmap, simcc, regression } = output;
  if (heatmap !== undefined) return heatmapReader(heatmap, context, session.output(heatmap.name).length);
  if (simcc !== undefined) {
    return simccReader(simcc, context, session.output(simcc.x).length, session.output(simcc.y).length);
  }
  if (regression !== undefined) return regressionReader(regression, context, session.output(regression.name).length);
  throw unfit('output is empty');
}

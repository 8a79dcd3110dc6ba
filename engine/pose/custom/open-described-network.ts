import { createHash } from 'node:crypto';
import { StrideError } from '../../errors/stride-error.ts';
import type { KeypointNetwork } from '../keypoint-network.ts';
import type { OpenOptions } from '../open-model.ts';
import type { InferenceSession } from '../runtime/inference-session.ts';
import { openOnnxSession } from '../runtime/onnx-session.ts';
import { checkPorts, inputShape, outputNames } from './check-ports.ts';
import { describedNetwork } from './described-network.ts';
import type { NetworkDescription } from './description-schema.ts';
import { keypointRows } from './keypoint-rows.ts';
import { type OnnxPorts, onnxPorts } from './onnx-ports.ts';
import { pointReader } from './point-reader.ts';
import { type ReadDescription, readDescription, readRegularFile } from './read-description.ts';
import { messageOf, unfit } from './unfit.ts';

const mostOnnxBytes = 1e9;

/**
 * Opens the network that a description names. What the description says is checked against the file, and by a run on an empty
 * picture.
 *
 * @throws StrideError `invalid_network_description`, `aborted`, or `invalid_option` for another runtime than ONNX Runtime.
 */
export async function openDescribedNetwork(
  path: string,
  { signal, onProgress, runtime = 'onnx' }: OpenOptions = {},
): Promise<KeypointNetwork> {
  if (runtime !== 'onnx') throw new StrideError('invalid_option', 'a described network runs in ONNX Runtime alone');
  const read = await readDescription(path);
  const { description, onnxPath } = read;
  const rows = keypointRows(description.keypoints);
  checkPorts(description, await portsOf(read));
  if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
  const session = await open(onnxPath, description);
  try {
    await firstRun(session, onnxPath);
    const network = describedNetwork(description, session, pointReader(description, rows, session));
    onProgress?.(1);
    return network;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Reads what goes in and out of the network's file, and checks its checksum. */
async function portsOf({ description, onnxPath }: ReadDescription): Promise<OnnxPorts> {
  const model = await readRegularFile(onnxPath, mostOnnxBytes);
  const wanted = description.sha256?.toLowerCase();
  if (wanted !== undefined && createHash('sha256').update(model).digest('hex') !== wanted) {
    throw unfit(`${onnxPath} does not have the checksum in sha256`);
  }
  try {
    return onnxPorts(model);
  } catch (cause) {
    throw unfit(`${onnxPath} is not an ONNX network: ${messageOf(cause)}`, cause);
  }
}

async function open(onnxPath: string, description: NetworkDescription): Promise<InferenceSession> {
  try {
    return await openOnnxSession(onnxPath, {
      inputName: description.input.name,
      inputShape: inputShape(description),
      outputNames: outputNames(description),
    });
  } catch (cause) {
    throw unfit(`ONNX Runtime cannot open ${onnxPath}: ${messageOf(cause)}`, cause);
  }
}

async function firstRun(session: InferenceSession, onnxPath: string): Promise<void> {
  try {
    session.input.fill(0);
    await session.run();
  } catch (cause) {
    throw unfit(`ONNX Runtime cannot run ${onnxPath}: ${messageOf(cause)}`, cause);
  }
}

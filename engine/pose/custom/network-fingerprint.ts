import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NetworkChoice } from './network-choice.ts';

/**
 * What tells one network from another: an id as it is, of a described network the SHA-256 of its description and its file,
 * wherever they lie.
 *
 * @throws StrideError `invalid_network_description`.
 */
export async function networkFingerprint(choice: NetworkChoice): Promise<string> {
  if (typeof choice === 'string') return choice;
  const { readDescription } = await import('./read-description.ts');
  const { description, onnxPath } = await readDescription(choice.descriptionPath);
  const onnx = createHash('sha256').update(await readFile(onnxPath));
  return createHash('sha256').update(JSON.stringify(description)).update(onnx.digest()).digest('hex');
}

import type { Precision } from '../../../models/model-spec.ts';
import { type ModelId, modelIds, modelRegistry } from '../../../models/registry.ts';
import { StrideError } from '../../errors/stride-error.ts';

/**
 * In what a network computes in ONNX Runtime. The person detector, which is seldom asked, always computes in real numbers.
 *
 * @throws StrideError `invalid_option` if the network has no form in 8-bit integers.
 */
export function precisionIn(runtime: 'onnx' | 'onnx-int8', id: ModelId): Precision {
  if (runtime === 'onnx' || id === 'blazepose-detector') return 'float32';
  if (modelRegistry[id].int8Ranges !== undefined) return 'int8';
  const able = modelIds.filter((other) => modelRegistry[other].int8Ranges !== undefined);
  throw new StrideError('invalid_option', `onnx-int8 carries ${able.join(' and ')}, not ${id}`);
}

import type { Job } from '../protocol.ts';
import { decodeLimits, encodeLimits, type ProcessLimits, probeLimits, renderLimits } from './process-limits.ts';

const limits: Readonly<Record<Job['kind'], ProcessLimits>> = {
  probe: probeLimits,
  decode: decodeLimits,
  crop: decodeLimits,
  render: renderLimits,
  encode: encodeLimits,
};

/** What the process of a job may take. */
export const limitsOf = ({ kind }: Job): ProcessLimits => limits[kind];

import { StrideError } from '../../engine/errors/stride-error.ts';

/**
 * Refuses a place that is no data folder.
 *
 * @throws StrideError `invalid_option`.
 */
export function refuseDatabase(place: string): void {
  if (!/^postgres(ql)?:/.test(place)) return;
  throw new StrideError(
    'invalid_option',
    'the store is in PostgreSQL, whose own tools back it up; docs/guides/operate.md says how',
  );
}

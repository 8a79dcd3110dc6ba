import { StrideError } from '../../engine/errors/stride-error.ts';
import { migrations } from './migrations.ts';

/** What an opening process may do to a store of an older version: bring it to today's shape, after which no older one can use it. */
export type ShapePolicy = 'bring to today’s' | 'leave as it is';

export interface ShapeOptions {
  /** What is done to a store of an older version; it is brought to today's shape by default. */
  readonly policy?: ShapePolicy;
}

/**
 * The steps that a store lacks.
 *
 * @param done How many it has; 0 of a new one, which is made in every case.
 * @param place What it is called in the message: `its store`, `its schema`.
 * @throws StrideError with the code where a newer version wrote it, or an older one and it is to be left as it is.
 */
export function stepsLacking(
  done: number,
  policy: ShapePolicy,
  { code, place }: { readonly code: 'data_dir_unusable' | 'database_unusable'; readonly place: string },
): readonly string[] {
  const known = migrations.length;
  if (done > known) throw new StrideError(code, `${place} has version ${done}, this StrideLab knows ${known}`);
  if (done > 0 && done < known && policy === 'leave as it is')
    throw new StrideError(code, `${place} has version ${done}, this StrideLab’s have ${known}`, {
      advice:
        'Use the version that its server runs. `stridelab serve` of this one brings it to today’s shape, with which no older one can work: back up first, and stop all older servers and workers.',
    });
  return migrations.slice(done);
}

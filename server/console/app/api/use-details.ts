import { isMissing } from './refused.ts';
import { useLoaded } from './use-loaded.ts';

export interface DetailsState {
  /** Null where an analysis has none, being of an older version. */
  readonly details: unknown;
  /** Whether it is known what there is. */
  readonly isSettled: boolean;
  readonly error: unknown;
  readonly reload: () => void;
}

/** The `details.json` of an analysis; nothing is asked while `id` is null. */
export function useDetails(id: string | null): DetailsState {
  const { body, error, reload } = useLoaded<unknown>(
    id === null ? null : `/analyses/${encodeURIComponent(id)}/details`,
  );
  const isKept = !isMissing(error);
  return { details: body, isSettled: body !== null || !isKept, error: isKept ? error : null, reload };
}

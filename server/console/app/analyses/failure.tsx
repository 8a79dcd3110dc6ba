import type { FailureReason } from '../../../contract/schemas/results.ts';
import { useWords } from '../words/use-words.ts';

/** Why an analysis failed, and what to do. */
export function Failure({ reason }: { readonly reason: FailureReason | null }) {
  const { reasons } = useWords();
  const code = reason?.code ?? 'internal_error';
  const known = code in reasons ? reasons[code as keyof typeof reasons] : null;
  if (known === null) return <p class="finding finding-bad">{reason?.message}</p>;
  const [what, toDo] = known;
  return (
    <p class="finding finding-bad">
      <strong>{what}</strong> {toDo}
    </p>
  );
}

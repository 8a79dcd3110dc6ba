import type { ConsoleKey } from '../../api/account.ts';
import { dateOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';

interface KeyTableProps {
  readonly keys: readonly ConsoleKey[];
  readonly onAsk: (key: ConsoleKey, action: 'rotate' | 'revoke') => void;
}

/** The keys there are and were. */
export function KeyTable({ keys, onAsk }: KeyTableProps) {
  const { language, words } = useSpoken();
  const { keys: told, common } = words;
  return (
    <table class="numbers stacked">
      <thead>
        <tr>
          <th scope="col">{told.label}</th>
          <th scope="col">{told.begins}</th>
          <th scope="col">{common.date}</th>
          <th scope="col">{told.state}</th>
          <th scope="col">{common.actions}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.keyId} class={key.revokedAtMs === null ? undefined : 'gone'}>
            <th scope="row">{key.label ?? '–'}</th>
            <td data-label={told.begins}>
              <code>{key.prefix}…</code>
            </td>
            <td data-label={common.date}>{dateOf(key.createdAtMs, language)}</td>
            <td data-label={told.state}>
              {key.revokedAtMs === null ? told.active : `${told.revoked}, ${dateOf(key.revokedAtMs, language)}`}
            </td>
            <td class="buttons">
              {key.revokedAtMs === null
                ? (['rotate', 'revoke'] as const).map((action) => (
                    <button
                      key={action}
                      type="button"
                      aria-label={told.ofKey(told[action], key.label ?? key.prefix)}
                      onClick={() => onAsk(key, action)}
                    >
                      {told[action]}
                    </button>
                  ))
                : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

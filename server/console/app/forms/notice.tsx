import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly kind: 'good' | 'warning' | 'bad' | 'plain';
  readonly children: ComponentChildren;
}

const signs = { good: '✓', warning: '!', bad: '×', plain: 'i' } as const;

/** Something to know, told at once to screen readers when it is bad, else when there is a pause. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <span class="sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div>{children}</div>
    </div>
  );
}

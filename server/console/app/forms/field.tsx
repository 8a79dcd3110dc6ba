import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly name: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with the value. */
  readonly fault?: string | null;
  readonly type?: 'text' | 'password' | 'email' | 'url';
  readonly autocomplete?: 'off' | 'username' | 'current-password' | 'new-password';
  readonly inputMode?: 'decimal';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** An input with its label, its hint and what is wrong with it, told to screen readers too. */
export function Field({ label, hint, fault, onValue, ...input }: FieldProps) {
  const id = useId();
  // The element's own types know each kind of input, but not one that is chosen.
  const attributes = input as { readonly type?: 'text' };
  const told = [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        aria-describedby={told || undefined}
        aria-invalid={fault ? 'true' : undefined}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
        {...attributes}
      />
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}

import type { FieldError } from '../../contract/schemas/errors.ts';

/** Clients take some 16 KB of headers, all of them together: so many violations are told, and so many letters of them. */
const [mostTold, mostLetters] = [20, 6000];
/** Of one name or message. */
const mostTextLetters = 100;

/** Headers that tell a request's violations, the first of them where there are many; the journal keeps all. */
export function violationHeaders(violations: readonly FieldError[]): Readonly<Record<string, string>> {
  if (violations.length === 0) return {};
  const told: string[] = [];
  let letters = 0;
  for (const violation of violations.slice(0, mostTold)) {
    const json = asciiJson(shortened(violation));
    letters += json.length;
    if (letters > mostLetters) break;
    told.push(json);
  }
  return {
    'stridelab-contract-violations': `[${told.join(',')}]`,
    'stridelab-contract-violations-count': String(violations.length),
  };
}

const shortened = ({ loc, msg, type }: FieldError): FieldError => ({
  loc: loc.map((step) => (typeof step === 'string' ? shortText(step) : step)),
  msg: shortText(msg),
  type,
});

const shortText = (text: string): string =>
  text.length > mostTextLetters ? `${text.slice(0, mostTextLetters - 1)}…` : text;

/** JSON in the letters that a header may hold. */
const asciiJson = (value: FieldError): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

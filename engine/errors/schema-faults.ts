import type { TLocalizedValidationError } from 'typebox/error';

/** Something about a value that its schema does not allow. */
export interface SchemaFault {
  /** Names and indices that lead to it; empty for the value itself. */
  readonly path: readonly string[];
  /** As a sentence about it, without its name. */
  readonly message: string;
}

/**
 * A validator's faults in words for a reader who does not have the schema: of a property that is not known the validator says that a
 * schema is false, and once more of the object that has it; of a choice it does not say between what.
 */
export function schemaFaults(errors: readonly TLocalizedValidationError[]): SchemaFault[] {
  const unknown = new Set(errors.filter(isUnknown).map(({ instancePath }) => instancePath.replace(/\/[^/]*$/, '')));
  return errors
    .filter(({ keyword, instancePath }) => keyword !== 'additionalProperties' || !unknown.has(instancePath))
    .map((error) => ({ path: pathOf(error.instancePath), message: wordsOf(error) }));
}

const isUnknown = ({ keyword }: TLocalizedValidationError): boolean => keyword === 'boolean';

function wordsOf(error: TLocalizedValidationError): string {
  if (isUnknown(error)) return 'is no known property';
  if (error.keyword !== 'enum') return error.message;
  return `must be one of ${error.params.allowedValues.map((value) => String(value)).join(', ')}`;
}

/** Steps of a JSON pointer. */
const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

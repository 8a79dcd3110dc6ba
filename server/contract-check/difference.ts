import type { DecisionId } from '../contract/decisions/catalogue.ts';

export const differenceKinds = [
  'path_missing',
  'path_extra',
  'method_missing',
  'method_extra',
  'parameter_missing',
  'parameter_extra',
  'parameter_name',
  'parameter_required',
  'body_missing',
  'body_extra',
  'body_required',
  'content_type_missing',
  'content_type_extra',
  'status_missing',
  'status_extra',
  'header_missing',
  'header_extra',
  'property_missing',
  'property_extra',
  'required',
  'type',
  'values',
  'format',
  'limit',
  'default',
  'additional_properties',
  'variant_missing',
  'variant_extra',
  'unspecified',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** One place where the two contracts say different things. `missing` and `extra` are said of ours. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Whether a client that was written for theirs can trip over ours. */
  readonly breaking: boolean;
  readonly method: string | null;
  /** As theirs writes it, or as ours where theirs has none. */
  readonly path: string;
  /** Such as `request body multipart/form-data` or `answer 200 application/json`. */
  readonly part: string;
  /** Within the body, such as `subjects[].name`; empty for the whole. */
  readonly place: string;
  readonly theirs: string;
  readonly ours: string;
  /** The decisions of docs/known-differences.md that the place rests on. */
  readonly decisions: readonly DecisionId[];
}

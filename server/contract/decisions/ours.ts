import type { DecisionId } from './catalogue.ts';

/** Marks a schema as our decision, where the vendor documents nothing: `x-decision` in the OpenAPI document. */
export const ours = (id: DecisionId): { readonly 'x-decision': DecisionId } => ({ 'x-decision': id });

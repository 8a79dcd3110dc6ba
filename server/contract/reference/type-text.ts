import type { SchemaObject } from '../openapi/openapi-types.ts';

/** A schema's type in words, with links to named schemas: `number, 0.5 to 2.5, or null`. */
export function typeText(schema: SchemaObject): string {
  return schema.nullable === true ? `${plainText(schema)}, or null` : plainText(schema);
}

function plainText(schema: SchemaObject): string {
  const { $ref, allOf, anyOf, items } = schema;
  if (typeof $ref === 'string') return linkTo($ref);
  const parts = (allOf ?? anyOf) as readonly SchemaObject[] | undefined;
  if (parts !== undefined) return parts.map(typeText).join(' or ');
  if (Array.isArray(schema.enum))
    return schema.enum
      .filter((value) => value !== null)
      .map((value) => `\`${value}\``)
      .join(', ');
  if (items !== undefined) return `array${countText(schema)} of ${typeText(items as SchemaObject)}`;
  return [schema.format ?? schema.type, limitText(schema)].filter((text) => text !== '').join(', ');
}

const linkTo = (ref: string): string => {
  const name = ref.split('/').at(-1) ?? '';
  return `[${name}](#${name.toLowerCase()})`;
};

const countText = ({ minItems, maxItems }: SchemaObject): string =>
  minItems !== undefined && minItems === maxItems ? ` of ${minItems}:` : '';

function limitText({ minimum, maximum, maxLength, pattern }: SchemaObject): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  if (maxLength !== undefined) return `at most ${maxLength} characters`;
  return pattern === undefined ? '' : `\`${pattern}\``;
}

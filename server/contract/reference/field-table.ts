import type { SchemaObject } from '../openapi/openapi-types.ts';
import { typeText } from './type-text.ts';

/** An object's fields as a Markdown table; those of objects without a name of their own follow as `outer.inner`. */
export function fieldTable(schema: SchemaObject): string[] {
  const rows = fieldRows(schema, '');
  return rows.length === 0 ? ['An object without fields.'] : ['| field | type | meaning |', '|---|---|---|', ...rows];
}

function fieldRows(schema: SchemaObject, prefix: string): string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, SchemaObject>>;
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries(properties).flatMap(([name, field]) => [
    `| \`${prefix}${name}\`${required.includes(name) ? '' : ' (optional)'} | ${typeText(field)} | ${meaning(field)} |`,
    ...(field.properties === undefined ? [] : fieldRows(field, `${prefix}${name}.`)),
  ]);
}

/** What a field means, its default, and whether it is our decision. */
function meaning(field: SchemaObject): string {
  const decision = field['x-decision'];
  return [
    field.description,
    field.default === undefined ? '' : `Default \`${field.default}\`.`,
    typeof decision === 'string' ? `[Ours](../known-differences.md#${decision}).` : '',
  ]
    .filter((text) => typeof text === 'string' && text !== '')
    .join(' ');
}

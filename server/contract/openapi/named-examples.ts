import type { ExampleObject } from './openapi-types.ts';

/** Examples with their names as summaries. */
export const named = (examples: Readonly<Record<string, unknown>>): Record<string, ExampleObject> =>
  Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name, { summary: name.replaceAll('_', ' '), value }]),
  );

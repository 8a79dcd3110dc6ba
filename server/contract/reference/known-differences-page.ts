import { decisions } from '../decisions/catalogue.ts';
import { decisionsOf } from '../openapi/schema-decisions.ts';
import { operations } from '../operations/operations.ts';

/** `docs/known-differences.md`: every decision, why, and how to have it otherwise. */
export function knownDifferencesPage(): string {
  const sections = Object.entries(decisions).flatMap(([id, { subject, what, why, change }]) => {
    const touched = operations.filter((operation) => decisionsOf(operation).some((known) => known === id));
    return [
      '',
      `## ${id}`,
      '',
      `**${subject}.** ${what}`,
      '',
      `Why: ${why}`,
      '',
      `To change it: ${change}.`,
      ...(touched.length === 0
        ? []
        : [
            '',
            `Touches: ${touched.map(({ id: name, method, path }) => `[\`${method} ${path}\`](reference/api.md#${name.toLowerCase()})`).join(', ')}`,
          ]),
    ];
  });
  return `${[
    '# Known differences from the vendor',
    '',
    'Written by `npm run docs` from `server/contract/decisions/catalogue.ts`; change it there.',
    '',
    'We match exactly what the vendor documents. This page lists our decisions where that documentation is silent; each is implemented in one place. The ids are stable: the OpenAPI document names them in `x-decision` and `x-decisions`, and `stridelab contract check` in its reports.',
    ...sections,
  ].join('\n')}\n`;
}

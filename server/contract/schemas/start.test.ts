import { expect, it } from 'vitest';
import { StartFormSchema } from './start.ts';

it('has the fields and defaults of the contract', () => {
  const defaults = Object.entries(StartFormSchema.properties).map(([name, field]) => [
    name,
    'default' in field ? field.default : undefined,
  ]);
  expect(Object.fromEntries(defaults)).toEqual({
    analysis_type: 'side_view',
    subject_id: undefined,
    height: 1.7,
    weight: 70,
    pace: undefined,
    language: 'en',
    treadmill: false,
    full_body: true,
    notify_via_webhook: false,
    video: undefined,
  });
});

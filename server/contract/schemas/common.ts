import { Type } from 'typebox';
import { Nullable } from './nullable.ts';

/** An analysis, as bodies call it. Paths call the same value `analysis_id`. */
export const VideoIdSchema = Type.String({ format: 'uuid', description: 'The analysis; `analysis_id` in paths.' });

/** A moment, in UTC and whole seconds: `2025-03-20T15:30:00Z`. */
export const TimestampSchema = Type.String({
  format: 'date-time',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
  description: 'UTC, whole seconds.',
  examples: ['2025-03-20T15:30:00Z'],
});

/** 0 to 1; null when what it rests on was withheld. */
export const ScoreNumberSchema = Nullable(Type.Number({ minimum: 0, maximum: 1, description: '1 is best.' }));

/** Lowest and highest angle of a range. */
export const RangeSchema = Type.Tuple([Type.Number(), Type.Number()], {
  description: 'Lowest and highest angle, degrees.',
});

import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { TimestampSchema } from './common.ts';
import { closed, Nullable } from './nullable.ts';
import { heightLimits, weightLimits } from './start.ts';

const heightText = 'Standing height in metres.';
const weightText = 'Weight in kilograms.';

/** What a client says of a subject. A field left out stays as it is, null clears it; at creation both leave it empty. */
export const SubjectFieldsSchema = Type.Object(
  {
    email: Type.Optional(
      Nullable(
        Type.String({
          format: 'email',
          maxLength: 254,
          description: 'In any script; the domain has a dot.',
          examples: ['mia@example.com'],
        }),
      ),
    ),
    name: Type.Optional(
      Nullable(Type.String({ maxLength: 200, description: 'In any script.', examples: ['Mia Krüger'] })),
    ),
    height: Type.Optional(Nullable(Type.Number({ ...heightLimits, description: heightText, examples: [1.68] }))),
    weight: Type.Optional(Nullable(Type.Number({ ...weightLimits, description: weightText, examples: [58.5] }))),
  },
  { title: 'SubjectFields' },
);

/** A subject as it is got and listed; its id is called `id` here and `subject_id` everywhere else. */
export const SubjectSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    email: Nullable(Type.String()),
    name: Nullable(Type.String()),
    height: Nullable(Type.Number({ description: heightText })),
    weight: Nullable(Type.Number({ description: weightText })),
    created_at: TimestampSchema,
  },
  { ...closed, title: 'Subject' },
);

export const SubjectListSchema = Type.Object(
  { subjects: Type.Array(SubjectSchema, { description: 'Oldest first, without deleted ones.' }) },
  { ...closed, title: 'SubjectList' },
);

/** The answer 201. */
export const SubjectCreatedSchema = Type.Object(
  { subject_id: Type.String({ format: 'uuid' }), created_at: TimestampSchema },
  { ...closed, title: 'SubjectCreated' },
);

export const SubjectUpdatedSchema = Type.Object(
  { message: Type.Literal('Subject updated') },
  { ...closed, title: 'SubjectUpdated' },
);

export const SubjectDeletedSchema = Type.Object(
  { message: Type.Literal('Subject deleted') },
  { ...closed, title: 'SubjectDeleted', ...ours('subject_delete') },
);

export type SubjectFields = Static<typeof SubjectFieldsSchema>;
export type SubjectBody = Static<typeof SubjectSchema>;

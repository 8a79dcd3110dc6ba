import { Type } from 'typebox';
import { closed } from '../schemas/nullable.ts';
import { defineOperation } from './operation.ts';

/** `GET /healthz`. */
export const getHealth = defineOperation({
  id: 'getHealth',
  method: 'GET',
  path: '/healthz',
  tag: 'Service',
  summary: 'Whether the server is well',
  description: 'Answers 200 when the server and its store answer.',
  open: true,
  answers: {
    200: {
      description: 'It is.',
      schema: Type.Object({ status: Type.Literal('ok') }, { ...closed, title: 'Health' }),
      examples: { ok: { status: 'ok' } },
    },
  },
  errors: [],
  decisions: ['own_paths'],
});

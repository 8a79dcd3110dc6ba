import { Type } from 'typebox';
import { closed } from '../schemas/nullable.ts';
import { defineOperation } from './operation.ts';

/** `GET /healthz`. */
export const getHealth = defineOperation({
  id: 'getHealth',
  method: 'GET',
  path: '/healthz',
  tag: 'Service',
  summary: 'Whether the server is alive',
  description:
    'For supervisors that restart a hanging server: 200 as long as it answers at all. `/readyz` says whether it can take requests.',
  open: true,
  answers: {
    200: {
      description: 'It does.',
      schema: Type.Object({ status: Type.Literal('ok') }, { ...closed, title: 'Health' }),
      examples: { ok: { status: 'ok' } },
    },
  },
  errors: [],
  decisions: ['own_paths'],
});

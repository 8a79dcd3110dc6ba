import { Type } from 'typebox';
import { closed } from '../schemas/nullable.ts';
import { defineOperation } from './operation.ts';

/** `GET /healthz`. */
export const getHealth = defineOperation({
  id: 'getHealth',
  method: 'GET',
  path: '/healthz',
  tag: 'Service',
  summary: 'Whether the server lives',
  description:
    'For whoever restarts a server that hangs: 200 as long as it answers at all. Whether it can take requests, `/readyz` tells.',
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

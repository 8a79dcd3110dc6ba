import { Type } from 'typebox';
import { closed } from '../schemas/nullable.ts';
import { defineOperation } from './operation.ts';

/** `GET /readyz`. */
export const getReadiness = defineOperation({
  id: 'getReadiness',
  method: 'GET',
  path: '/readyz',
  tag: 'Service',
  summary: 'Whether the server can take requests now',
  description:
    'For load balancers. 503 with a code while the server is stopping, its store does not answer, its disk is nearly full, or it cannot run analyses.',
  open: true,
  answers: {
    200: {
      description: 'It can.',
      schema: Type.Object({ status: Type.Literal('ready') }, { ...closed, title: 'Readiness' }),
      examples: { ready: { status: 'ready' } },
    },
  },
  errors: ['stopping', 'store_unavailable', 'disk_nearly_full', 'workers_unable'],
  decisions: ['own_paths'],
});

import { Type } from 'typebox';
import { defineOperation } from './operation.ts';

/** `GET /llms.txt`. */
export const getLlmsTxt = defineOperation({
  id: 'getLlmsTxt',
  method: 'GET',
  path: '/llms.txt',
  tag: 'Service',
  summary: 'An index for coding agents',
  description: 'What the API does, endpoint by endpoint, in a page of Markdown.',
  open: true,
  answers: {
    200: {
      description: 'Markdown.',
      schema: Type.String(),
      type: 'text/plain',
      examples: { beginning: '# StrideLab Partner API\n' },
    },
  },
  errors: [],
  decisions: ['own_paths'],
});

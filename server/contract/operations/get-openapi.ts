import { Type } from 'typebox';
import { defineOperation } from './operation.ts';

/** `GET /openapi.yaml`. */
export const getOpenApi = defineOperation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.yaml',
  tag: 'Service',
  summary: 'This document',
  description: 'The OpenAPI 3.0 description of every endpoint.',
  open: true,
  answers: {
    200: {
      description: 'OpenAPI 3.0.3.',
      schema: Type.String(),
      type: 'application/yaml',
      examples: { beginning: 'openapi: 3.0.3\n' },
    },
  },
  errors: [],
  decisions: ['own_paths'],
});

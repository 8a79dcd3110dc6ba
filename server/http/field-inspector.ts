import type { FastifyRequest } from 'fastify';
import type { FieldError } from '../contract/schemas/errors.ts';

/**
 * Told which fields a request has sent, as they came, and which its schema knows.
 *
 * @returns What the request is refused for beside what its schema says; nothing to let it pass.
 */
export type FieldInspector = (
  request: FastifyRequest,
  sent: Readonly<Record<string, unknown>>,
  known: readonly string[],
) => readonly FieldError[];

import type { FastifyRequest } from 'fastify';
import { startAnalysis } from '../../contract/operations/start-analysis.ts';
import type { FieldError } from '../../contract/schemas/errors.ts';

/** Parameters that every query may have. */
const everywhere = ['apiKey'];

/** What a request breaks of the contract, beside unknown fields: what it is refused for, and what is passed over in silence. */
export function requestViolations(
  request: FastifyRequest,
  status: number,
  answer: string | undefined,
): readonly FieldError[] {
  const { operation } = request.routeOptions.config ?? {};
  if (operation === undefined)
    return [
      { loc: ['path'], msg: `${request.method} ${request.url.split('?')[0]} is no endpoint`, type: 'unknown_path' },
    ];
  return [
    ...unknownParameters(request),
    ...oldSpelling(request),
    ...idleFields(request),
    ...refusedFields(status, answer),
  ];
}

function unknownParameters(request: FastifyRequest): FieldError[] {
  const { operation } = request.routeOptions.config;
  const known = [...(operation?.open === true ? [] : everywhere), ...Object.keys(operation?.query?.properties ?? {})];
  return Object.keys(request.query as object)
    .filter((name) => !known.includes(name))
    .map((name) => ({ loc: ['query', name], msg: 'No parameter of this request', type: 'extra_forbidden' }));
}

function oldSpelling(request: FastifyRequest): FieldError[] {
  const { operation } = request.routeOptions.config;
  const [path] = request.url.split('?');
  const alias = operation?.aliases?.find((spelling) => spelling === path.replace(/\/+$/, ''));
  if (alias === undefined) return [];
  return [{ loc: ['path'], msg: `${alias} is the older spelling of ${operation?.path}`, type: 'deprecated' }];
}

/** Fields that the contract gives a meaning only together with others. */
function idleFields(request: FastifyRequest): FieldError[] {
  if (request.routeOptions.config.operation !== startAnalysis) return [];
  const fields = request.visit?.fields ?? {};
  const isTrue = (value: unknown): boolean => /^(true|1|on|t|y|yes)$/i.test(String(value ?? ''));
  const found: FieldError[] = [];
  if (fields.pace !== undefined && fields.pace !== '' && !isTrue(fields.treadmill))
    found.push({ loc: ['body', 'pace'], msg: 'Has no effect unless treadmill is true', type: 'no_effect' });
  if (fields.full_body !== undefined && fields.full_body !== '' && fields.analysis_type !== 'back_view')
    found.push({ loc: ['body', 'full_body'], msg: 'Has no effect on a side view', type: 'no_effect' });
  return found;
}

/** Wrong fields are named in the answer already; unknown ones have been noted before. */
function refusedFields(status: number, answer: string | undefined): FieldError[] {
  if (status !== 422 || answer === undefined) return [];
  const { detail } = JSON.parse(answer) as { readonly detail: readonly FieldError[] };
  return detail.filter(({ type }) => type !== 'extra_forbidden');
}

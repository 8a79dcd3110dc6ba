import type { FastifyInstance } from 'fastify';
import { getLlmsTxt } from '../../contract/operations/get-llms-txt.ts';
import { getOpenApi } from '../../contract/operations/get-openapi.ts';
import { addRoute } from '../add-route.ts';
import { baseUrl } from '../base-url.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /openapi.yaml` and `GET /llms.txt`: this server described for programs and for coding agents. */
export function serviceDocumentRoutes(app: FastifyInstance, context: ServerContext): void {
  addRoute(app, getOpenApi, async ({ request }) => {
    // Only loaded when it is asked for: the server starts without it.
    const { openApiYaml } = await import('../../contract/openapi/openapi-yaml.ts');
    return { status: 200, type: 'application/yaml; charset=utf-8', stream: openApiYaml(baseUrl(context, request)) };
  });
  addRoute(app, getLlmsTxt, async ({ request }) => {
    const { llmsTxt } = await import('../../contract/reference/llms-txt.ts');
    return { status: 200, type: 'text/plain; charset=utf-8', stream: llmsTxt(baseUrl(context, request)) };
  });
}

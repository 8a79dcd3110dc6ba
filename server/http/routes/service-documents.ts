import type { FastifyInstance } from 'fastify';
import { getLlmsTxt } from '../../contract/operations/get-llms-txt.ts';
import { getOpenApi } from '../../contract/operations/get-openapi.ts';
import { llmsTxt } from '../../contract/reference/llms-txt.ts';
import { addRoute } from '../add-route.ts';
import { baseUrl } from '../base-url.ts';
import type { ServerContext } from '../server-context.ts';

/** Stands in the documents for the address that a request came to. */
const placeholder = 'http://this-server.invalid';

/** `GET /openapi.yaml` and `GET /llms.txt`: this server described for programs and for coding agents. */
export function serviceDocumentRoutes(app: FastifyInstance, context: ServerContext): void {
  // Written once, when it is first asked for: the server starts without it, and writing it takes a tenth of a second.
  let yaml: Promise<string> | null = null;
  const template = async (): Promise<string> => {
    const { openApiYaml } = await import('../../contract/openapi/openapi-yaml.ts');
    return openApiYaml(placeholder);
  };
  addRoute(app, getOpenApi, async ({ request }) => {
    yaml ??= template();
    // JSON's quotes are YAML's: whatever a client sends as its host stays a text.
    const url = JSON.stringify(baseUrl(context, request));
    return {
      status: 200,
      type: 'application/yaml; charset=utf-8',
      stream: (await yaml).replace(placeholder, () => url),
    };
  });
  addRoute(app, getLlmsTxt, async ({ request }) => ({
    status: 200,
    type: 'text/plain; charset=utf-8',
    stream: llmsTxt(baseUrl(context, request)),
  }));
}

import type { FastifyInstance } from 'fastify';
import { getLlmsTxt } from '../../contract/operations/get-llms-txt.ts';
import { getOpenApi } from '../../contract/operations/get-openapi.ts';
import { llmsTxt } from '../../contract/reference/llms-txt.ts';
import { addRoute } from '../add-route.ts';
import { baseUrl } from '../base-url.ts';
import type { ServerContext } from '../server-context.ts';
import { SharedDocument } from '../shared-document.ts';

/** Stands in the documents for the address that a request came to. */
const placeholder = 'http://this-server.invalid';

/** `GET /openapi.yaml` and `GET /llms.txt`: this server described for programs and for coding agents. */
export function serviceDocumentRoutes(app: FastifyInstance, context: ServerContext): void {
  // Written once, when it is first asked for: the server starts without it, and writing it takes a tenth of a second.
  let openApi: Promise<SharedDocument> | null = null;
  const template = async (): Promise<SharedDocument> => {
    const { openApiYaml } = await import('../../contract/openapi/openapi-yaml.ts');
    return new SharedDocument(openApiYaml(placeholder), placeholder);
  };
  addRoute(app, getOpenApi, async ({ request, reply }) => {
    openApi ??= template();
    // JSON's quotes are YAML's: whatever a client sends as its host stays a text.
    const { sizeBytes, stream } = (await openApi).filled(JSON.stringify(baseUrl(context, request)));
    reply.header('content-length', sizeBytes);
    return { status: 200, type: 'application/yaml; charset=utf-8', stream };
  });
  const index = new SharedDocument(llmsTxt(placeholder), placeholder);
  addRoute(app, getLlmsTxt, async ({ request, reply }) => {
    const { sizeBytes, stream } = index.filled(baseUrl(context, request));
    reply.header('content-length', sizeBytes);
    return { status: 200, type: 'text/plain; charset=utf-8', stream };
  });
}

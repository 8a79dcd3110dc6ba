import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldError } from '../../contract/schemas/errors.ts';
import { toSuccessBody } from '../../contract/success-body.ts';
import { findAnalysis, findFinished } from '../../http/find-analysis.ts';
import { FieldsError, HttpError } from '../../http/http-error.ts';
import { mediaLinks } from '../../http/media-links.ts';
import type { ServerContext } from '../../http/server-context.ts';
import { startUpload } from '../../http/start-upload.ts';
import type { ShownAnalysis } from '../../store/analysis-pages.ts';
import { outputVideoName, thumbnailName } from '../../store/media-files.ts';
import type {
  ConsoleAnalysis,
  ConsoleAnalysisList,
  ConsoleMedia,
  ConsoleResults,
  StartedAnalysis,
} from '../api/analyses.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { type ConsoleAnswer, consoleRoute } from '../http/console-route.ts';
import { consoleMedia } from './console-media.ts';
import { sendJsonFile } from './send-json-file.ts';

/** Analyses on a page, and at most. */
const [defaultLimit, mostLimit] = [50, 200];

/** Lists, single analyses, what came out of them, and deleting them. */
export function analysisRoutes(app: FastifyInstance, context: ServerContext, own: ConsoleContext): void {
  const named = (partnerId: string, id: string) => ({ partnerId, params: { analysis_id: id } });
  consoleRoute(app, 'GET', '/analyses', async ({ partnerId, request }): Promise<ConsoleAnswer<ConsoleAnalysisList>> => {
    const { subjectId, limit, before } = pageQuery(request);
    const found = await own.analysisPages.page(partnerId, { subjectId, limit: limit + 1, before });
    const page = found.slice(0, limit);
    const analyses = page.map((record) => analysisBody(record, mediaOf(context, own, record)));
    return { status: 200, body: { analyses, next: found.length > limit ? (page.at(-1)?.id ?? null) : null } };
  });
  consoleRoute(app, 'GET', '/analyses/:id', async ({ partnerId, id }): Promise<ConsoleAnswer<ConsoleAnalysis>> => {
    const record = await findAnalysis(context, named(partnerId, id));
    return { status: 200, body: analysisBody(record, await presentMedia(context, own, record)) };
  });
  consoleRoute(app, 'DELETE', '/analyses/:id', async ({ partnerId, id }) => {
    if (!(await context.eraseAnalysis(id, partnerId))) throw new HttpError('analysis_not_found');
    return { status: 204 };
  });
  consoleRoute(
    app,
    'GET',
    '/analyses/:id/results',
    async ({ partnerId, id, request }): Promise<ConsoleAnswer<ConsoleResults>> => {
      const record = await findFinished(context, named(partnerId, id));
      const results = toSuccessBody(id, record.result, await mediaLinks(context, record, request));
      return { status: 200, body: { results, calculatedData: record.result.calculatedData } };
    },
  );
  consoleRoute(app, 'GET', '/analyses/:id/details', async ({ partnerId, id, request, reply }) => {
    const file = await own.details(await findFinished(context, named(partnerId, id)));
    if (file === null) throw new ConsoleError('details_not_found');
    await sendJsonFile(file, request, reply);
    return null;
  });
}

/** `POST /console/api/analyses`: as `POST /analysis/start`, for the partner of whoever is signed in. */
export function consoleStartRoute(app: FastifyInstance, context: ServerContext): void {
  consoleRoute(
    app,
    'POST',
    '/analyses',
    async ({ partnerId, request }): Promise<ConsoleAnswer<StartedAnalysis>> => ({
      status: 202,
      body: { id: await startUpload(context, partnerId, request) },
    }),
  );
}

function analysisBody(record: ShownAnalysis, media: ConsoleMedia | null): ConsoleAnalysis {
  const { id, status, percentage, analysisType, subjectId, clipName, createdAtMs, heightM, weightKg } = record;
  const { treadmill, pace, fullBody, language, reason, unmeasured } = record;
  return {
    id,
    status,
    percentage,
    analysisType,
    subjectId,
    clipName,
    createdAtMs,
    heightM,
    weightKg,
    treadmill,
    pace,
    fullBody,
    language,
    reason,
    unmeasured,
    media,
  };
}

const mediaOf = (context: ServerContext, own: ConsoleContext, record: ShownAnalysis): ConsoleMedia | null =>
  record.status === 'success' ? consoleMedia(context, record, own.linkLifetimeS) : null;

/** The same, without links to files that are no longer there. */
async function presentMedia(
  context: ServerContext,
  own: ConsoleContext,
  record: ShownAnalysis,
): Promise<ConsoleMedia | null> {
  const media = mediaOf(context, own, record);
  if (media === null) return null;
  const [hasVideo, hasThumbnail] = await Promise.all([
    context.media.has(record, outputVideoName(record.id)),
    context.media.has(record, thumbnailName(record.id)),
  ]);
  return { videoUrl: hasVideo ? media.videoUrl : null, thumbnailUrl: hasThumbnail ? media.thumbnailUrl : null };
}

function pageQuery(request: FastifyRequest) {
  const query = request.query as Readonly<Record<string, unknown>>;
  const errors: FieldError[] = [];
  const text = (name: string): string | null => {
    const value = query[name];
    if (value === undefined || value === '') return null;
    if (typeof value === 'string') return value.toLowerCase();
    errors.push({ loc: ['query', name], msg: 'Input should be a valid string', type: 'string_type' });
    return null;
  };
  const [subjectId, before, limitText] = [text('subjectId'), text('before'), text('limit')];
  const limit = limitText === null ? defaultLimit : Number(limitText);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostLimit)
    errors.push({
      loc: ['query', 'limit'],
      msg: `Input should be a whole number from 1 to ${mostLimit}`,
      type: 'value_error',
    });
  if (errors.length > 0) throw new FieldsError(errors);
  return { subjectId, before, limit };
}

import type { FastifyInstance } from 'fastify';
import { getFrameData } from '../../contract/operations/get-frame-data.ts';
import { addRoute } from '../add-route.ts';
import { findFinished } from '../find-analysis.ts';
import { HttpError } from '../http-error.ts';
import type { ServerContext } from '../server-context.ts';

const lines = 'application/x-ndjson';

/** `GET /analysis/{analysis_id}/results/frame_data`: what was seen in every frame, as one object or line by line. */
export function frameDataRoute(app: FastifyInstance, context: ServerContext): void {
  addRoute(app, getFrameData, async (call) => {
    const frames = await context.frameData(await findFinished(context, call));
    if (frames === null) throw new HttpError('frame_data_not_found');
    call.reply.header('vary', 'accept');
    return asksForLines(call.request.headers.accept)
      ? { status: 200, type: lines, stream: frames.ndjson() }
      : { status: 200, type: 'application/json; charset=utf-8', stream: frames.json() };
  });
}

/** Whoever names the type wants it, unless it is named to be ruled out. */
const asksForLines = (accept: string | undefined): boolean =>
  (accept ?? '').split(',').some((range) => {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return type === lines && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { defaultLimits, probeVideo } from '../../../engine/video/probe.ts';
import { uploadRefusal } from '../../contract/errors.ts';
import type { FieldError } from '../../contract/schemas/errors.ts';
import type { Started, StartFields } from '../../contract/schemas/start.ts';
import { FieldsError, HttpError } from '../http-error.ts';
import { type ReceivedForm, type ReceivedVideo, receiveForm } from '../receive-form.ts';
import type { ServerContext } from '../server-context.ts';
import { readStartFields } from '../start-fields.ts';
import { Turnstile } from '../turnstile.ts';

/** Videos that are looked into at a time: each takes a process of its own. */
const mostProbes = 2;

/** `POST /analysis/start`: takes a video, checks it, and answers once the analysis can no longer be lost. */
export function startRoute(app: FastifyInstance, context: ServerContext): void {
  const probes = new Turnstile(mostProbes);
  app.post('/analysis/start', async (request, reply) => {
    const form = await receiveForm(request, context.dir.uploadsDir, defaultLimits.maxBytes);
    try {
      const { fields, video } = accepted(form);
      refuseUnknownLinks(fields);
      await probes.run(() => checkVideo(video.path));
      const id = randomUUID();
      await addAnalysis(context, request, id, fields, video);
      context.onQueued();
      const body: Started = { message: `Analysis started for ID: ${id}`, video_id: id };
      return reply.code(202).send(body);
    } catch (error) {
      if (form.video !== null) await rm(form.video.path, { force: true });
      throw error;
    }
  });
}

function accepted(form: ReceivedForm): { readonly fields: StartFields; readonly video: ReceivedVideo } {
  const { fields, errors } = readStartFields(form.values);
  const { video } = form;
  if (video !== null && errors.length === 0) return { fields, video };
  throw new FieldsError(video === null ? [videoError(form), ...errors] : errors);
}

function videoError({ values }: ReceivedForm): FieldError {
  const loc = ['body', 'video'];
  return values.has('video')
    ? { loc, msg: 'Value error, expected a file, received text', type: 'value_error' }
    : { loc, msg: 'Field required', type: 'missing' };
}

/** No subject and no webhook can be saved yet, so none is known. */
function refuseUnknownLinks(fields: StartFields): void {
  if (fields.subject_id !== undefined) throw new HttpError('subject_not_found');
  if (fields.notify_via_webhook) throw new HttpError('webhook_not_configured');
}

async function checkVideo(path: string): Promise<void> {
  try {
    await probeVideo(path, { limits: defaultLimits });
  } catch (error) {
    const refusal = error instanceof StrideError ? uploadRefusal(error) : null;
    throw refusal === null ? error : new HttpError(refusal.name, refusal.detail);
  }
}

async function addAnalysis(
  { analyses }: ServerContext,
  { partnerId }: FastifyRequest,
  id: string,
  fields: StartFields,
  video: ReceivedVideo,
): Promise<void> {
  await analyses.add({
    id,
    partnerId,
    analysisType: fields.analysis_type,
    subjectId: null,
    heightM: fields.height,
    weightKg: fields.weight,
    pace: fields.pace ?? null,
    language: fields.language,
    treadmill: fields.treadmill,
    fullBody: fields.full_body,
    notifyViaWebhook: fields.notify_via_webhook,
    uploadName: video.name,
    createdAtMs: Date.now(),
  });
}

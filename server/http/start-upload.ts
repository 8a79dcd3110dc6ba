import type { FastifyRequest } from 'fastify';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { uploadRefusal } from '../contract/errors.ts';
import type { FieldError } from '../contract/schemas/errors.ts';
import { type StartFields, StartFormSchema } from '../contract/schemas/start.ts';
import { OutcomeUnknownError } from '../store/sql-database.ts';
import { clipNameOf } from './clip-name.ts';
import { findSubject } from './find-subject.ts';
import { FieldsError, HttpError } from './http-error.ts';
import { type ReceivedForm, receiveForm } from './receive-form.ts';
import type { ServerContext } from './server-context.ts';
import { readStartFields } from './start-fields.ts';
import type { VideoIntake } from './video-intake.ts';

/**
 * Takes a video of a partner with the fields of `POST /analysis/start`, checks it, and answers once the analysis can no longer be lost.
 *
 * @returns The analysis's id.
 * @throws HttpError and FieldsError as the contract names them.
 */
export async function startUpload(context: ServerContext, partnerId: string, request: FastifyRequest): Promise<string> {
  const leave = await context.admission?.enter(partnerId);
  try {
    return await start(context, partnerId, request);
  } finally {
    leave?.();
  }
}

async function start(context: ServerContext, partnerId: string, request: FastifyRequest): Promise<string> {
  const { videos, newId, onQueued } = context;
  const id = newId();
  const form = await receiveForm(request, videos, id);
  try {
    const unknown = context.inspectFields?.(request, sentIn(form), knownFields) ?? [];
    const { fields, videoName } = accepted(form, unknown);
    const subjectId = await linkedSubject(context, partnerId, fields);
    await checkWebhook(context, partnerId, fields);
    await checkVideo(videos, videoName, partnerId);
    await addAnalysis(context, {
      ...{ id, partnerId, subjectId, fields, videoName },
      clipName: clipNameOf(form.fileNames.get('video')),
      requestId: request.id,
    });
    onQueued(id);
    return id;
  } catch (error) {
    // What may have been added after all needs its video; what was not leaves one for the sweep.
    if (form.videoName !== null && !(error instanceof OutcomeUnknownError)) await videos.discard(form.videoName);
    throw error;
  }
}

/** Fields by their names, a file by what the client calls it. */
const sentIn = ({ values, fileNames }: ReceivedForm): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries([...values].map(([name, sent]) => [name, sent.at(-1)])),
  ...Object.fromEntries(fileNames),
});

const knownFields = Object.keys(StartFormSchema.properties);

function accepted(
  form: ReceivedForm,
  unknown: readonly FieldError[],
): { readonly fields: StartFields; readonly videoName: string } {
  const { fields, errors: wrong } = readStartFields(form.values);
  const { videoName } = form;
  const errors = [...wrong, ...unknown];
  if (videoName !== null && errors.length === 0) return { fields, videoName };
  throw new FieldsError(videoName === null ? [videoError(form), ...errors] : errors);
}

function videoError({ values }: ReceivedForm): FieldError {
  const loc = ['body', 'video'];
  return values.has('video')
    ? {
        loc,
        msg: 'Value error, expected a file, received text; the part of a file has a filename',
        type: 'value_error',
      }
    : { loc, msg: 'Field required', type: 'missing' };
}

async function linkedSubject(
  context: ServerContext,
  partnerId: string,
  { subject_id: id }: StartFields,
): Promise<string | null> {
  return id === undefined ? null : (await findSubject(context, partnerId, id)).id;
}

async function checkWebhook({ webhooks }: ServerContext, partnerId: string, fields: StartFields): Promise<void> {
  if (!fields.notify_via_webhook) return;
  const settings = await webhooks.get(partnerId);
  if (settings?.enabled !== true) throw new HttpError('webhook_not_configured');
}

async function checkVideo(videos: VideoIntake, name: string, partnerId: string): Promise<void> {
  try {
    await videos.check(name, partnerId);
  } catch (error) {
    const refusal = error instanceof StrideError ? uploadRefusal(error) : null;
    throw refusal === null ? error : new HttpError(refusal.name, refusal.detail);
  }
}

interface Start {
  readonly id: string;
  readonly partnerId: string;
  readonly subjectId: string | null;
  readonly fields: StartFields;
  readonly videoName: string;
  readonly clipName: string | null;
  readonly requestId: string;
}

async function addAnalysis(
  { analyses, now }: ServerContext,
  { id, partnerId, subjectId, fields, videoName, clipName, requestId }: Start,
): Promise<void> {
  const added = await analyses.add({
    id,
    partnerId,
    analysisType: fields.analysis_type,
    subjectId,
    heightM: fields.height,
    weightKg: fields.weight,
    pace: fields.pace ?? null,
    language: fields.language,
    treadmill: fields.treadmill,
    fullBody: fields.full_body,
    notifyViaWebhook: fields.notify_via_webhook,
    uploadName: videoName,
    clipName,
    requestId,
    createdAtMs: now(),
  });
  if (added === 'insufficient_credits') throw new HttpError('insufficient_credits');
}

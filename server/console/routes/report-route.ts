import { mkdir, rm } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { type Language, languages } from '../../../engine/score/language.ts';
import { findFinished } from '../../http/find-analysis.ts';
import { FieldsError } from '../../http/http-error.ts';
import type { ServerContext } from '../../http/server-context.ts';
import { Turnstile } from '../../http/turnstile.ts';
import type { AnalysisRecord } from '../../store/analysis-record.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { consoleRoute } from '../http/console-route.ts';

/** Reports that are made at a time: each decodes an annotated video for its key frames. */
const atATime = 1;

/** `GET …/report?language=de`: an analysis as one HTML file to keep, print or mail, as `stridelab report` writes it. */
export function reportRoute(
  app: FastifyInstance,
  context: ServerContext,
  { scratchPath }: Pick<ConsoleContext, 'scratchPath'>,
): void {
  const desk = new Turnstile(atATime);
  consoleRoute(app, 'GET', '/analyses/:id/report', async ({ partnerId, id, request, reply }) => {
    const language = languageOf(request);
    const record = await findFinished(context, { partnerId, params: { analysis_id: id } });
    const signal = goneSignal(reply);
    const html = await desk.run(() => reportOf(record, language, { context, scratchPath, signal }), partnerId);
    await reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${record.id}-report.html"`)
      .send(html);
    return null;
  });
}

interface ReportWork extends Pick<ConsoleContext, 'scratchPath'> {
  readonly context: ServerContext;
  readonly signal: AbortSignal;
}

/** @throws ConsoleError `details_not_found` of an analysis of before they were kept. */
async function reportOf(
  record: AnalysisRecord,
  language: Language | undefined,
  { context, scratchPath, signal }: ReportWork,
): Promise<string> {
  signal.throwIfAborted();
  // What decodes videos is loaded when the first report is asked for.
  const [{ storedReportSource }, { reportHtml }] = await Promise.all([
    import('../../report/stored-report-source.ts'),
    import('../../report/report-html.ts'),
  ]);
  const folder = scratchPath();
  try {
    await mkdir(folder, { mode: 0o700 });
    const source = await storedReportSource(record.id, context, folder);
    return await reportHtml(source, { language, name: await nameOf(record, context), signal });
  } catch (error) {
    if (error instanceof StrideError && error.code === 'report_source_unusable')
      throw new ConsoleError('details_not_found');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the runner; nobody is named where there is none, or no longer. */
async function nameOf(
  { partnerId, subjectId }: AnalysisRecord,
  { subjects }: ServerContext,
): Promise<string | undefined> {
  const subject = subjectId === null ? null : await subjects.find(partnerId, subjectId);
  return subject?.name ?? undefined;
}

/** Ends the work for somebody who no longer waits for it. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

/** @throws FieldsError */
function languageOf(request: FastifyRequest): Language | undefined {
  const { language } = request.query as { readonly language?: unknown };
  if (language === undefined) return undefined;
  const found = languages.find((one) => one === language);
  if (found === undefined)
    throw new FieldsError([
      { loc: ['query', 'language'], msg: `Input should be one of ${languages.join(', ')}`, type: 'enum' },
    ]);
  return found;
}

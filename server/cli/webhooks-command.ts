import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { idOfPartner, withStores } from '../accounts/operator-stores.ts';
import type { Reader } from '../config/setting.ts';
import { addressPolicy } from '../webhooks/address-policy.ts';
import { isDelivered } from '../webhooks/is-delivered.ts';
import { openPost } from '../webhooks/open-post.ts';
import { sendTestEvent } from '../webhooks/send-test-event.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { moment, printJson, printTable } from './print.ts';
import { loadedSettings } from './setting-options.ts';

interface PartnerOption extends DataOptions {
  readonly partner: string;
}

interface SecretOptions extends PartnerOption {
  readonly rotate?: true;
}

/** `stridelab webhooks`: what webhooks are saved and what became of their events, also while a server runs on the folder. */
export function webhooksCommand(): Command {
  return new Command('webhooks')
    .description('Manage webhooks: addresses, secrets, undelivered events.')
    .addCommand(listCommand())
    .addCommand(deadCommand())
    .addCommand(retryCommand())
    .addCommand(testCommand())
    .addCommand(secretCommand());
}

const ofPartner = (name: string, description: string, more: readonly Reader[] = []): Command =>
  dataCommand(name, description, more).requiredOption('--partner <name>', 'the partner with the webhook (required)');

const listCommand = (): Command =>
  dataCommand('list', 'List the saved webhooks, with numbers of waiting and given-up events.').action(
    async ({ data, json }: DataOptions) => {
      const webhooks = await withStores(data, (stores) => stores.webhooks.list());
      const rows = webhooks.map(({ partner, url, enabled, updatedAtMs, waiting, dead }) => ({
        partner,
        url,
        enabled,
        updated_at: moment(updatedAtMs),
        waiting,
        dead,
      }));
      if (json) printJson(rows);
      else
        printTable(
          ['Partner', 'URL', 'Enabled', 'Saved', 'Waiting', 'Given up'],
          rows.map((row) => Object.values({ ...row, enabled: row.enabled ? 'yes' : 'no' })),
        );
    },
  );

const deadCommand = (): Command =>
  dataCommand('dead', 'List the events that were given up after 24 hours, newest first.').action(
    async ({ data, json }: DataOptions) => {
      const events = await withStores(data, (stores) => stores.webhooks.listDead());
      const rows = events.map((event) => ({
        event_id: event.id,
        analysis_id: event.analysisId,
        event: event.event,
        sequence: event.sequence,
        created_at: moment(event.createdAtMs),
        attempts: event.attempts,
        last_status: event.lastStatus,
        last_error: event.lastError,
      }));
      if (json) printJson(rows);
      else
        printTable(
          ['Id', 'Analysis', 'Event', 'Sequence', 'Created', 'Attempts', 'Last status', 'Last answer'],
          rows.map(Object.values),
        );
    },
  );

const retryCommand = (): Command =>
  dataCommand(
    'retry',
    'Retry events that were given up, for another 24 hours. A running server picks them up within a minute.',
  )
    .argument('<id...>', 'the events’ ids, from `stridelab webhooks dead`')
    .action(async (ids: readonly string[], { data, json }: DataOptions) => {
      const revived = await withStores(data, async ({ webhooks }) => {
        const waiting: string[] = [];
        for (const id of ids) if (await webhooks.revive(id, Date.now())) waiting.push(id);
        return waiting;
      });
      if (json) printJson({ revived });
      else process.stdout.write(revived.map((id) => `${id} waits again.\n`).join(''));
      const unknown = ids.filter((id) => !revived.includes(id));
      if (unknown.length > 0)
        throw new StrideError(
          'invalid_option',
          `not among the events given up: ${unknown.join(', ')}; \`stridelab webhooks dead\` lists them`,
        );
    });

const testCommand = (): Command =>
  ofPartner('test', 'Post a test event to a partner’s webhook, and show the answer and its latency.', [
    'webhooks',
  ]).action(async ({ data, partner, json }: PartnerOption, command: Command) => {
    const { webhookHttp, webhookAllow } = loadedSettings(command).values;
    const post = openPost(addressPolicy(webhookHttp, webhookAllow), Date.now);
    const settings = await withStores(data, async (stores) => stores.webhooks.get(await idOfPartner(stores, partner)));
    if (settings === null) throw noWebhook(partner);
    const tested = await sendTestEvent(settings, post, { id: randomUUID(), now: Date.now });
    const { status, error, latencyMs } = tested;
    if (json) printJson({ url: settings.url, status, error, latency_ms: latencyMs });
    else process.stdout.write(`${settings.url}\n${status === null ? error : `HTTP ${status}`}, ${latencyMs} ms\n`);
    if (!isDelivered(status)) throw new StrideError('webhook_unreachable', error ?? undefined);
  });

const secretCommand = (): Command =>
  ofPartner('secret', 'Show the secret that signs a partner’s events.')
    .option('--rotate', 'make a new one first; the old one stops working at once')
    .action(async ({ data, partner, json, rotate }: SecretOptions) => {
      const secret = await withStores(data, async (stores) => {
        const partnerId = await idOfPartner(stores, partner);
        return rotate
          ? stores.webhooks.rotateSecret(partnerId)
          : ((await stores.webhooks.get(partnerId))?.secret ?? null);
      });
      if (secret === null) throw noWebhook(partner);
      if (json) printJson({ secret });
      else process.stdout.write(`${secret}\n`);
    });

const noWebhook = (partner: string): StrideError =>
  new StrideError('invalid_option', `${partner} has saved no webhook yet (PUT /webhook)`);

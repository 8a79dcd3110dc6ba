import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { CreatedKey, ListedKey } from '../../accounts/account-store.ts';
import { Nullable } from '../../contract/schemas/nullable.ts';
import type { ServerContext } from '../../http/server-context.ts';
import type {
  ConsoleCredits,
  ConsoleKey,
  ConsoleKeyList,
  ConsoleUsage,
  CreatedConsoleKey,
  NewKeyRequest,
} from '../api/account.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { type ConsoleAnswer, consoleRoute, readBody } from '../http/console-route.ts';

const NewKeySchema = Type.Object({ label: Type.Optional(Nullable(Type.String({ maxLength: 100 }))) });

/** Lines of a ledger that are shown. */
const ledgerLines = 500;

/** Keys, credits and usage of the partner. */
export function accountRoutes(app: FastifyInstance, { now }: ServerContext, own: ConsoleContext): void {
  const { partnerKeys, usage, creditBalance, ledgerEnd } = own;
  consoleRoute(
    app,
    'GET',
    '/keys',
    async ({ partnerId }): Promise<ConsoleAnswer<ConsoleKeyList>> => ({
      status: 200,
      body: { keys: (await partnerKeys.list(partnerId)).map(keyBody) },
    }),
  );
  consoleRoute(app, 'POST', '/keys', async ({ partnerId, request }): Promise<ConsoleAnswer<CreatedConsoleKey>> => {
    const { label = null }: NewKeyRequest = readBody(request, NewKeySchema);
    return { status: 201, body: createdBody(await partnerKeys.create(partnerId, label?.trim() || null, now())) };
  });
  consoleRoute(
    app,
    'POST',
    '/keys/:id/rotate',
    async ({ partnerId, id }): Promise<ConsoleAnswer<CreatedConsoleKey>> => {
      const created = await partnerKeys.rotate(partnerId, id, now());
      if (created === null) throw new ConsoleError('key_not_found');
      return { status: 201, body: createdBody(created) };
    },
  );
  consoleRoute(app, 'DELETE', '/keys/:id', async ({ partnerId, id }) => {
    if (!(await partnerKeys.revoke(partnerId, id, now()))) throw new ConsoleError('key_not_found');
    return { status: 204 };
  });
  consoleRoute(app, 'GET', '/credits', async ({ partnerId }): Promise<ConsoleAnswer<ConsoleCredits>> => {
    const { metered, balance } = await creditBalance(partnerId);
    return {
      status: 200,
      body: { balance: metered ? balance : null, ledger: await ledgerEnd(partnerId, ledgerLines) },
    };
  });
  consoleRoute(
    app,
    'GET',
    '/usage',
    async ({ partnerId }): Promise<ConsoleAnswer<ConsoleUsage>> => ({
      status: 200,
      body: { counts: await usage.byMonth(partnerId) },
    }),
  );
}

const keyBody = ({ keyId, label, prefix, createdAtMs, revokedAtMs }: ListedKey): ConsoleKey => ({
  keyId,
  label,
  prefix,
  createdAtMs,
  revokedAtMs,
});

const createdBody = ({ keyId, key, label }: CreatedKey): CreatedConsoleKey => ({ keyId, key, label });

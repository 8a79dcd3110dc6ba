import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { catalogue } from '../../../engine/errors/catalogue.ts';
import { failureReasons } from '../../contract/errors.ts';
import { HttpError } from '../../http/http-error.ts';
import type { Emulator } from '../emulator.ts';
import type { ForcedState } from '../world/kept-world.ts';
import type { Snapshot } from '../world/snapshot.ts';
import { controlPrefix } from './prefix.ts';
import { keyOf, readBody } from './read-body.ts';

const closed = { additionalProperties: false } as const;
const credits = Type.Integer({ minimum: 0, maximum: 1e9 });
const KeySchema = Type.Object({ partner: Type.String({ minLength: 1 }), credits: Type.Optional(credits) }, closed);
const CreditsSchema = Type.Object({ credits }, closed);
const reasons = [...Object.keys(catalogue), ...Object.keys(failureReasons)];
const StateSchema = Type.Object(
  {
    status: Type.Enum(['pending', 'analyzing', 'success', 'failed']),
    percentage: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
    reason: Type.Optional(Type.Enum(reasons)),
  },
  closed,
);

/** Resetting, keeping and restoring what the emulator remembers, and bringing things to a state. */
export function stateRoutes(app: FastifyInstance, emulator: Emulator): void {
  const snapshots = new Map<string, Snapshot>();
  app.post(`${controlPrefix}/reset`, async (request) => {
    await emulator.reset(keyOf(request));
    return { reset: true };
  });
  app.post(`${controlPrefix}/snapshots`, async (request, reply) => {
    const id = String(snapshots.size + 1);
    snapshots.set(id, emulator.snapshot(keyOf(request)));
    return reply.code(201).send({ snapshot_id: id });
  });
  app.post<{ readonly Params: { readonly id: string } }>(`${controlPrefix}/snapshots/:id/restore`, async (request) => {
    const snapshot = snapshots.get(request.params.id);
    if (snapshot === undefined) throw new HttpError('not_found', 'There is no such snapshot');
    await emulator.restore(snapshot);
    return { restored: true };
  });
  app.post(`${controlPrefix}/keys`, async (request, reply) => {
    const { partner, credits: granted = null } = await readBody(request, KeySchema);
    const { key, keyId } = await emulator.addPartner(partner, granted);
    return reply.code(201).send({ key, key_id: keyId });
  });
  app.post(`${controlPrefix}/keys/rotate`, async (request) => {
    const made = await emulator.rotateKey(keyOf(request) ?? emulator.key);
    if (made === null) throw new HttpError('not_found', 'The key is not in use');
    return { key: made.key, key_id: made.keyId };
  });
  app.post(`${controlPrefix}/keys/revoke`, async (request) => ({
    revoked: await emulator.revokeKey(keyOf(request) ?? emulator.key),
  }));
  app.post(`${controlPrefix}/credits`, async (request) => ({
    credits: await emulator.grantCredits((await readBody(request, CreditsSchema)).credits, keyOf(request)),
  }));
  app.get(`${controlPrefix}/webhook-secret`, async (request) => ({ secret: emulator.webhookSecret(keyOf(request)) }));
  app.put<{ readonly Params: { readonly id: string } }>(`${controlPrefix}/analyses/:id`, async (request) => {
    const { status, percentage = 0, reason = 'internal_error' } = await readBody(request, StateSchema);
    const state = { status, percentage, reason } as ForcedState;
    const changed = await emulator.bringTo(request.params.id, state);
    if (!changed) throw new HttpError('not_found', 'There is no such analysis, or it has ended');
    return { changed };
  });
}

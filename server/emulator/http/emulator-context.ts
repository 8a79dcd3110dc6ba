import type { ServerContext } from '../../http/server-context.ts';
import { addressPolicy } from '../../webhooks/address-policy.ts';
import { webhookUrlRefusal } from '../../webhooks/url-policy.ts';
import { MemoryVideoIntake } from '../intake/memory-video-intake.ts';
import type { EmulatorOptions, EmulatorSettings } from '../options.ts';
import { thisMachine } from '../webhooks/reachable.ts';
import { SeededIds } from '../world/seeded-ids.ts';
import type { Worlds } from '../world/worlds.ts';
import { EmulatedIntake } from './emulated-intake.ts';
import { emulatedLinks } from './emulated-links.ts';
import { emulatedMedia } from './emulated-media.ts';
import type { Visits } from './visit.ts';

/** What the real server's routes work with: everything is that of the world which the request belongs to. */
export function emulatorContext(
  worlds: Worlds,
  visits: Visits,
  settings: EmulatorSettings,
  options: EmulatorOptions,
): ServerContext {
  const videos = new MemoryVideoIntake({ anyContent: settings.anyVideo });
  const isLocal = settings.webhookAddresses === 'local';
  const policy = addressPolicy(settings.webhookAddresses !== 'public', [
    ...(isLocal ? thisMachine : []),
    ...settings.webhookAllow,
  ]);
  const stores = () => visits.current.world.stores;
  return {
    now: () => visits.current.world.clock.now(),
    newId: () => visits.current.world.ids.uuid(),
    accounts: { partnerOf: async (key) => (await worlds.ofKey(key)?.stores.accounts.partnerOf(key)) ?? null },
    analyses: {
      add: (analysis) => stores().analyses.add(analysis),
      find: (partnerId, id) => stores().analyses.find(partnerId, id),
      // Whole: a visit, and what the journal keeps of it, ends with the handler.
      list: (partnerId, request) => stores().analyses.list(partnerId, { ...request, limit: Number.POSITIVE_INFINITY }),
      ownerOf: (id) => stores().analyses.ownerOf(id),
    },
    eraseAnalysis: async (id, partnerId) => {
      const { world } = visits.current;
      if ((await stores().analyses.erase(id, partnerId, world.clock.now())) === null) return false;
      await world.timeline.release(id);
      return true;
    },
    subjects: {
      create: (subject) => stores().subjects.create(subject),
      list: (partnerId) => stores().subjects.list(partnerId),
      find: async (partnerId, id) => {
        const subject = await stores().subjects.find(partnerId, id);
        visits.current.subjectName = subject?.name ?? null;
        return subject;
      },
      update: (partnerId, id, changes) => stores().subjects.update(partnerId, id, changes),
      remove: (partnerId, id, nowMs) => stores().subjects.remove(partnerId, id, nowMs),
      erase: (id, nowMs) => stores().subjects.erase(id, nowMs),
    },
    webhooks: {
      get: (partnerId) => stores().webhooks.get(partnerId),
      save: (partnerId, saved, nowMs) => stores().webhooks.save(partnerId, saved, nowMs),
    },
    webhookUrlRefusal: (url) => webhookUrlRefusal(url, policy),
    videos: new EmulatedIntake(videos, visits),
    frameData: async ({ id }) => (await visits.current.world.outcomeOf(id)).frameData,
    media: emulatedMedia(worlds),
    links: emulatedLinks(new SeededIds(settings.seed, 'links').bytes(), settings.linkLifetimeS, visits),
    publicUrl: options.publicUrl?.replace(/\/+$/, '') ?? null,
    tellReasons: options.tellReasons ?? true,
    requestsPerMinute: options.requestsPerMinute ?? null,
    unreadiness: async () => null,
    onQueued: (id) => {
      const { world, chosen } = visits.current;
      const upload = videos.take(world.memory.analyses.get(id)?.uploadName ?? '');
      if (upload === null) throw new Error(`the video of ${id} is gone`);
      world.start(id, { upload, chosen });
    },
    inspectFields: (_request, sent, known) => {
      const visit = visits.current;
      visit.fields = sent;
      const unknown = Object.keys(sent)
        .filter((name) => !known.includes(name))
        .map((name) => ({ loc: ['body', name], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' }));
      visit.violations.push(...unknown);
      return visit.world.behaviour.strict ? unknown : [];
    },
  };
}

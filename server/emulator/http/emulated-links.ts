import type { ServerContext } from '../../http/server-context.ts';
import { SignedLinks } from '../../http/signed-links.ts';
import type { Visits } from './visit.ts';

/** Signed links; those of an analysis whose scenario says so have expired when they are given out. */
export function emulatedLinks(key: Buffer, lifetimeS: number, visits: Visits): ServerContext['links'] {
  const links = new SignedLinks(key, lifetimeS);
  return {
    sign: (path, owner, nowMs) => {
      const [, , id = ''] = path.split('/');
      const { world, chosen } = visits.current;
      const fault = chosen.effects.media ?? world.started.get(id)?.chosen.effects.media;
      return links.sign(path, owner, fault === 'expired' ? nowMs - 1000 * (lifetimeS + 1) : nowMs);
    },
    holds: (path, owner, query, nowMs) => links.holds(path, owner, query, nowMs),
  };
}

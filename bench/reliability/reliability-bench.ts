import { type MeasurePart, measureParts } from '../report/measure-parts.ts';
import { type ReliabilityPart, reliabilityPage } from '../report/reliability-page.ts';

/** How each part is measured and told. */
const measure: Readonly<Record<ReliabilityPart, MeasurePart>> = {
  async 'kills-embedded'(progress, isQuick) {
    const { killsPart } = await import('./kills/kills-section.ts');
    const { openEmbeddedSystem } = await import('./kills/embedded-system.ts');
    const open = (lane: number) => openEmbeddedSystem({ onSmallDisk: lane % 2 === 0 });
    return killsPart({ name: 'embedded store', open })(progress, isQuick);
  },
  async 'kills-postgresql'(progress, isQuick) {
    const { killsPart } = await import('./kills/kills-section.ts');
    const { openPostgresSystem } = await import('./kills/postgres-system.ts');
    const open = (lane: number) => openPostgresSystem({ onSmallDisk: lane % 2 === 0 });
    return killsPart({ name: 'PostgreSQL', open })(progress, isQuick);
  },
  media: async (progress, isQuick) => {
    const { measureMedia } = await import('./media/measure-media.ts');
    const { mediaSection } = await import('./media/media-section.ts');
    return mediaSection(await measureMedia(isQuick ? 200 : 2000, progress));
  },
  requests: async (progress, isQuick) => {
    const { measureRequests } = await import('./requests/measure-requests.ts');
    const { requestsSection } = await import('./requests/requests-section.ts');
    return requestsSection(await measureRequests(isQuick ? 10_000 : 100_000, 20_261_129, progress));
  },
  ssrf: async () => {
    const { measureSsrf } = await import('./ssrf/measure-ssrf.ts');
    const { ssrfSection } = await import('./ssrf/ssrf-section.ts');
    return ssrfSection(await measureSsrf());
  },
  tenants: async () => {
    const { measureTenants } = await import('./tenants/measure-tenants.ts');
    const { tenantsSection } = await import('./tenants/tenants-section.ts');
    return tenantsSection(await measureTenants());
  },
  async machines(progress, isQuick) {
    const { machinesPart } = await import('./machines/machines-section.ts');
    return machinesPart(progress, isQuick);
  },
  async queue(progress, isQuick) {
    const { queuePart } = await import('./queue/queue-section.ts');
    return queuePart(progress, isQuick);
  },
  async soak(progress, isQuick) {
    const { soakPart } = await import('./soak/soak-section.ts');
    return soakPart(progress, isQuick);
  },
};

/** Measures some parts and writes each into docs/reliability.md as soon as it is done. */
export async function reliabilityBench(ids: readonly ReliabilityPart[], isQuick: boolean): Promise<void> {
  const quickLook = isQuick ? 'A quick look at a tenth.' : null;
  await measureParts({ page: reliabilityPage, ids, measure, quickLook });
}

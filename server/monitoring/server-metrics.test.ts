import { expect, it } from 'vitest';
import { ServerMetrics } from './server-metrics.ts';

const free = { bytes: 1 } as Parameters<ServerMetrics['text']>[1];

async function durations(metrics: ServerMetrics, what: 'count' | 'sum'): Promise<readonly (string | undefined)[]> {
  const text = await metrics.text(null, free, null);
  return ['success', 'failed'].map(
    (outcome) =>
      new RegExp(`^stridelab_analysis_duration_seconds_${what}\\{outcome="${outcome}"\\} (.*)$`, 'm').exec(text)?.[1],
  );
}

const change = (id: string, status: 'analyzing' | 'success' | 'failed' | 'pending', atMs: number) =>
  ({ id, status, percentage: status === 'analyzing' ? 0 : 100, attempt: 1, atMs }) as Parameters<
    ServerMetrics['analysisChanged']
  >[0];

it('observes no run whose beginning it was not told', async () => {
  const metrics = new ServerMetrics();
  metrics.analysisChanged(change('a', 'analyzing', 1000));
  metrics.analysisChanged(change('a', 'success', 5000));
  metrics.analysisChanged(change('taken over', 'success', 6000));
  metrics.analysisChanged(change('never begun', 'failed', 7000));
  expect(await durations(metrics, 'count')).toEqual(['1', '0']);
  expect(await durations(metrics, 'sum')).toEqual(['4', '0']);
  const ended = (await metrics.text(null, free, null)).match(/^stridelab_analyses_ended_total.*$/gm);
  expect(ended?.toSorted()).toEqual([
    'stridelab_analyses_ended_total{outcome="failed"} 1',
    'stridelab_analyses_ended_total{outcome="success"} 2',
  ]);
});

it('times a run that begins where the one before had come to, from its own beginning', async () => {
  const metrics = new ServerMetrics();
  const progress = (percentage: number, attempt: number, atMs: number): void =>
    metrics.analysisChanged({ ...change('a', 'analyzing', atMs), percentage, attempt });
  progress(0, 1, 1000);
  progress(41, 1, 2000);
  progress(41, 2, 60_000);
  progress(50, 2, 61_000);
  metrics.analysisChanged({ ...change('a', 'success', 63_000), attempt: 2 });
  expect(await durations(metrics, 'sum')).toEqual(['3', '0']);
});

it('keeps a bounded number of beginnings, the last ones', async () => {
  const metrics = new ServerMetrics();
  for (let n = 0; n < 5000; n++) metrics.analysisChanged(change(`${n}`, 'analyzing', n));
  for (let n = 0; n < 5000; n++) metrics.analysisChanged(change(`${n}`, 'failed', 6000));
  expect(await durations(metrics, 'count')).toEqual(['0', '1000']);
  metrics.analysisChanged(change('last', 'analyzing', 6000));
  metrics.analysisChanged(change('last', 'failed', 8000));
  expect(await durations(metrics, 'count')).toEqual(['0', '1001']);
});

it('leaves out what the store would tell where it does not answer, and tells it again afterwards', async () => {
  const metrics = new ServerMetrics();
  const counts = { pending: 2, analyzing: 1, oldestWaitingS: 7, events: { waiting: 0, dead: 3 }, creditsBalance: 4 };
  const told = async (isThere: boolean): Promise<readonly string[]> => {
    const text = await metrics.text(isThere ? { ...counts, partnersWithoutCredits: 1 } : null, free, null);
    return text.match(/^stridelab_(oldest|credits|partners|analyses\{|webhook_events).*$/gm) ?? [];
  };
  expect(await told(false)).toEqual([]);
  const all = await told(true);
  expect(all).toContain('stridelab_oldest_waiting_seconds 7');
  expect(all).toHaveLength(7);
  expect(await told(false)).toEqual([]);
  expect(await told(true)).toEqual(all);
});

it('tells why it is not ready', async () => {
  const text = await new ServerMetrics().text(null, free, 'workers_unable');
  expect(text.match(/^stridelab_unready.*$/gm)).toEqual([
    'stridelab_unready{reason="stopping"} 0',
    'stridelab_unready{reason="store_unavailable"} 0',
    'stridelab_unready{reason="disk_nearly_full"} 0',
    'stridelab_unready{reason="workers_unable"} 1',
  ]);
});

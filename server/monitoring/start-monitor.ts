import { addressUnavailable } from '../http/listen.ts';
import { type MonitorOptions, monitorServer } from './monitor-server.ts';

/** Where a process tells how it is. */
export interface MonitorPlace {
  readonly host: string;
  readonly port: number;
  /** What readers of the metrics send as their bearer token; null for anybody. */
  readonly token: string | null;
}

export interface RunningMonitor {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the listener for those who watch this process, and the watching itself.
 *
 * @throws StrideError `address_unavailable`.
 */
export async function startMonitor(
  { host, port, token }: MonitorPlace,
  options: Omit<MonitorOptions, 'token'>,
): Promise<RunningMonitor> {
  const app = monitorServer({ ...options, token });
  try {
    const url = await app.listen({ host, port });
    options.metrics.watchProcess();
    return { url, close: () => app.close() };
  } catch (cause) {
    await app.close();
    throw addressUnavailable(`${host}:${port}, which \`monitor\` names`, cause, 'Name another one by `monitor`.');
  }
}

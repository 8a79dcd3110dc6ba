import { BlockList, isIP } from 'node:net';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { MonitorPlace } from '../monitoring/start-monitor.ts';
import type { Settings } from './settings.ts';

/**
 * Where the settings have this process tell how it is; null where nowhere.
 *
 * @throws StrideError `invalid_setting` where anybody on a network could read the metrics.
 */
export function monitorPlace({
  monitor,
  monitorToken,
}: Pick<Settings, 'monitor' | 'monitorToken'>): MonitorPlace | null {
  if (monitor === null) return null;
  if (monitorToken === null && !isLoopback(monitor.host))
    throw new StrideError(
      'invalid_setting',
      'monitor names an address that other machines reach; say monitor-token (STRIDELAB_MONITOR_TOKEN or …_FILE) with it',
    );
  return { ...monitor, token: monitorToken };
}

function isLoopback(host: string): boolean {
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  const kind = isIP(host);
  return kind === 0 ? host === 'localhost' : loopback.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

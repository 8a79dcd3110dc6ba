import { expect, it } from 'vitest';
import { processCpuMs } from './process-cpu.ts';

it.runIf(process.platform === 'linux')('tells what a process has used, as the process knows it itself', () => {
  const until = performance.now() + 200;
  while (performance.now() < until);
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1000;
  expect(Math.abs((processCpuMs(process.pid) ?? 0) - own)).toBeLessThan(0.1 * own + 50);
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endedChildrenCpuMs, treeMemory } from './process-tree.ts';

describe.skipIf(!existsSync('/proc/self/smaps_rollup'))('what /proc tells', () => {
  it('sums the memory of a process and of what it has started', async () => {
    // The inner process ends with its standard input, which closes when the outer one ends.
    const inner =
      'const held = Buffer.alloc(50e6, 1); console.log("ready"); process.stdin.on("end", () => held[0]).resume();';
    const outer = `
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: ['pipe', 'inherit', 'inherit'] });
      const held = Buffer.alloc(30e6, 1);
      setInterval(() => held[0], 1000);`;
    const child = spawn(process.execPath, ['-e', outer], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(child.stdout, 'data');
      const memory = treeMemory(child.pid ?? 0);
      expect(memory?.pssBytes).toBeGreaterThan(80e6);
      expect(memory?.rssBytes).toBeGreaterThan(memory?.pssBytes ?? 0);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('adds the processor time of processes that have ended', () => {
    const before = endedChildrenCpuMs() ?? Number.NaN;
    const burn = 'while (process.cpuUsage().user < 300_000);';
    spawnSync(process.execPath, ['-e', burn]);
    expect((endedChildrenCpuMs() ?? Number.NaN) - before).toBeGreaterThan(250);
  });

  it('says nothing of a process that is not there', () => {
    expect(treeMemory(2 ** 30)).toBeNull();
  });
});

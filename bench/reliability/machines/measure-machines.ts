import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../../engine/built-entry.ts';
import { MachineNetwork } from './machine-network.ts';
import type { MachinesPlan, MachinesResult } from './machines-result.ts';

const machines = 6;

/**
 * Measures two servers and four workers on one PostgreSQL, each in a network namespace of its own.
 *
 * @throws Error when this machine cannot make such a network.
 */
export async function measureMachines(plan: MachinesPlan): Promise<MachinesResult> {
  const fault = MachineNetwork.fault();
  if (fault !== null) throw new Error(fault);
  const prefix = `sl${process.pid}x`;
  const network = new MachineNetwork(prefix, machines);
  try {
    network.open();
    return await resultOf(network.hub, JSON.stringify({ prefix, plan }));
  } finally {
    network.close();
  }
}

/** Runs the machine in the middle, whose last line is the result. */
async function resultOf(hub: string, start: string): Promise<MachinesResult> {
  const entry = fileURLToPath(builtEntry(import.meta.url, './hub.js'));
  const child = spawn('ip', ['netns', 'exec', hub, process.execPath, entry, start], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let words = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4000);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const line = said.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0 || !line.startsWith('{')) throw new Error(`the machines gave no result: ${words}`);
  return JSON.parse(line) as MachinesResult;
}

import { readFileSync } from 'node:fs';

/** StrideLab's version, as its package has it. */
export function readVersion(): string {
  const beside = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';
  const manifest = JSON.parse(readFileSync(new URL(beside, import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

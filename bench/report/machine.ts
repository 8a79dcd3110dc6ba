import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';

/** One paragraph that says when, where and with what a section was measured. */
export function stamp(): string {
  const processors = cpus();
  const version = (name: string): string => `${name} ${installedVersion(name) ?? 'not installed'}`;
  const packages = ['onnxruntime-node', '@tensorflow/tfjs-core', '@tensorflow-models/pose-detection', 'node-av'];
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${processors[0]?.model.trim() ?? 'unknown processor'},`,
    `${processors.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, ${type()} ${release()};`,
    `stridelab ${ownVersion()}, Node ${process.versions.node}, ${packages.map(version).join(', ')}.`,
  ].join(' ');
}

/** The version of an installed package; null where it is not installed. */
export function installedVersion(name: string): string | null {
  try {
    return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'MODULE_NOT_FOUND') return null;
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return versionBeside(name);
    throw error;
  }
}

/** For a package that does not let its own description be read as a module. */
function versionBeside(name: string): string | null {
  const entry = createRequire(import.meta.url).resolve(name);
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    if (!folder.endsWith(name)) continue;
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  }
  return null;
}

function ownVersion(): string {
  const beside = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';
  return (JSON.parse(readFileSync(new URL(beside, import.meta.url), 'utf8')) as { version: string }).version;
}

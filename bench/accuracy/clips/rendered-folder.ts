import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Soles } from './rendered-configs.ts';
import { standingFile } from './standing-truth.ts';

/** Whether a folder holds a clip with such soles; one whose configuration names none has those of its folder. */
export function hasClip(folder: string, soles: Soles): boolean {
  if (!existsSync(join(folder, 'clip.mp4'))) return false;
  const config = join(folder, 'config.json');
  if (!existsSync(config)) return true;
  const { soles: shown = soles } = JSON.parse(readFileSync(config, 'utf8')) as { readonly soles?: Soles };
  return shown === soles;
}

/** The same with everything that is told of it beside its truth: of soles that stand, how long they do. */
export const hasWholeClip = (folder: string, soles: Soles): boolean =>
  hasClip(folder, soles) && (soles === 'own' || existsSync(join(folder, standingFile)));

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Commands by which Chromium and its relatives go. */
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The machine on which a browser is looked for. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
}

/** A browser on this machine that prints pages without a window; null where there is none. */
export function findBrowser(
  { platform, environment, exists }: Machine = {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
  },
): string | null {
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    const paths = folders.flatMap((folder) => (folder ? windowsPaths.map((path) => `${folder}\\${path}`) : []));
    return paths.find(exists) ?? null;
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...paths, ...(platform === 'darwin' ? macPaths : [])].find(exists) ?? null;
}

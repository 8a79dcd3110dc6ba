/**
 * URL of a module that lies beside the caller, as built JavaScript: worker threads and child processes start from it,
 * because Node 20 cannot start them from TypeScript. Running from the sources, it names the file under `dist/`.
 *
 * @param callerUrl The caller's `import.meta.url`.
 * @param moduleName File name with the extension `.js`, such as `./ffmpeg-process.js`.
 */
export function builtEntry(callerUrl: string, moduleName: string): URL {
  const beside = new URL(moduleName, callerUrl);
  if (!import.meta.url.endsWith('.ts')) return beside;
  const rootUrl = new URL('../', import.meta.url).href;
  return new URL(`dist/${beside.href.slice(rootUrl.length)}`, rootUrl);
}

import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { build } from 'rolldown';

const built = resolve(import.meta.dirname, 'dist');
/** Modules that processes and threads start from. */
const entries = [
  'server/cli/main',
  'server/emulator/library',
  'server/jobs/analysis-worker',
  'engine/video/ffmpeg-process',
  'engine/pose/loop/pose-process',
  'engine/pose/loop/follower-thread',
  'engine/pose/loop/reader-thread',
];

/** Packages of many modules or constants, of which little is used; and all that the HTTP server loads at its start. */
const joinedPackages = new Set([
  'node-av',
  'onnxruntime-node',
  'onnxruntime-common',
  'typebox',
  'commander',
  'fastify',
  ...packagesUnder('fastify'),
  ...packagesUnder('@fastify/multipart'),
]);

/** Everything that a package depends on, however deep, itself too; but pino, which a server that logs loads from its own files. */
function packagesUnder(name, known = new Set()) {
  if (name === 'pino' || known.has(name)) return known;
  known.add(name);
  const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, 'node_modules', name, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(manifest.dependencies ?? {})) packagesUnder(dependency, known);
  return known;
}

/** `ajv` of `ajv/dist/core`, `@fastify/error` of itself. */
const packageOf = (id) => /^(@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;

/**
 * Joins what the compiler has written for each entry: a process that loads a hundred small modules starts a tenth of a second later.
 * Modules go on to find their neighbours from where they lay before.
 */
const { output } = await build({
  input: Object.fromEntries(entries.map((entry) => [entry, resolve(built, `${entry}.js`)])),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !isAbsolute(id) && !joinedPackages.has(packageOf(id)),
  plugins: [
    {
      // Its library stays in the package, which is no longer beside the module that loads it.
      name: 'onnxruntime-library',
      transform(code, id) {
        if (!id.endsWith(join('onnxruntime-node', 'dist', 'binding.js'))) return null;
        return code.replace('require(`../bin/', 'require(`onnxruntime-node/bin/');
      },
    },
    {
      name: 'own-place',
      transform(code, id) {
        if (!id.startsWith(built)) return null;
        return code.replaceAll('import.meta.url', `ownPlace("${relative(built, id).replaceAll(sep, '/')}")`);
      },
      renderChunk(code, { fileName }) {
        return code.replace(/ownPlace\("([^"]+)"\)/g, (_, module) => {
          const place = relative(dirname(fileName), module).replaceAll(sep, '/');
          return `new URL("${place.startsWith('.') ? place : `./${place}`}", import.meta.url).href`;
        });
      },
    },
  ],
  output: { dir: built, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
});

await keepEarlierChunks(new Set(output.map(({ fileName }) => fileName)));

/**
 * What runs from an earlier build goes on to load its own chunks: they are kept for a day from when a build no longer has them. Those are
 * listed in `chunks/.npmignore`, so that they stay out of the package.
 *
 * @param own Files of this build, within `dist`.
 */
async function keepEarlierChunks(own) {
  const chunks = resolve(built, 'chunks');
  const list = resolve(chunks, '.npmignore');
  const listed = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);
  const earlier = (await readdir(chunks)).filter((name) => name.endsWith('.js') && !own.has(`chunks/${name}`));
  const now = new Date();
  const yesterdayMs = now.getTime() - 24 * 60 * 60 * 1000;
  const kept = [];
  for (const name of earlier) {
    const chunk = resolve(chunks, name);
    // Another build may take it away meanwhile.
    if (!listed.has(`/${name}`)) await utimes(chunk, now, now).catch(unlessGone);
    const found = await stat(chunk).catch(unlessGone);
    if (found === undefined) continue;
    if (found.mtimeMs < yesterdayMs) await rm(chunk, { force: true });
    else kept.push(`/${name}`);
  }
  await writeFile(list, kept.join('\n'));
}

function unlessGone(error) {
  if (error.code !== 'ENOENT') throw error;
}

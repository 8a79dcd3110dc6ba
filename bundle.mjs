import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
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

// What runs from an earlier build goes on to load its own chunks, which are kept for a day.
const chunks = resolve(built, 'chunks');
const own = new Set(output.map(({ fileName }) => resolve(built, fileName)));
const yesterday = Date.now() - 24 * 60 * 60 * 1000;
for (const name of await readdir(chunks)) {
  const chunk = resolve(chunks, name);
  if (!own.has(chunk) && (await stat(chunk)).mtimeMs < yesterday) await rm(chunk);
}

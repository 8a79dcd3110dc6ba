import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle } from 'lightningcss';
import { rolldown } from 'rolldown';
import { bundleReport } from '../../report/bundle.mjs';

const source = import.meta.dirname;
const root = resolve(source, '../../..');
const built = resolve(root, 'dist/server/console/app');
/** Where the server serves these files; it serves `index.html` for every page. */
const assetsPath = '/console/assets/';

const mediaTypes = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** `console-1a2b3c4d.css`: the name follows from what is in it, so that it may be kept for ever. */
function hashedName(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
}

async function bundleScripts() {
  const bundled = await rolldown({
    input: { console: join(source, 'main.tsx') },
    platform: 'browser',
    tsconfig: join(source, 'tsconfig.json'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundled.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundled.close();
  return output.filter(({ type }) => type === 'chunk');
}

/** Browsers of 2024 and later. */
const targets = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

function bundleStyle() {
  return bundle({ filename: join(source, 'styles/console.css'), minify: true, targets }).code;
}

/** The packages whose code is in `chunks`, with their licences, as these ask for. */
async function licencesOf(chunks) {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
  const modules = chunks.flatMap(({ modules }) => Object.entries(modules)).filter(([, { code }]) => code);
  const names = new Set(modules.map(([id]) => inPackage.exec(id.replaceAll('\\', '/'))?.[1]).filter(Boolean));
  const texts = [...names].sort().map(async (name) => {
    const { version, license } = JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    const text = await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n----\n\n');
}

/** The page that every route of the console starts from. */
function shellOf({ script, style, icon }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>StrideLab</title>
<link rel="icon" href="${assetsPath}${icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assetsPath}${style}">
<script type="module" src="${assetsPath}${script}"></script>
</head>
<body>
<div id="console"></div>
<noscript>The console needs JavaScript.</noscript>
</body>
</html>
`;
}

/** Writes a file and, where that is smaller, its compressed forms beside it; tells the manifest about it. */
async function writeAsset(name, content) {
  const bytes = Buffer.from(content);
  await writeFile(join(built, name), bytes);
  const compressed = {
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    gz: gzipSync(bytes, { level: 9 }),
  };
  const encodings = {};
  for (const [suffix, packed] of Object.entries(compressed)) {
    if (packed.length >= bytes.length) continue;
    await writeFile(join(built, `${name}.${suffix}`), packed);
    encodings[suffix] = packed.length;
  }
  return [name, { type: mediaTypes[extname(name)], bytes: bytes.length, compressedBytes: encodings }];
}

/**
 * Bundles the console's browser code into `dist/server/console/app`: files named by their content, their compressed forms (`.br`,
 * `.gz`), the page `index.html` and `manifest.json`, `{ script, style, icon, assets: { name: { type, bytes, compressedBytes } } }`.
 */
export async function bundleConsole() {
  const chunks = await bundleScripts();
  const css = bundleStyle();
  const svg = await readFile(join(source, 'icon.svg'));
  const script = chunks.find(({ isEntry }) => isEntry).fileName;
  const [style, icon] = [hashedName('console.css', css), hashedName('icon.svg', svg)];

  await rm(built, { recursive: true, force: true });
  await mkdir(built, { recursive: true });
  const contents = [
    ...chunks.map(({ fileName, code }) => [fileName, code]),
    [style, css],
    [icon, svg],
    ['licences.txt', await licencesOf(chunks)],
  ];
  const assets = {};
  for (const [name, content] of contents) {
    const [key, entry] = await writeAsset(name, content);
    assets[key] = entry;
  }
  await writeFile(join(built, 'index.html'), shellOf({ script, style, icon }));
  await writeFile(join(built, 'manifest.json'), `${JSON.stringify({ script, style, icon, assets }, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  await bundleConsole();
  await bundleReport(licencesOf);
}

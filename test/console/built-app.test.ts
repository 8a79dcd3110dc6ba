import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly assets: Readonly<
    Record<
      string,
      { readonly type: string; readonly bytes: number; readonly compressedBytes: { br?: number; gz?: number } }
    >
  >;
}

const folder = 'dist/server/console/app';
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
const shell = readFileSync(join(folder, 'index.html'), 'utf8');

describe('the built console', () => {
  it('lists every file, and every compressed form is that file', () => {
    const listed = Object.entries(manifest.assets).flatMap(([name, { compressedBytes }]) => [
      name,
      ...Object.keys(compressedBytes).map((suffix) => `${name}.${suffix}`),
    ]);
    expect([...listed, 'index.html', 'manifest.json'].sort()).toEqual(readdirSync(folder).sort());
    for (const [name, { bytes, compressedBytes }] of Object.entries(manifest.assets)) {
      const plain = readFileSync(join(folder, name));
      expect(statSync(join(folder, name)).size).toBe(bytes);
      if (compressedBytes.br) expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`)))).toEqual(plain);
      if (compressedBytes.gz) expect(gunzipSync(readFileSync(join(folder, `${name}.gz`)))).toEqual(plain);
    }
  });

  it('names scripts, style and icon by what is in them', () => {
    const names = Object.keys(manifest.assets).filter((name) => name !== 'licences.txt');
    expect(names.filter((name) => !/-[\w-]{8}\.(js|css|svg)$/.test(name))).toEqual([]);
    for (const name of [manifest.script, manifest.style, manifest.icon])
      expect(shell).toContain(`/console/assets/${name}`);
  });

  it('has no script, style or address of elsewhere in its page', () => {
    expect(shell).not.toMatch(/<style|style=|<script>|onload=|https?:/);
  });
});

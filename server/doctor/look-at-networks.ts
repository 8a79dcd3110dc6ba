import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeFolder } from '../../engine/make-folder.ts';
import { defaultCacheFolder } from '../../models/model-cache.ts';
import { type ModelId, modelRegistry, type NetworkId } from '../../models/registry.ts';
import { packageFolder, readSourceFiles } from '../../models/source-files.ts';
import { type Finding, fail, ok, wordsOf } from './finding.ts';

/** Whether the weights are those that they should be, the runtime runs, and the numbers of the annotated video have their font. */
export async function lookAtNetworks(network: NetworkId): Promise<Finding[]> {
  const ids: ModelId[] = network.startsWith('blazepose') ? [network, 'blazepose-detector'] : [network];
  return [...(await Promise.all(ids.map(lookAtWeights))), await lookAtRuntime(), lookAtCache(ids), lookAtFont()];
}

async function lookAtWeights(id: ModelId): Promise<Finding> {
  const what = `weights of ${id}`;
  try {
    const spec = modelRegistry[id];
    await readSourceFiles(spec, packageFolder(spec.package.name));
    return ok(what, `checksums hold (${spec.package.name} ${spec.package.version})`);
  } catch (error) {
    return fail(what, wordsOf(error), 'Run `npm ci` again, then `npx stridelab models --prepare`.');
  }
}

async function lookAtRuntime(): Promise<Finding> {
  try {
    const { InferenceSession } = await import('onnxruntime-node');
    if (typeof InferenceSession.create !== 'function') throw new Error('it has no sessions');
    return ok('ONNX Runtime', 'is loaded');
  } catch (error) {
    return fail('ONNX Runtime', wordsOf(error), 'Run `npm ci` again on this machine; Linux needs glibc.');
  }
}

/** It need not be written where the networks lie in it already, as in a container. */
function lookAtCache(ids: readonly ModelId[]): Finding {
  const folder = defaultCacheFolder();
  try {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    if (ids.every((id) => names.some((name) => name.startsWith(`${id}-`) && name.endsWith('.onnx'))))
      return ok('cache of networks', `${folder}, filled`);
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return ok('cache of networks', folder);
  } catch (error) {
    return fail(
      'cache of networks',
      `${folder}: ${wordsOf(error)}`,
      'Name a folder that this user can write in STRIDELAB_CACHE.',
    );
  }
}

function lookAtFont(): Finding {
  const name = 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf';
  try {
    const path = createRequire(import.meta.url).resolve(name);
    if (existsSync(path)) return ok('font', 'DejaVu Sans Condensed');
  } catch (error) {
    return fail('font', wordsOf(error), 'Run `npm ci` again.');
  }
  return fail('font', `${name} is missing`, 'Run `npm ci` again.');
}

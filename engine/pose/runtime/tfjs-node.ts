import { StrideError } from '../../errors/stride-error.ts';
import type { Tfjs } from './tfjs.ts';

const packageName: string = '@tensorflow/tfjs-node';

/** The parts of {@link Tfjs} that the package exports. */
const parts = ['getBackend', 'setBackend', 'loadGraphModel', 'tensor', 'io'] as const;

/**
 * Loads TensorFlow.js on the TensorFlow library, if the user has installed it. It cannot come with this package: its installer
 * downloads the library.
 *
 * @param importPackage Only tests name another one.
 * @throws StrideError `runtime_unavailable` if it is not installed, or installed without its library.
 */
export async function loadTfjsNode(
  importPackage: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Tfjs> {
  const exported = await importPackage(packageName).catch((cause: unknown) => {
    throw new StrideError('runtime_unavailable', `${packageName} cannot be loaded`, { cause });
  });
  if (!isTfjs(exported))
    throw new StrideError('runtime_unavailable', `${packageName} is not the package that is known`);
  const { getBackend, setBackend, loadGraphModel, tensor, io } = exported.default;
  return { backend: 'tensorflow', getBackend, setBackend, loadGraphModel, tensor, io };
}

function isTfjs(exported: unknown): exported is { readonly default: Omit<Tfjs, 'backend'> } {
  const { default: main } = Object(exported) as { default?: unknown };
  return parts.every((part) => part in Object(main));
}

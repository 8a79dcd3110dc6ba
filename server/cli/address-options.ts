import { catalogue } from '../../engine/errors/catalogue.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';

/**
 * Says of an address that cannot be listened on by which options of the command it is named; advice of its own stays.
 *
 * @throws StrideError What the start threw.
 */
export async function namedByOptions<Server>(start: Promise<Server>): Promise<Server> {
  try {
    return await start;
  } catch (error) {
    if (!(error instanceof StrideError) || error.code !== 'address_unavailable') throw error;
    if (error.advice !== catalogue.address_unavailable.advice) throw error;
    throw new StrideError(error.code, error.detail, {
      cause: error.cause,
      advice: 'Name another port with --port, or another address with --host.',
    });
  }
}

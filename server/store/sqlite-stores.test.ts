import { onTestFinished } from 'vitest';
import { describeEveryStore } from '../../test/stores/describe-every-store.ts';
import type { OpenStores } from '../../test/stores/opened-stores.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { openStores } from './open-stores.ts';
import type { Stores } from './stores.ts';

const open: OpenStores = async (options = {}) => {
  const dir = openDataDir(tempDir());
  const connect = async (): Promise<Stores> => {
    const stores = await openStores({ dir, ...options });
    onTestFinished(() => stores.close());
    return stores;
  };
  return { ...(await connect()), beside: connect };
};

describeEveryStore(open);

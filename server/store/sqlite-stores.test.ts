import { onTestFinished } from 'vitest';
import { describeConsoleStores } from '../../test/stores/describe-console-stores.ts';
import { describeEveryStore } from '../../test/stores/describe-every-store.ts';
import type { OpenConsoleStores } from '../../test/stores/opened-stores.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { openStores } from './open-stores.ts';
import type { ConsoleStores, Stores } from './stores.ts';

const open: OpenConsoleStores = async (options = {}) => {
  const dir = openDataDir(tempDir());
  const connect = async (): Promise<Stores & ConsoleStores> => {
    const stores = await openStores({ dir, ...options });
    onTestFinished(() => stores.close());
    return stores;
  };
  return { ...(await connect()), beside: connect };
};

describeEveryStore(open);
describeConsoleStores(open);

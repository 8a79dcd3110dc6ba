import { endWithParent } from './end-with-parent.ts';
import { watchOwnProcess } from './watch-own-process.ts';

/** A worker thread of the child, for when its main thread is blocked by native calls. */
endWithParent();
watchOwnProcess();

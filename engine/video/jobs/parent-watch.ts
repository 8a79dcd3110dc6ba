import { endWithParent } from './end-with-parent.ts';

/** A worker thread of the child, for when its main thread is blocked by native calls. */
endWithParent();

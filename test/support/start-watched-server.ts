import { AnswerChecker } from '../../server/contract/answer-checker.ts';
import { type RunningServer, startServer } from '../../server/serve.ts';
import type { ServerOptions } from '../../server/server-options.ts';

/**
 * Starts a server in this process whose every answer is held against the contract: one that it does not allow becomes a 500, and
 * `close` rejects.
 */
export async function startWatchedServer(options: ServerOptions): Promise<RunningServer> {
  const checker = new AnswerChecker();
  const faults: string[] = [];
  const server = await startServer({
    ...options,
    watcher: (sent) => {
      const found = checker.faults(sent);
      faults.push(...found);
      // The test sees a 500 in place of what the contract does not allow.
      if (found.length > 0) throw new Error(found.join('\n'));
    },
  });
  return {
    url: server.url,
    monitorUrl: server.monitorUrl,
    console: server.console,
    close: async () => {
      await server.close();
      if (faults.length > 0) throw new Error(`answers that the contract does not allow:\n${faults.join('\n')}`);
    },
  };
}

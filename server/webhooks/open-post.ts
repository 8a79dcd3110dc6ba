import type { AddressPolicy } from './address-policy.ts';
import type { PostMessage } from './post-message.ts';

/** Longest time of an attempt, milliseconds. */
export const attemptTimeoutMs = 10_000;

/** Posts over HTTP to what the policy allows. The client is loaded with the first message, not with the server. */
export function openPost(policy: AddressPolicy, now: () => number): PostMessage {
  let post: Promise<PostMessage> | null = null;
  const load = async (): Promise<PostMessage> => {
    const [{ guardedAgent }, { httpPost }] = await Promise.all([
      import('./guarded-agent.ts'),
      import('./post-message.ts'),
    ]);
    const agent = guardedAgent({ policy, timeoutMs: attemptTimeoutMs });
    return httpPost({ agent, timeoutMs: attemptTimeoutMs, now });
  };
  return async (message, settings, signal) => {
    post ??= load();
    return (await post)(message, settings, signal);
  };
}

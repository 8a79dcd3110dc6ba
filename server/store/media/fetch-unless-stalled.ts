/**
 * Asks as `fetch` does, and gives up once nothing has moved for a while in either direction, however long the whole takes. Time in which
 * nobody asks for more of an answer does not count.
 */
export const fetchUnlessStalled =
  (stallMs: number): typeof fetch =>
  async (input, init = {}) => {
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const rest = (): void => clearTimeout(timer);
    const moved = (): void => {
      rest();
      timer = setTimeout(() => controller.abort(new Error(`nothing has moved for ${stallMs} ms`)), stallMs);
    };
    moved();
    try {
      const { body } = init;
      const sent: RequestInit =
        body instanceof ReadableStream ? { body: pulled(body, { before: moved, after: moved }), duplex: 'half' } : {};
      const answer = await fetch(input, { ...init, ...sent, signal: controller.signal });
      rest();
      if (answer.body === null) return answer;
      return new Response(pulled(answer.body, { before: moved, after: rest }), answer);
    } catch (error) {
      rest();
      throw error;
    }
  };

/** The same bytes. What is to be done before and after each look for more is done. */
function pulled(
  body: ReadableStream<Uint8Array>,
  { before, after }: { readonly before: () => void; readonly after: () => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      pull: async (controller) => {
        before();
        const { done, value } = await reader.read().finally(after);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

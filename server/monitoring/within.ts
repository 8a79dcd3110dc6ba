/**
 * What is awaited, or an error once it takes too long; the work itself goes on.
 *
 * @param tell What is thrown then, of an error that says how long it was waited for; that itself by default.
 */
export async function within<T>(
  work: Promise<T>,
  mostMs: number,
  tell: (late: Error) => Error = (late) => late,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tell(new Error(`no answer within ${mostMs} ms`))), mostMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

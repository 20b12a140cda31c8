/**
 * Lets so many works run at once; the others begin in the order in which they came.
 * @param most how many
 */
export function createAtOnce(
  most: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // Who waits takes the place that becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

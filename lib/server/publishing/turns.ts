/**
 * Lets something run once at a time: whoever asks while it runs waits for one more run, which all
 * who ask meanwhile share, since the one that runs may already have looked.
 */
export function inTurns<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> | undefined;
  let waiting: Promise<Result> | undefined;
  const start = () => {
    const own = run();
    const end = () => {
      if (running === own) running = undefined;
    };
    running = own;
    own.then(end, end);
    return own;
  };
  return () => {
    if (!running) return start();
    const next = () => {
      waiting = undefined;
      return start();
    };
    waiting ??= running.then(next, next);
    return waiting;
  };
}

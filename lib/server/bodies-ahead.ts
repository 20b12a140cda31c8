import { matchRoute, type Path } from '../site/routes';
import type { Store } from '../store/store';
import type { Press } from './press';

/**
 * A press that has the body of an article rendered, in its own thread, while Next.js begins with the
 * page: of the first rendering of an article that takes a fifth of the time away.
 */
export function withBodiesAhead(press: Press, store: Store): Press {
  const begin = (path: Path) => {
    const route = matchRoute(path);
    if (route?.kind !== 'article') return;
    // The page asks for the same body, and is where a failure shows.
    store
      .edition(store.now())
      .readBody(route.slug)
      .catch(() => undefined);
  };
  return {
    ...press,
    printPage: (path, status) => {
      if (status === 200) begin(path);
      return press.printPage(path, status);
    },
  };
}

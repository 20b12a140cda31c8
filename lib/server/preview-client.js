// Runs in the pages of `npm run dev` only: loads a page again when the content has changed. The
// version is kept with the tab, so that a change that falls between two pages is noticed too.
const key = 'preview-version';

/** @param {MessageEvent<string>} event */
function hear({ data: version }) {
  const known = sessionStorage.getItem(key);
  sessionStorage.setItem(key, version);
  if (known !== null && known !== version) location.reload();
}

function listen() {
  const source = new EventSource('/api/preview-events');
  source.onmessage = hear;
  source.onerror = () => {
    // A browser asks again by itself, unless the answer was none of a stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
}

listen();

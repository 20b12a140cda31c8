import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

/**
 * What a plain host of Next.js sends where nothing was found; our server sends `trang-thieu`. Next.js
 * draws it along with every page: it asks nothing and is styled by nothing but the base.
 */
export default function NotFound() {
  return (
    <main>
      <h1>{strings.missingTitle}</h1>
      <p>{strings.missingText}</p>
      <a href={paths.front()}>{strings.front}</a>
    </main>
  );
}

import type { SearchRequest } from '@/lib/site/search-address';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { Answer } from './Answer';
import { SearchForm } from './SearchForm';

interface Props {
  readonly frame: Frame;
  readonly request?: SearchRequest | undefined;
}

/** What stands in place of a search that could not be made now. */
export function Busy({ frame, request }: Props) {
  return (
    <Answer
      frame={frame}
      kicker={strings.search}
      title={strings.busyTitle}
      sapo={strings.busyText}
      form={<SearchForm site={frame.site.name} request={request} />}
    />
  );
}

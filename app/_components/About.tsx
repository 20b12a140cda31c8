import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { Frame } from '../_frame';
import { Band } from './Band';
import { Columns } from './Columns';
import { Item } from './Item';

interface Props {
  readonly frame: Frame;
  /** True when it has the whole width of the page. */
  readonly isWide?: boolean;
}

/** Who we are and what we hold to. */
export function About({ frame: { site, sitePages }, isWide = false }: Props) {
  const items = [
    ...sitePages.map(({ slug, title, description }) => (
      <Item key={slug} title={title} path={paths.sitePage(slug)} sapo={description} />
    )),
    <Item
      key={paths.corrections()}
      title={strings.corrections}
      path={paths.corrections()}
      sapo={strings.correctionsIntro}
    />,
  ];
  return (
    <Band id="ve_trang" heading={strings.about(site.name)}>
      {isWide ? <Columns>{items}</Columns> : items}
    </Band>
  );
}

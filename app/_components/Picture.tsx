import type { LeadImage } from '@/lib/content/article';
import { addressOfPicture } from '@/lib/site/routes';
import styles from './Picture.module.css';

interface Props {
  readonly slug: string;
  readonly image: LeadImage;
  /** False for the picture that a reader sees first. */
  readonly isLazy?: boolean;
}

/** The lead picture of an article, cut to 3:2 so that its place is known before it comes. */
export function Picture({ slug, image: { src, alt, focus = 'center' }, isLazy = false }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: next/image writes style attributes and a script.
    <img
      className={styles[focus]}
      src={addressOfPicture(slug, src)}
      alt={alt}
      loading={isLazy ? 'lazy' : undefined}
      decoding="async"
    />
  );
}

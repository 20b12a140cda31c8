import type { LeadImage } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import { Picture } from './Picture';
import { Text } from './Text';

interface Props {
  readonly slug: string;
  readonly image: LeadImage;
}

/** The picture at the head of an article, with its caption and credit. */
export function LeadFigure({ slug, image }: Props) {
  const { caption, credit } = image;
  return (
    <figure>
      <Picture slug={slug} image={image} />
      {(caption || credit) && (
        <figcaption>
          {caption && <Text>{caption}</Text>}
          {credit && (
            <span className="credit">
              <Text>{strings.credit(credit)}</Text>
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

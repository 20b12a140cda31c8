import sharp from 'sharp';
import { type Card, drawCard } from './card';

/**
 * A card as a PNG, the same bytes for the same words. Five colours and what lies between them and the
 * paper: by 16 they look the same, and more would make twice the bytes.
 */
export async function cardPicture(card: Card): Promise<Buffer> {
  return await sharp(Buffer.from(drawCard(card)))
    .removeAlpha()
    .png({ palette: true, colours: 16, dither: 0, effort: 1 })
    .toBuffer();
}

import { nameOfPicture } from '../../site/routes';

/**
 * The file that the address of a picture means: a path of the site as it is, or the name of a file
 * relative to the one that shows it, where a blank may be written as %20 (CommonMark 0.31.2 §6.3).
 * @param address within the site, without blanks at its ends
 * @example pictureTarget('./cang%20bien.jpg') // 'cang bien.jpg'
 */
export function pictureTarget(address: string): string {
  return address.startsWith('/') ? address : nameOfPicture(address);
}

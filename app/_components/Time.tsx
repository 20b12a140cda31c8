import {
  type EditorialDate,
  formatDateTimeAttribute,
  formatShortDate,
} from '@/lib/vietnamese/dates';

interface Props {
  readonly date: EditorialDate;
  readonly timeZone: string;
  /** How it is shown; the short form unless another is given. */
  readonly format?: (date: EditorialDate, timeZone: string) => string;
}

/** A date for readers and machines. */
export function Time({ date, timeZone, format = formatShortDate }: Props) {
  return <time dateTime={formatDateTimeAttribute(date, timeZone)}>{format(date, timeZone)}</time>;
}

export { compareNames, comparePersons } from './collate';
export {
  type CalendarDay,
  calendarDayOf,
  type EditorialDate,
  formatDateTimeAttribute,
  formatLongDate,
  formatMonth,
  formatRfc822Date,
  formatShortDate,
  isCalendarDay,
  type ParsedDate,
  parseEditorialDate,
  startOfDay,
  startOfMonth,
} from './dates';
export { fold } from './fold';
export { formatNumber } from './numbers';
export { slug } from './slug';
export { spellingKey } from './spelling-key';
export { keepTogether, type TextPiece } from './typography';

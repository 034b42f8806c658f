export { type HolidayName, holidayNames } from './holiday-years.js';
export * from './holidays.js';

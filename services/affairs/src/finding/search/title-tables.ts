import type { TitleTable } from '@gongxiang/persistence';

export const serviceTitles: TitleTable = { name: 'searched_service', of: 'service_item', column: 'name' };
export const bulletinTitles: TitleTable = { name: 'searched_bulletin', of: 'bulletin', column: 'title' };
/** With the employer. */
export const vacancyTitles: TitleTable = { name: 'searched_vacancy', of: 'vacancy', column: 'found_by' };
/** With the merchant. */
export const benefitTitles: TitleTable = { name: 'searched_benefit', of: 'benefit', column: 'found_by' };
export const circleTitles: TitleTable = { name: 'searched_circle', of: 'circle', column: 'name' };
export const worksCallTitles: TitleTable = { name: 'searched_works_call', of: 'works_call', column: 'title' };
export const courseTitles: TitleTable = { name: 'searched_course', of: 'course', column: 'title' };

export const titleTables = [
  serviceTitles,
  bulletinTitles,
  vacancyTitles,
  benefitTitles,
  circleTitles,
  worksCallTitles,
  courseTitles,
];

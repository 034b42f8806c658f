import type { TitleTable } from '@gongxiang/persistence';

export const activityTitles: TitleTable = { name: 'activity_title', of: 'activity', column: 'title' };
export const resourceTitles: TitleTable = { name: 'resource_title', of: 'resource', column: 'title' };
export const needTitles: TitleTable = { name: 'need_title', of: 'need', column: 'title' };
export const brandTitles: TitleTable = { name: 'brand_title', of: 'brand', column: 'name' };

export const titleTables = [activityTitles, resourceTitles, needTitles, brandTitles];

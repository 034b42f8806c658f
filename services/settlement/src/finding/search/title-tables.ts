import type { TitleTable } from '@gongxiang/persistence';

/** A cost pool has no title of its own: it is found by that of its activity. */
export const activityTitles: TitleTable = { name: 'activity_title', of: 'activity_ref', column: 'title' };

export const titleTables = [activityTitles];

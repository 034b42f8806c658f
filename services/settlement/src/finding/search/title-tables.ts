import type { TitleTable } from '@gongxiang/persistence';

/** The cost pool of an activity has no title of its own: it is found by that of its activity. */
export const activityTitles: TitleTable = { name: 'activity_title', of: 'activity_ref', column: 'title' };

/** A shared bill belongs to no activity, and has a title. */
export const billTitles: TitleTable = { name: 'shared_bill_title', of: 'cost_pool', column: 'title' };

export const titleTables = [activityTitles, billTitles];

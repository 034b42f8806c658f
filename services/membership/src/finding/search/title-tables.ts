import type { TitleTable } from '@gongxiang/persistence';

export const unionTitles: TitleTable = { name: 'union_title', of: 'labour_union', column: 'name' };
export const enterpriseTitles: TitleTable = { name: 'enterprise_title', of: 'enterprise', column: 'name' };
export const organisationTitles: TitleTable = {
  name: 'organisation_title',
  of: 'organisation',
  column: 'name',
};

export const titleTables = [unionTitles, enterpriseTitles, organisationTitles];

import type { TitleTable } from '@gongxiang/persistence';

export const surveyTitles: TitleTable = { name: 'survey_title', of: 'survey', column: 'activity_title' };
export const voteTitles: TitleTable = { name: 'vote_title', of: 'vote', column: 'title' };
export const rankingTitles: TitleTable = { name: 'ranking_title', of: 'ranking', column: 'title' };
export const systemTitles: TitleTable = {
  name: 'indicator_system_title',
  of: 'indicator_system',
  column: 'name',
};

export const titleTables = [surveyTitles, voteTitles, rankingTitles, systemTitles];

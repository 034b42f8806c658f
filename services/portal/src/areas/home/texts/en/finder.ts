import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/finder.js';

export const texts: Same<typeof chinese> = {
  finder: {
    placeholder: 'Activities, halls, bills, unions, members, pages…',
    results: 'What was found',
    hint: 'Type a name or a part of it; Ctrl K opens this search from everywhere.',
    recent: 'Opened lately',
    pages: 'Pages',
    nothing: 'Nothing was found for “{{text}}”. Try another word, or only a part of it.',
    incomplete: 'These could not be searched now: {{services}}. Try again in a moment.',
    failed: 'The search did not work. Check the network, then try again.',
    kind: {
      activity: 'Activities',
      resource: 'Resources',
      need: 'Needs',
      brand: 'Brands',
      union: 'Unions',
      enterprise: 'Enterprises',
      organisation: 'Organisations',
      club: 'Clubs',
      member: 'Members',
      costPool: 'Costs',
      survey: 'Surveys',
      ranking: 'Rankings',
      indicatorSystem: 'Indicator systems',
    },
    service: {
      sharing: 'activities and resources',
      membership: 'unions and members',
      settlement: 'costs',
      evaluation: 'surveys and rankings',
    },
  },
};

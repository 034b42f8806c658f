import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Programmes, what was asked for and what was given; and the notice as a worker reads it. */
export async function subsidyPages(first: FindFirst): Promise<PortalPage[]> {
  const noticed = await first('/subsidy-programmes?state=notice&limit=1');
  return [
    ...pagesAs('officer', {
      'subsidy-programmes': '/subsidy-programmes',
      'new-subsidy-programme': '/subsidy-programmes/new',
      'subsidy-programme': `/subsidy-programmes/${noticed}`,
      'subsidy-apply': `/subsidy-programmes/${noticed}/apply`,
      'subsidy-applications': '/subsidy-applications',
      'subsidy-application': `/subsidy-applications/${await first('/subsidy-applications?limit=1')}`,
      subsidies: '/subsidies',
      subsidy: `/subsidies/${await first('/subsidies?limit=1')}`,
    }),
    ...pagesAs('worker', {
      'worker-subsidy-programmes': '/subsidy-programmes?state=notice',
      'worker-subsidy-notice': `/subsidy-programmes/${noticed}/notice`,
    }),
  ];
}

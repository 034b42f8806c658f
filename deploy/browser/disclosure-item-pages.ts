import { pagesAs, type PortalPage } from './portal-page.js';

/** What is to be disclosed: a union's plan, how those below stand, and what a worker sees of it. */
export const disclosureItemPages: readonly PortalPage[] = [
  ...pagesAs('worker', { 'my-disclosures': '/my-disclosures' }),
  ...pagesAs('officer', {
    'disclosure-items': '/disclosure-items',
    'disclosure-board': '/disclosure-board',
  }),
];

import type { Client } from '../demo/tools/client.js';
import { projectorTitle } from '../demo/steps/stock.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

interface Pieces {
  readonly items: readonly { readonly code: string }[];
}

/** What is shared, lent and needed. */
export async function resourcePages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const lent = await first(`/resources?limit=1&q=${encodeURIComponent('乒乓球室')}`);
  const resource = await first('/resources?function=facility&limit=1');
  const knowHow = await first('/resources?function=management&limit=1');
  return pagesAs('officer', {
    offers: '/offers',
    'offers-found': '/offers?q=zhangcheng&kind=resource',
    resource: `/resources/${resource}`,
    'new-resource': '/resources/new',
    'edit-resource': `/resources/${resource}/edit`,
    'new-grant': `/resources/${lent}/grants/new`,
    'edit-grant': `/resources/${lent}/grants/${await first(`/resources/${lent}/grants?limit=1`)}/edit`,
    mandates: '/mandates',
    lending: `/resources/${lent}/lending`,
    'new-loan-series': `/resources/${lent}/series`,
    'loan-series': `/loan-series/${await first('/loan-series?limit=1')}`,
    'loan-wait': `/resources/${lent}/wait`,
    'loan-import': `/resources/${lent}/import`,
    'offered-wait': `/loan-waits/${await first(`/resources/${lent}/waits?limit=1`)}`,
    'lent-resource': `/resources/${lent}`,
    'resource-profile': `/resources/${knowHow}/profile`,
    'know-how': `/resources/${knowHow}`,
    ...(await countedPages(first, officer)),
    loans: '/loans',
    loan: `/loans/${await first('/loans?limit=1')}`,
    'loan-desk': '/loans/desk',
    'loans-mine': '/loans/mine',
    'overdue-rule': '/loans/rule',
    'same-words': '/offers/words',
    'party-loans': '/party-loans',
    'party-loan': `/party-loans/${await first('/party-loans?limit=1')}`,
    needs: '/needs',
    'supply-and-demand': '/supply-and-demand?span=year&function=facility&business=culture',
    'given-and-received': '/given-and-received',
    'new-need': '/needs/new',
    need: `/needs/${await first('/needs?limit=1')}`,
    'needs-for-me': '/needs?forMe=true',
  });
}

/** Something that is counted in pieces, and the page to which a label of one of them leads. */
async function countedPages(first: FindFirst, officer: Client): Promise<Record<string, string>> {
  const counted = await first(`/resources?limit=1&q=${encodeURIComponent(projectorTitle)}`);
  const pieces = `/resources/${counted}/pieces`;
  const { items } = await officer.get<Pieces>(`${pieces}?limit=1`);
  return {
    'counted-resource': `/resources/${counted}`,
    pieces,
    'scanned-piece': `/pieces/${items[0]?.code ?? ''}`,
    'resource-maintenance': `/resources/${counted}/maintenance`,
    maintenance: '/maintenance',
  };
}

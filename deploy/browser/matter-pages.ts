import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import { Client } from '../demo/tools/client.js';
import { type FindFirst, pagesAs, type PortalPage, signInAs } from './portal-page.js';

interface Items {
  readonly items: readonly { readonly id: string }[];
}

/** What members tell is read at the very union in which one holds the office. */
async function ownUnion(gatewayUrl: string): Promise<string> {
  const { accessToken } = await signInAs(gatewayUrl, 'officer');
  const { roles } = await new Client(gatewayUrl).as({ accessToken }).get<MeView>('/me');
  return roles.find(({ role }) => role === 'officer')?.unionId ?? '';
}

/** Services and matters: for whoever brings one, whoever deals with it, and whoever has its number and code. */
export async function matterPages(gatewayUrl: string, first: FindFirst): Promise<PortalPage[]> {
  const { accessToken } = await signInAs(gatewayUrl, 'worker');
  const { items } = await new Client(gatewayUrl).as({ accessToken }).get<Items>('/me/matters?limit=1');
  const own = items[0]?.id ?? '';
  const service = await first('/services?limit=1');
  const named = await first(`/services?limit=1&q=${encodeURIComponent('法律咨询')}`);
  return [
    ...pagesAs('nobody', {
      'matter-status': '/matter-status',
      'public-service': `/services/${service}`,
      'service-figures': '/service-figures',
      'public-notices': '/public-notices',
    }),
    ...pagesAs('worker', {
      'worker-service': `/services/${service}`,
      'worker-matters': '/my-matters',
      'worker-matter': `/matters/${own}`,
      'worker-occasions': '/my-occasions',
    }),
    ...pagesAs('officer', {
      matters: '/matters?desk=mine',
      'matters-due-again': '/matters?desk=followUps',
      occasions: '/occasions',
      'told-occasions': `/occasions/told/${await ownUnion(gatewayUrl)}`,
      coverage: '/coverage',
      'hardship-kinds': '/hardship-kinds',
      'matter-in-hand': `/matters/${await first('/matters?desk=mine&limit=1')}`,
      'matter-with-steps': `/matters/${await first('/matters?desk=all&limit=1')}`,
      'enter-matter': '/matters/enter',
      'matter-figures': '/matters/figures',
      'service-items': '/service-items',
      'new-service-item': '/service-items/new',
      'service-item': `/service-items/${service}`,
      'service-handlers': `/service-handlers?serviceId=${named}`,
    }),
  ];
}

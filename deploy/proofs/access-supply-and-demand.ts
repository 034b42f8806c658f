import type { AccessRow } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;

const officeHolders = [401, 404, 404, 200] as const;

const forAll = [200, 200, 200, 200] as const;

const period = (): string => `from=${encodeURIComponent(inDays(-30))}&to=${encodeURIComponent(inDays(30))}`;

/** Sums are for everybody who may see the needs and the resources themselves. */
export const supplyAndDemandRows: readonly AccessRow[] = [
  { route: 'GET /supply-and-demand', expected: signedIn, request: () => ({ query: period() }) },
  {
    route: 'GET /supply-and-demand/behind',
    expected: signedIn,
    request: () => ({ query: `${period()}&function=facility&business=culture` }),
  },
  {
    route: 'GET /supply-and-demand/file',
    expected: signedIn,
    request: () => ({ query: `${period()}&format=csv` }),
  },
  { route: 'GET /public/sharing-figures', expected: forAll },
  { route: 'GET /lending-graph', expected: signedIn, request: () => ({ query: period() }) },
  {
    route: 'GET /unions/{unionId}/given-and-received',
    expected: officeHolders,
    request: (world) => ({ params: { unionId: world.network.near.id }, query: period() }),
  },
  {
    route: 'GET /unions/{unionId}/sharing-below',
    expected: officeHolders,
    request: (world) => ({ params: { unionId: world.network.near.id }, query: period() }),
  },
  {
    route: 'GET /unions/{unionId}/offer-suggestions',
    expected: officeHolders,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
];

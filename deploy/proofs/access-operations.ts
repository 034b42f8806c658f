import { newId } from '@gongxiang/domain';
import type { AccessRow } from './access-world.js';
import { fileOf } from './ask.js';

const service = { query: 'service=membership' };

/** Files, hints and what operators and auditors do. */
export const operationsRows: readonly AccessRow[] = [
  { route: 'GET /events', expected: [401, 200, 200, 200], streams: true },
  {
    route: 'POST /files',
    expected: [401, 201, 201, 201],
    request: () => ({ body: fileOf('a.pdf', '%PDF-1.4 proof', 'application/pdf') }),
    after: (world, { key }) => world.ids.set('key', key ?? ''),
  },
  { route: 'GET /files/{key}', expected: [401, 404, 404, 200] },
  { route: 'GET /audit', expected: [401, 403, 403, 200], right: 'operator', request: () => service },
  {
    route: 'GET /audit/verification',
    expected: [401, 403, 403, 200],
    right: 'operator',
    request: () => service,
  },
  { route: 'GET /dead-letters', expected: [401, 403, 403, 200], right: 'operator', request: () => service },
  {
    route: 'POST /dead-letters/replay',
    expected: [401, 403, 403, 404],
    right: 'operator',
    request: () => ({ body: { service: 'membership', consumer: 'nobody', messageId: newId() } }),
    why: 'a healthy network has no dead letter to replay',
  },
  {
    route: 'POST /dead-letters/discard',
    expected: [401, 403, 403, 404],
    right: 'operator',
    request: () => ({
      body: { service: 'membership', consumer: 'nobody', messageId: newId(), reason: '试录' },
    }),
    why: 'a healthy network has no dead letter to give up',
  },
  {
    route: 'POST /republications',
    expected: [401, 403, 403, 200],
    right: 'operator',
    request: () => ({ body: { service: 'sharing', noun: 'activity' } }),
  },
];

const signedIn = [401, 200, 200, 200] as const;
const yuan = (amount: string): object => ({ amount, currency: 'CNY' });

/** What computes and saves nothing is for everybody who is signed in. */
export const referenceRows: readonly AccessRow[] = [
  {
    route: 'POST /identifiers/check',
    expected: signedIn,
    request: () => ({ body: { kind: 'uscc', value: '91310000MA1FL00030' } }),
  },
  {
    route: 'POST /size-class',
    expected: signedIn,
    request: () => ({ body: { sector: 'industry', employees: 1200, revenueWan: 1999, assetsWan: null } }),
  },
  {
    route: 'POST /previews/split',
    expected: signedIn,
    request: () => ({
      body: { total: yuan('100'), parties: [{ id: 'A' }, { id: 'B' }], rotation: 0, rule: { kind: 'equal' } },
    }),
  },
  {
    route: 'POST /previews/netting',
    expected: signedIn,
    request: () => ({
      body: { mode: 'fewest', hub: null, debts: [{ from: 'B', to: 'A', amount: yuan('4000') }] },
    }),
  },
  {
    route: 'POST /previews/weights',
    expected: signedIn,
    request: () => ({ body: { method: 'ahp', items: ['a', 'b'], upper: [['3']] } }),
  },
  {
    route: 'POST /previews/ranking',
    expected: signedIn,
    request: () => ({
      body: {
        method: 'topsis',
        rows: [
          [1, 2],
          [2, 1],
        ],
        weights: [0.5, 0.5],
        directions: ['max', 'min'],
        scaling: 'vector',
      },
    }),
  },
];

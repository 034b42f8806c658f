import type { RecordView } from '@gongxiang/contracts/affairs/records/record.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** For the person and for officers of their union and above; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;

const content = { kind: 'skill', title: '高级焊工', details: { skillLevel: '高级工' } };

/** One line of a file, about a member of the keeper's union. */
const importOf = ({ people }: AccessWorld) => ({
  lines: [{ line: 2, personId: people.member.personId, ...content, title: '高级电工' }],
});

/** The keeper says another thing about themselves, which is not right. */
async function enterAnother({ people, ids }: AccessWorld): Promise<void> {
  const { id } = await people.keeper.client.post<RecordView>('/records', content);
  ids.set('wrongRecordId', id);
}

/** A record is its person's; officers of their union and above decide on it, the person themselves does not. */
export const recordRows: readonly AccessRow[] = [
  {
    route: 'POST /records',
    expected: [401, 201, 201, 201],
    request: () => ({ body: content }),
    keep: 'recordId',
  },
  { route: 'GET /records/{recordId}', expected: hidden },
  { route: 'PUT /records/{recordId}', expected: hidden, request: () => ({ body: content }) },
  {
    route: 'PUT /records/{recordId}/sharing',
    expected: hidden,
    sees: '/records/{recordId}',
    request: () => ({ body: { shared: true } }),
  },
  { route: 'POST /records/{recordId}/verify', expected: hidden, right: 'federal' },
  // Officers of other unions may import, but nothing about people who are not theirs.
  {
    route: 'POST /record-imports/preview',
    expected: [401, 403, 200, 200],
    request: (world) => ({ body: importOf(world) }),
  },
  {
    route: 'POST /record-imports',
    expected: [401, 403, 200, 200],
    request: (world) => ({ body: importOf(world) }),
  },
  { route: 'GET /talents', expected: signedIn },
  { route: 'GET /records', expected: [401, 403, 200, 200] },
  { route: 'GET /me/records', expected: signedIn },
  {
    route: 'POST /records/{recordId}/refuse',
    expected: hidden,
    right: 'federal',
    before: enterAnother,
    request: (world) => ({
      params: { recordId: idOf(world, 'wrongRecordId') },
      body: { reason: '与证书不符' },
      ifMatch: 1,
    }),
  },
  {
    route: 'POST /records/{recordId}/revoke',
    expected: hidden,
    right: 'federal',
    request: () => ({ body: { reason: '证书已注销' } }),
  },
];

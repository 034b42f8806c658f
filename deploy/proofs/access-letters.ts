import type { Page } from '@gongxiang/contracts/core/contract';
import type { MyLetterView } from '@gongxiang/contracts/sharing/papers/letter.contract';
import { readPaper } from '@gongxiang/testing';
import { certificateDocument } from '../demo/tools/certificate.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

async function uploadTemplate(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { key } = await client.upload('certificate.docx', certificateDocument(), 'application/zip');
  world.ids.set('templateFile', key);
}

/** The keeper's own letter, and the code that stands on it. */
async function readOwnLetter(world: AccessWorld): Promise<void> {
  const { client, token } = world.people.keeper;
  const [letter] = (await client.get<Page<MyLetterView>>('/me/letters')).items;
  world.ids.set('letterId', letter?.id ?? '');
  world.ids.set('letterNumber', letter?.number ?? '');
  const address = `${world.platform.gatewayUrl}/api/v1/letters/${letter?.id ?? ''}/file`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
  const text = readPaper(Buffer.from(await answer.arrayBuffer()))
    .pages.flat()
    .join(' ');
  world.ids.set('letterCode', /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)?.[0] ?? '');
}

const own = [401, 404, 404, 200] as const;
const organisers = [401, 403, 403, 200] as const;

/** Templates are their union's own; letters are issued by the organiser, and read by who is named on them. */
export const letterRows: readonly AccessRow[] = [
  { route: 'GET /activities/{activityId}/poster', expected: [401, 200, 200, 200] },
  {
    route: 'POST /letter-templates',
    expected: [401, 404, 404, 201],
    before: uploadTemplate,
    request: (world) => ({
      body: {
        unionId: world.network.near.id,
        kind: 'certificate',
        name: '活动参与证书',
        fileKey: idOf(world, 'templateFile'),
      },
    }),
    keep: 'templateId',
  },
  {
    route: 'GET /letter-templates',
    expected: own,
    request: (world) => ({ query: `unionId=${world.network.near.id}` }),
  },
  { route: 'GET /letter-templates/{templateId}', expected: own },
  { route: 'GET /letter-templates/{templateId}/sample', expected: own },
  {
    route: 'POST /activities/{activityId}/letters',
    expected: [401, 403, 403, 201],
    request: (world) => ({ body: { templateId: idOf(world, 'templateId') } }),
  },
  { route: 'GET /activities/{activityId}/letters', expected: organisers },
  { route: 'GET /me/letters', expected: [401, 200, 200, 200] },
  { route: 'GET /letters/{letterId}/file', expected: own, before: readOwnLetter },
  {
    route: 'GET /public/letters/verify',
    expected: [200, 200, 200, 200],
    request: (world) => ({
      query: `number=${idOf(world, 'letterNumber')}&code=${idOf(world, 'letterCode')}`,
    }),
  },
  {
    route: 'POST /activities/{activityId}/letters/{letterId}/revoke',
    expected: organisers,
    request: () => ({ body: { reason: '姓名与本人不符' } }),
  },
  { route: 'DELETE /letter-templates/{templateId}', expected: own },
  { route: 'POST /letter-templates/{templateId}/restore', expected: own },
];

import type { Page } from '@gongxiang/contracts/core/contract';
import type { RankingView } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { RecognitionView } from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import { newId } from '@gongxiang/domain';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { endNotice } from './rankings.js';

const signedIn = [401, 200, 200, 200] as const;
const draft = [401, 404, 404, 200] as const;
const made = [401, 403, 403, 201] as const;
const changed = [401, 403, 403, 200] as const;

const rankingOf = (world: AccessWorld) => ({ indicatorSystemId: idOf(world, 'systemId'), method: 'score' });

/** Rankings are drafted by evaluators, and everybody's once they are on notice; whoever is ranked may appeal. */
export const rankingRows: readonly AccessRow[] = [
  {
    route: 'POST /rankings',
    expected: made,
    request: (world) => ({ body: rankingOf(world) }),
    keep: 'rankingId',
  },
  { route: 'GET /rankings', expected: signedIn },
  { route: 'GET /rankings/{rankingId}', expected: draft },
  { route: 'GET /rankings/{rankingId}/entries', expected: draft },
  { route: 'GET /rankings/{rankingId}/left-out', expected: draft },
  { route: 'GET /rankings/{rankingId}/verification', expected: draft },
  { route: 'GET /rankings/{rankingId}/file', expected: draft, request: () => ({ query: 'as=csv' }) },
  { route: 'POST /rankings/{rankingId}/publish', expected: draft, request: () => ({ body: { days: 7 } }) },
  {
    route: 'POST /rankings/{rankingId}/appeals',
    expected: made,
    request: async (world) => ({
      body: {
        subjectId: idOf(world, 'activityId'),
        text: '到场人数漏计',
        attachment: await signInSheet(world),
      },
    }),
    keep: 'appealId',
  },
  { route: 'GET /rankings/{rankingId}/appeals', expected: signedIn },
  // For both sides, and nobody else.
  { route: 'GET /rankings/{rankingId}/appeals/{appealId}/attachment', expected: draft },
  {
    route: 'POST /rankings/{rankingId}/appeals/{appealId}/decide',
    expected: changed,
    // Whoever made the ranking, or appealed, does not decide.
    right: 'operator',
    sees: '/rankings/{rankingId}',
    request: () => ({ body: { upheld: true, answer: '经核对属实' } }),
  },
  { route: 'POST /rankings/{rankingId}/revise', expected: made },
  {
    route: 'POST /rankings/{rankingId}/withdraw',
    expected: changed,
    request: () => ({ body: { reason: '到场记录有误' } }),
  },
];

/** A file that the keeper has uploaded. */
async function signInSheet({ people }: AccessWorld): Promise<object> {
  const content = `%PDF-1.4 ${newId()}`;
  const { key: fileKey, sha256 } = await people.keeper.client.upload(
    '签到表.pdf',
    content,
    'application/pdf',
  );
  return { fileKey, sha256, name: '签到表.pdf' };
}

/** A ranking whose time of notice is over. */
async function finalRanking(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<RankingView>('/rankings', rankingOf(world));
  await client.decide(`/rankings/${id}/publish`, { days: 1 });
  await endNotice(world.platform, world.people.keeper, id);
  world.ids.set('rankingId', id);
}

async function readRecognition(world: AccessWorld): Promise<void> {
  const query = `rankingId=${idOf(world, 'rankingId')}`;
  const { items } = await world.people.keeper.client.get<Page<RecognitionView>>(`/recognitions?${query}`);
  world.ids.set('recognitionId', items[0]?.id ?? '');
  world.ids.set('recognitionCode', items[0]?.code ?? '');
}

/** Recognitions are given by evaluators, and read by all; a certificate is verified by anyone who has one. */
export const recognitionRows: readonly AccessRow[] = [
  {
    route: 'POST /recognitions',
    expected: made,
    before: finalRanking,
    request: (world) => ({
      body: {
        rankingId: idOf(world, 'rankingId'),
        title: '2026年度优秀活动',
        year: 2026,
        levels: [{ level: '一等奖', lastPlace: 1 }],
      },
    }),
  },
  { route: 'GET /recognitions', expected: signedIn, before: readRecognition },
  { route: 'GET /recognitions/{recognitionId}', expected: signedIn, before: readRecognition },
  { route: 'GET /recognitions/{recognitionId}/file', expected: signedIn },
  {
    route: 'GET /public/recognitions/verify',
    expected: [200, 200, 200, 200],
    request: (world) => ({ query: `code=${idOf(world, 'recognitionCode')}` }),
  },
  {
    route: 'POST /recognitions/{recognitionId}/revoke',
    expected: changed,
    request: () => ({ body: { reason: '名次更正' } }),
  },
];

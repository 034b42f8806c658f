import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeMoveEvents, noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { untilNothingDue } from './notice.fixture.js';

let sharing: ServiceFixture;

beforeAll(async () => {
  sharing = await startSharing();
  await untilNothingDue(sharing, 'notices-move');
});
afterAll(() => sharing.stop());

const [reader, other] = [newId(), newId()];
const [loanId, intakeId] = [newId(), newId()];

/** As the release before kept it. */
async function keep(row: {
  readonly personId: string;
  readonly kind: string;
  readonly why: string;
  readonly about: readonly [column: string, id: string];
  readonly details: object;
  readonly readAt?: string;
}): Promise<string> {
  const id = newId();
  await sharing.dataSource.query(
    `INSERT INTO notice (person_id, id, kind, why, ${row.about[0]}, cause, details, created_at, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '2026-11-01T00:00:00Z', $8)`,
    [row.personId, id, row.kind, row.why, row.about[1], `cause/${id}`, row.details, row.readAt ?? null],
  );
  return id;
}

describe('notices from before there was a service for them', () => {
  it('move there once, with their ids, times and readings, and none is left', async () => {
    const first = await keep({
      personId: reader,
      kind: 'loanApproved',
      why: 'borrows',
      about: ['loan_id', loanId],
      details: {
        resourceTitle: '投影仪',
        partyName: '滨江工会',
        startsAt: '2026-11-20T01:00:00.000Z',
        reason: null,
      },
      readAt: '2026-11-02T00:00:00.000Z',
    });
    const second = await keep({
      personId: other,
      kind: 'intakeAnswered',
      why: 'wroteIntake',
      about: ['intake_id', intakeId],
      details: { intakeKind: 'question' },
    });
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('notices-move', '', $1, '{}')
       ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at`,
      [sharing.clock.now()],
    );
    const moved = await eventually(async () => {
      const told = (await sharing.recorded(noticeMoveEvents.moved)).flatMap(({ notices }) => notices);
      expect(told).toHaveLength(2);
      return told;
    });
    expect(moved.find(({ id }) => id === first)).toEqual({
      id: first,
      personId: reader,
      kind: 'loanApproved',
      why: 'borrows',
      cause: `cause/${first}`,
      about: { loanId },
      title: '投影仪',
      values: { partyName: '滨江工会', startsAt: '2026-11-20T01:00:00.000Z' },
      timeZone: 'Asia/Shanghai',
      textId: null,
      createdAt: '2026-11-01T00:00:00.000Z',
      readAt: '2026-11-02T00:00:00.000Z',
    });
    expect(moved.find(({ id }) => id === second)).toMatchObject({
      about: { intakeId },
      values: {},
      readAt: null,
    });
    await untilNothingDue(sharing, 'notices-move');
    expect(await sharing.dataSource.query('SELECT 1 FROM notice')).toEqual([]);
    expect(await sharing.recorded(noticeTextEvents.changed)).toEqual([]);
  });
});

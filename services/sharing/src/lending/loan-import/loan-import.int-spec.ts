import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanImportContract } from '@gongxiang/contracts/sharing/lending/loan-import.contract';
import { openingHoursContract } from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import type { Actor } from '@gongxiang/domain';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

const head = '类型,借用工会,开始,结束,用途';

async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return id;
}

function take(
  resourceId: string,
  lines: readonly string[],
  dryRun = false,
  actor: Actor = lending.ownerOfficer,
) {
  const csv = [head, ...lines].join('\n');
  return lending.sharing.ask(loanImportContract.create, { resourceId, csv, dryRun }, actor);
}

async function bookingsOf(resourceId: string): Promise<string[]> {
  const rows: { kind: string }[] = await lending.sharing.dataSource.query(
    'SELECT kind FROM booking WHERE resource_id = $1 ORDER BY starts_at',
    [resourceId],
  );
  return rows.map(({ kind }) => kind);
}

describe('an import', () => {
  const loan = (): string => `借用,${lending.borrower.name},2026-12-01 09:00,2026-12-01 12:00,球赛`;
  const block = '停用,,2026-12-02 00:00,2026-12-02 24:00,设备年检';

  it('takes in all lines; a dry run says the same and keeps nothing', async () => {
    const id = await freeHall();
    const dry = await take(id, [loan(), block], true);
    expect(dry.lines).toMatchObject([
      { line: 2, kind: 'loan', unionName: lending.borrower.name, id: null },
      { line: 3, kind: 'block', unionName: null, endsAt: '2026-12-02T16:00:00.000Z', id: null },
    ]);
    expect(await bookingsOf(id)).toEqual([]);
    const taken = await take(id, [loan(), block]);
    expect(taken.lines.map(({ id: made }) => made)).toEqual([expect.any(String), expect.any(String)]);
    expect(await bookingsOf(id)).toEqual(['loan', 'block']);
  });

  it('E51: or none, with what is wrong line by line, by the same guard as any request', async () => {
    const id = await freeHall();
    await borrow(lending, id, { startsAt: at(5, '10:00'), endsAt: at(5, '12:00') });
    const exceptions = [{ date: '2026-12-06', spans: [] }];
    const open = { weekly: null, holidays: 'asUsual', makeUpDays: 'asUsual', overnight: false } as const;
    await lending.sharing.ask(
      openingHoursContract.set,
      { resourceId: id, ...open, exceptions },
      lending.ownerOfficer,
      { ifMatch: 0 },
    );
    const lines = [
      loan(),
      `借用,${lending.borrower.id},2026-12-05 11:00,2026-12-05 13:00,E58`,
      `借用,${lending.borrower.name},2026-12-05 12:00,2026-12-05 13:00,E57`,
      `借用,没有这个工会,2026-12-07 09:00,2026-12-07 10:00,球赛`,
      `借用,${lending.borrower.name},2026-12-06 09:00,2026-12-06 10:00,球赛`,
      `停用,,2026-12-01 11:00,2026-12-01 13:00,与第一行重叠`,
      '停用,,x,y,z',
    ];
    for (const dryRun of [true, false]) {
      await expect(take(id, lines, dryRun)).rejects.toMatchObject({
        code: 'LOAN_IMPORT_REFUSED',
        params: { count: 5 },
        errors: [
          { pointer: '/csv/3', code: 'SLOT_TAKEN' },
          { pointer: '/csv/5', code: 'LOAN_IMPORT_UNION', params: { name: '没有这个工会' } },
          { pointer: '/csv/6', code: 'OUTSIDE_OPENING_HOURS' },
          { pointer: '/csv/7', code: 'SLOT_TAKEN' },
          { pointer: '/csv/8', code: 'LOAN_IMPORT_TIME' },
        ],
      });
    }
    expect(await bookingsOf(id)).toEqual(['loan']);
  });

  it('is for whoever keeps the resource', async () => {
    const id = await freeHall();
    await expect(take(id, [block], true, lending.borrowerOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

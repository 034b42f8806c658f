import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { openingHoursContract } from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  loanSeriesContract,
  type LoanSeriesView,
  type PreviewLoanSeriesRequest,
} from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import type { Actor } from '@gongxiang/domain';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return id;
}

/** Tuesdays in December, from the 1st, 19:00 to 21:00. */
function wish(resourceId: string, changes: Partial<PreviewLoanSeriesRequest> = {}): PreviewLoanSeriesRequest {
  return {
    resourceId,
    borrowerUnionId: lending.borrower.id,
    purpose: '合唱团排练',
    startsAt: at(1, '19:00'),
    endsAt: at(1, '21:00'),
    rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
    ...changes,
  };
}

function make(resourceId: string, changes: Partial<PreviewLoanSeriesRequest> = {}): Promise<LoanSeriesView> {
  return lending.sharing.ask(loanSeriesContract.create, wish(resourceId, changes), lending.borrowerOfficer);
}

const datesOf = (view: { created: readonly { date: string }[] }): string[] =>
  view.created.map(({ date }) => date);

describe('a series of loans', () => {
  it('E43: has what can be had, and says of each other day why it is skipped; the preview says the same', async () => {
    const id = await freeHall();
    await borrow(lending, id, { startsAt: at(8, '20:00'), endsAt: at(8, '22:00') });
    await lending.sharing.ask(
      resourceContract.block,
      { resourceId: id, from: at(15, '00:00'), to: at(16, '00:00'), reason: '维修' },
      lending.ownerOfficer,
    );
    const preview = await lending.sharing.ask(loanSeriesContract.preview, wish(id), lending.borrowerOfficer);
    const made = await make(id);
    for (const view of [preview, made]) {
      expect(datesOf(view)).toEqual(['2026-12-01', '2026-12-22']);
      expect(view.skipped).toEqual([
        { date: '2026-12-08', reason: 'REFUSED', code: 'SLOT_TAKEN', holiday: null },
        { date: '2026-12-15', reason: 'REFUSED', code: 'SLOT_TAKEN', holiday: null }, // E62
      ]);
    }
    const loan = made.created[1];
    expect(
      await lending.sharing.ask(loanContract.get, { loanId: loan?.loanId ?? '' }, lending.ownerOfficer),
    ).toMatchObject({ state: 'approved', startsAt: '2026-12-22T11:00:00.000Z' });
  });

  it('E51: asks for each day by the same guard as a single loan', async () => {
    const id = await freeHall();
    await lending.sharing.ask(
      openingHoursContract.set,
      {
        resourceId: id,
        weekly: null,
        holidays: 'asUsual',
        makeUpDays: 'asUsual',
        overnight: false,
        exceptions: [{ date: '2026-12-08', spans: [] }],
      },
      lending.ownerOfficer,
      { ifMatch: 0 },
    );
    const made = await make(id, { except: ['2026-12-15'] });
    expect(made.skipped).toEqual([
      { date: '2026-12-08', reason: 'REFUSED', code: 'OUTSIDE_OPENING_HOURS', holiday: null },
      { date: '2026-12-15', reason: 'EXCEPTED', code: null, holiday: null },
    ]);
  });

  it('E41: does not overlap itself, and keeps nothing where no day can be had', async () => {
    const id = await freeHall();
    const long = await make(id, { endsAt: at(3, '19:00'), rule: 'FREQ=DAILY;COUNT=4' });
    expect(datesOf(long)).toEqual(['2026-12-01', '2026-12-03']);
    expect(long.skipped.map(({ reason }) => reason)).toEqual(['OVERLAPS_ITSELF', 'OVERLAPS_ITSELF']);
    await expect(make(id, { rule: 'FREQ=DAILY;COUNT=2' })).rejects.toMatchObject({
      code: 'LOAN_SERIES_REFUSED',
    });
  });

  it('E45: has an end', async () => {
    const id = await freeHall();
    await expect(make(id, { rule: 'FREQ=WEEKLY' })).rejects.toMatchObject({ code: 'SERIES_WITHOUT_END' });
  });

  it('keeps its hour by the clock of China past holidays, and goes through a year of two hundred days', async () => {
    const id = await freeHall();
    const made = await make(id, {
      rule: 'FREQ=DAILY;COUNT=60',
      holidays: 'skip',
      startsAt: '2026-12-25T22:00:00+08:00',
      endsAt: '2026-12-26T00:00:00+08:00',
    });
    expect(new Set(made.created.map(({ startsAt }) => startsAt.slice(11)))).toEqual(
      new Set(['14:00:00.000Z']),
    );
    expect(made.holidaysUnknown).toEqual([2027]);
    // New Year is off by law, before the other holidays of its year are known.
    expect(made.skipped).toMatchObject([{ date: '2027-01-01' }]);
    expect(made.created).toHaveLength(59);
  });

  it('previews leave nothing behind, not even a word to others', async () => {
    const id = await freeHall();
    await lending.sharing.ask(loanSeriesContract.preview, wish(id), lending.borrowerOfficer);
    const rows: unknown[] = await lending.sharing.dataSource.query(
      `SELECT 1 FROM loan WHERE resource_id = $1 UNION ALL SELECT 1 FROM booking WHERE resource_id = $1`,
      [id],
    );
    expect(rows).toEqual([]);
  });
});

describe('cancelling', () => {
  const cancel = (seriesId: string, body: object, actor: Actor = lending.borrowerOfficer) =>
    lending.sharing.ask(loanSeriesContract.cancel, { seriesId, ...body }, actor);

  it('takes this loan and those after it, and leaves what is out', async () => {
    const id = await freeHall();
    const made = await make(id);
    const loanIds = made.created.map(({ loanId }) => loanId);
    const loanId = loanIds[0] ?? '';
    await lending.sharing.ask(loanContract.handOver, { loanId }, lending.ownerOfficer);
    const later = await cancel(made.id, { fromLoanId: loanIds[2] });
    expect(later.cancelled.map((one) => one.loanId)).toEqual(loanIds.slice(2));
    expect(later).toMatchObject({ refused: [], over: false });
    const rest = await cancel(made.id, {});
    expect(rest.cancelled.map((one) => one.loanId)).toEqual(loanIds.slice(1, 2));
    expect(rest).toMatchObject({ refused: [{ loanId, number: 1, code: 'ILLEGAL_TRANSITION' }], over: false });
    await lending.sharing.ask(loanContract.giveBack, { loanId }, lending.ownerOfficer);
    const request = { seriesId: made.id };
    const after = await lending.sharing.ask(loanSeriesContract.get, request, lending.borrowerOfficer);
    expect(after.created.map(({ state }) => state)).toEqual([
      'returned',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(await cancel(made.id, {})).toEqual({ cancelled: [], refused: [], over: true });
  });

  it('by the owner has a reason; to others the series does not exist', async () => {
    const made = await make(await freeHall());
    await expect(cancel(made.id, {}, lending.ownerOfficer)).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await expect(cancel(made.id, {}, lending.otherOfficer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const get = (actor: Actor | null) =>
      lending.sharing.ask(loanSeriesContract.get, { seriesId: made.id }, actor);
    await expect(get(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(get(lending.member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(lending.ownerOfficer)).resolves.toMatchObject({ id: made.id });
    const outcome = await cancel(made.id, { reason: '场地停用' }, lending.ownerOfficer);
    expect(outcome.cancelled).toHaveLength(4);
  });

  it('is found from one of its loans', async () => {
    const made = await make(await freeHall());
    const loanId = made.created[2]?.loanId ?? '';
    const { items } = await lending.sharing.ask(loanSeriesContract.list, { loanId }, lending.borrowerOfficer);
    expect(items.map(({ id }) => id)).toEqual([made.id]);
  });
});

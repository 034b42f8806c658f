import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanHoldContract } from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import { loanImportContract } from '@gongxiang/contracts/sharing/lending/loan-import.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { loanSeriesContract } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import type { DomainError } from '@gongxiang/domain';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

const on = (day: number, start: string, end: string): Times => ({
  startsAt: at(day, start),
  endsAt: at(day, end),
});

/** Requests a time of a resource in one way. @returns the code of the refusal, or null */
type Way = (resourceId: string, times: Times) => Promise<string | null>;

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const { code, errors } = error as DomainError;
    return code === 'LOAN_IMPORT_REFUSED' ? (errors[0]?.code ?? code) : code;
  }
}

/** Every way to a time of a resource beside a plain request. None retains it: each is undone or released. */
const ways: Readonly<Record<string, Way>> = {
  'a hold': async (resourceId, times) => {
    const { sharing, borrower, borrowerOfficer } = lending;
    const request = { resourceId, borrowerUnionId: borrower.id, ...times };
    return codeOf(
      sharing
        .ask(loanHoldContract.create, request, borrowerOfficer)
        .then(({ id: holdId }) =>
          sharing.ask(loanHoldContract.remove, { resourceId, holdId }, borrowerOfficer),
        ),
    );
  },
  'a move': async (resourceId, times) => {
    const { sharing, owner, ownerOfficer } = lending;
    const far = { ...on(28, '10:00', '11:00'), borrowerUnionId: owner.id };
    const loan = await borrow(lending, resourceId, far, ownerOfficer);
    const code = await codeOf(
      sharing.ask(loanMoveContract.move, { loanId: loan.id, ...times }, ownerOfficer),
    );
    await sharing.ask(loanContract.cancel, { loanId: loan.id, reason: '撤销' }, ownerOfficer);
    return code;
  },
  'a day of a series': async (resourceId, times) => {
    const request = { resourceId, borrowerUnionId: lending.borrower.id, purpose: '排练', ...times };
    const preview = await lending.sharing.ask(
      loanSeriesContract.preview,
      { ...request, rule: 'FREQ=DAILY;COUNT=1' },
      lending.borrowerOfficer,
    );
    return preview.skipped[0]?.code ?? null;
  },
  'a line of an import': (resourceId, { startsAt, endsAt }) => {
    const time = (text: string): string => text.slice(0, 16).replace('T', ' ');
    const line = `借用,${lending.borrower.name},${time(startsAt)},${time(endsAt)},球赛`;
    const csv = `类型,借用工会,开始,结束,用途\n${line}`;
    return codeOf(
      lending.sharing.ask(loanImportContract.create, { resourceId, csv, dryRun: true }, lending.ownerOfficer),
    );
  },
};

async function freeHall(changes: Parameters<typeof hall>[1] = {}): Promise<string> {
  const { id } = await hall(lending, changes);
  await grantFor(lending, id);
  return id;
}

describe.each(Object.entries(ways))('%s', (_name, way) => {
  it('E46, E57, E58: takes no time that another has, and any that only touches it', async () => {
    const id = await freeHall();
    await borrow(lending, id, on(1, '10:00', '12:00'));
    expect(await way(id, on(1, '10:00', '12:00'))).toBe('SLOT_TAKEN');
    expect(await way(id, on(1, '11:59', '13:00'))).toBe('SLOT_TAKEN');
    expect(await way(id, on(1, '09:00', '10:00'))).toBeNull();
    expect(await way(id, on(1, '12:00', '13:00'))).toBeNull();
  });

  it('E59, E60: keeps the turnaround, in minutes, once', async () => {
    const id = await freeHall({ turnaroundMinutes: 90 });
    await borrow(lending, id, on(2, '10:00', '12:00'));
    expect(await way(id, on(2, '13:29', '14:00'))).toBe('SLOT_TAKEN'); // 12:00 + 90 min = 13:30
    expect(await way(id, on(2, '13:30', '14:00'))).toBeNull();
    expect(await way(id, on(2, '08:00', '08:31'))).toBe('SLOT_TAKEN'); // 08:31 + 90 min = 10:01
  });

  it('E52: finds a time taken by a request that nobody has decided', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id, { approval: 'custodian' });
    await borrow(lending, id, on(3, '10:00', '12:00'));
    expect(await way(id, on(3, '11:00', '13:00'))).toBe('SLOT_TAKEN');
  });

  it('E62, E64: takes neither what is out of service, nor a whole of which a part is taken', async () => {
    const whole = await freeHall();
    const part = await freeHall({ partOfId: whole });
    await borrow(lending, part, on(4, '10:00', '12:00'));
    expect(await way(whole, on(4, '11:00', '13:00'))).toBe('SLOT_TAKEN');
    const times = { from: at(5, '00:00'), to: at(6, '00:00'), reason: '维修' };
    await lending.sharing.ask(resourceContract.block, { resourceId: whole, ...times }, lending.ownerOfficer);
    expect(await way(part, on(5, '10:00', '12:00'))).toBe('SLOT_TAKEN');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Loan } from '../loan/loan.js';
import {
  codeOf,
  type Damage,
  handoverGroupOf,
  type Extension,
  type Handover,
  labelsIn,
  loanIdIn,
  sameCode,
  timelineOf,
  waysOf,
} from './handover.js';

const at = (time: string): string => `2026-12-01T${time}:00.000Z`;
const now = Date.parse(at('10:00'));
const id = '019a0000-0000-7000-8000-000000000001';

function loan(more: Partial<Loan>): Loan {
  return {
    id,
    state: 'approved',
    startsAt: at('09:00'),
    endsAt: at('12:00'),
    createdAt: at('01:00'),
    handedOverAt: null,
    returnedAt: null,
    overdue: false,
    decideBy: null,
    reasonCode: null,
    ...more,
  } as Loan;
}

const handover = (more: Partial<Handover>): Handover =>
  ({ direction: 'out', state: 'waiting', counts: true, at: at('09:00'), ...more }) as Handover;

describe('the line of time', () => {
  it('E54: tells each handover instead of one step, damage and extension in between, what is to come last', () => {
    const events = timelineOf(loan({ state: 'handedOver', handedOverAt: at('09:00') }), {
      handovers: [handover({}), handover({ direction: 'back', at: at('11:00') })],
      damages: [{ claimedAt: at('11:30') } as Damage],
      extensions: [{ askedAt: at('10:30') } as Extension],
    });
    expect(events.map((event) => (event.kind === 'step' ? event.name : `${event.kind} ${event.at}`))).toEqual(
      [
        'requested',
        'approved',
        `handover ${at('09:00')}`,
        `extension ${at('10:30')}`,
        `handover ${at('11:00')}`,
        `damage ${at('11:30')}`,
        'returnDue',
      ],
    );
  });

  it('tells the steps of a loan that has no handovers', () => {
    const none = { handovers: [], damages: [], extensions: [] };
    const names = timelineOf(loan({ state: 'returned', returnedAt: at('11:00') }), none);
    expect(names.map((event) => (event.kind === 'step' ? event.name : ''))).toContain('returned');
  });
});

describe('which ways something can go', () => {
  const owner = { isOwner: true, isBorrower: false };
  const borrower = { isOwner: false, isBorrower: true };
  const nobody = { isOwner: false, isBorrower: false };
  it.each([
    ['the owner, approved', loan({}), owner, [], { out: true, back: false }],
    ['the owner, before its time', loan({ startsAt: at('11:00') }), owner, [], { out: true, back: false }],
    [
      'the borrower, before its time',
      loan({ startsAt: at('11:00') }),
      borrower,
      [],
      { out: false, back: false },
    ],
    ['the borrower, in its time', loan({}), borrower, [], { out: true, back: false }],
    ['past its end', loan({ endsAt: at('09:30') }), owner, [], { out: false, back: false }],
    ['out', loan({ state: 'handedOver' }), borrower, [], { out: false, back: true }],
    [
      'written down by the borrower already',
      loan({ state: 'handedOver' }),
      owner,
      [handover({ direction: 'back', counts: false })],
      { out: false, back: false },
    ],
    ['nobody', loan({ state: 'handedOver' }), nobody, [], { out: false, back: false }],
    ['returned', loan({ state: 'returned' }), owner, [], { out: false, back: false }],
  ] as const)('%s', (_name, one, sides, handovers, expected) => {
    expect(waysOf(one, sides, { now, handovers })).toEqual(expected);
  });
});

describe('the heap of the desk', () => {
  const until = Date.parse(at('16:00')); // midnight in Shanghai
  it.each([
    [loan({ state: 'requested' }), 'waiting'],
    [loan({ startsAt: at('15:59') }), 'outToday'],
    [loan({ startsAt: at('16:00') }), 'later'],
    [loan({ state: 'handedOver', endsAt: at('10:00') }), 'overdue'], // half-open: the end is outside
    [loan({ state: 'handedOver', endsAt: at('15:59') }), 'backToday'],
    [loan({ state: 'handedOver', endsAt: at('16:00') }), 'out'],
  ] as const)('%#', (one, heap) => {
    expect(handoverGroupOf(one, now, until)).toBe(heap);
  });
});

describe('the labels in what was typed or scanned', () => {
  it.each([
    ['K7WD-M3PX', ['K7WD-M3PX']],
    ['K7WD-M3PX\n\n 2345-6789，K7WD-M3PX', ['K7WD-M3PX', '2345-6789']],
    ['https://gongxiang.example/pieces/K7WD-M3PX?from=qr', ['K7WD-M3PX']],
    [' ', []],
  ])('%j → %j', (text, codes) => {
    expect(labelsIn(text)).toEqual(codes);
  });

  it('are the same however they are written', () => {
    expect(sameCode('K7WD-M3PX', ' k7wd m3px')).toBe(true);
    expect(sameCode('K7WD-M3PX', 'K7WD-M3PY')).toBe(false);
  });
});

describe('the code of a loan', () => {
  it.each([
    [codeOf(id, 'https://gongxiang.example'), id],
    [`https://gongxiang.example/loans/${id}?from=qr`, id],
    [`  ${id.toUpperCase()} `, id],
    ['https://gongxiang.example/loans/desk', null],
    [`https://gongxiang.example/activities/${id}`, null],
    ['1234', null],
  ])('%s → %s', (text, expected) => {
    expect(loanIdIn(text)).toBe(expected);
  });
});

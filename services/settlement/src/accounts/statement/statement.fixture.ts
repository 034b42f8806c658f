import { newId } from '@gongxiang/domain';
import type { StatementAccount, StatementLine } from './statement.model.js';

const base: StatementLine = {
  postedOn: '2026-01-05',
  entryId: '019a9a5e-3c00-7000-8000-000000000001',
  kind: 'costs',
  title: '夏季运动会',
  activityId: 'a',
  costPoolId: 'p',
  loanId: null,
  share: 4_000n,
  paid: 0n,
  counterparty: null,
  amount: -4_000n,
};

export const costsLine = (line: Partial<StatementLine> = {}): StatementLine => ({ ...base, ...line });

export const transferLine = (line: Partial<StatementLine> = {}): StatementLine => ({
  ...base,
  kind: 'payment',
  title: '划拨',
  activityId: null,
  costPoolId: null,
  share: null,
  paid: null,
  amount: 1_500n,
  counterparty: { kind: 'union', id: newId(), name: '绿源食品工会' },
  ...line,
});

export const loanLine = (line: Partial<StatementLine> = {}): StatementLine =>
  transferLine({ kind: 'depositHeld', title: '便携音响', loanId: 'l', amount: -20_000n, ...line });

/** An account of these lines that adds up. */
export function accountOf(
  lines: readonly StatementLine[],
  account: Partial<StatementAccount> = {},
): StatementAccount {
  const opening = account.opening ?? 0n;
  return {
    party: { kind: 'union', id: newId(), name: '江城重工工会' },
    from: '2026-01-01',
    to: '2026-03-31',
    truncated: false,
    opening,
    lines,
    closing: lines.reduce((balance, { amount }) => balance + amount, opening),
    readAt: new Date('2026-04-01T16:30:00Z'),
    ...account,
  };
}

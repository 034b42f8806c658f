import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import type { RoleName } from '../../../session/use-offices.js';
import { moneyTests, otherId, posted, unionId } from '../money.fixture.js';
import { OneAccount } from './payee-account.js';

const open = moneyTests();
const account = {
  accountName: 'Harbour Union',
  accountNumber: '3202015509000123456',
  bankName: 'ICBC Harbour',
};
const found = {
  unionId,
  unionName: 'Harbour Union',
  version: 3,
  account,
  changedAt: '2026-05-02T08:00:00Z',
  changedBy: null,
  changedByName: 'Wang Fang',
  confirmedBy: null,
  confirmedByName: 'Li Na',
  state: 'standing',
  proposal: null,
} satisfies components['schemas']['PayeeAccountView'];
const proposal = {
  ...account,
  accountNumber: '6222000011112222333',
  proposedAt: '2026-11-02T08:00:00Z',
  proposedBy: otherId,
  proposedByName: 'Wang Fang',
  mayConfirm: true,
};
const path = `/unions/${unionId}/payee-account`;
const shown = (changes: object, roles: readonly RoleName[]) =>
  open(<OneAccount found={{ ...found, ...changes }} />, {
    roles,
    texts: ['money', 'settling'],
    answers: { [`POST ${path}/confirm`]: found, [`POST ${path}/withdraw`]: found },
  });

describe('the account at which a union is paid', () => {
  it('shows who has named it and who has confirmed it', async () => {
    await shown({}, ['finance']);
    expect(screen.getByText('Wang Fang')).toBeTruthy();
    expect(screen.getByText(/Li Na/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Change' })).toBeTruthy();
  });

  it('is confirmed by a second person, who sees both', async () => {
    const { press, reply, acts } = await shown({ proposal }, ['approver']);
    expect(screen.getByText('3202015509000123456')).toBeTruthy();
    expect(screen.getByText('6222000011112222333')).toBeTruthy();
    await press('Confirm account');
    await reply('Confirm account');
    await waitFor(() => expect(acts()).toEqual([posted(`${path}/confirm`, 3)]));
  });

  it('waits where the reader has proposed it, who may take it back', async () => {
    const own = { ...proposal, mayConfirm: false };
    const { press, acts } = await shown({ proposal: own }, ['finance']);
    expect(
      screen.getByText(
        /Another person with approval rights has to confirm it\. Until then payers see the previous account\./,
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirm account' })).toBeNull();
    await press('Withdraw');
    await waitFor(() => expect(acts()).toEqual([posted(`${path}/withdraw`, 3)]));
  });
});

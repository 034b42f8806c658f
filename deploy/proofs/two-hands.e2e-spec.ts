import type { BudgetView, MemberView, RoleGrantView, SignInView } from '@gongxiang/contracts';
import type { RoleName } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../demo/client.js';
import { ask } from './ask.js';
import {
  grantRole,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  newResident,
  type Person,
  printCode,
} from './fixtures.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const linesOfOne = [{ expenseCode: '1.2', amount: { amount: '5000000', currency: 'CNY' } }];

/** The officer of a small union, who would hold both hands over its money, alone or by somebody whom he makes up. */
let platform: TestPlatform;
let network: Network;
let officer: Person;
let puppet: { readonly personId: string; readonly token: string };

beforeAll(async () => {
  platform = await startTestPlatform();
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.far, ['officer']);
  puppet = await makePuppet();
});

afterAll(() => platform?.stop());

async function makePuppet(): Promise<typeof puppet> {
  const { name, residentNumber } = newResident();
  const member = { unionId: network.far.id, name, residentNumber };
  const { id, personId } = await officer.client.post<MemberView>('/members', member);
  const code = await printCode(officer.client, id);
  const nobody = new Client(platform.gatewayUrl);
  const login = { name, residentNumber, code, password: memberPassword, account: 'puppet' };
  const session = await nobody.post<SignInView>('/auth/activations', login);
  return { personId, token: session.accessToken };
}

const grant = (personId: string, role: RoleName): Promise<RoleGrantView> =>
  officer.client.post<RoleGrantView>(`/unions/${network.far.id}/roles`, { personId, role });

async function codeOf(token: string, path: string, ifMatch?: number): Promise<string> {
  const seen = ifMatch === undefined ? {} : { ifMatch };
  const answer = await ask(platform.gatewayUrl, 'POST', path, { token, body: {}, ...seen });
  return answer.status < 300 ? 'done' : (answer.body.code ?? String(answer.status));
}

describe('one person', () => {
  it('does not become finance and approver, nor makes them of an account that he made himself', async () => {
    const proposals = [
      await grant(officer.personId, 'finance'),
      await grant(officer.personId, 'approver'),
      await grant(puppet.personId, 'approver'),
      await grant(puppet.personId, 'officer'),
    ];
    for (const { standing, pendingChangeId } of proposals) {
      expect(standing).toBe('proposed');
      const confirm = `/pending-changes/${pendingChangeId}/confirm`;
      expect(await codeOf(officer.token, confirm)).toBe('SAME_PERSON');
      expect(await codeOf(puppet.token, confirm)).not.toBe('done');
    }
  });

  it('does not adopt the budget that he drafted, though both hands have been confirmed to him', async () => {
    for (const role of ['finance', 'approver'] as const)
      await grantRole(network, network.far, officer.personId, role);
    const drafted = await eventually(async () => {
      const draft = { unionId: network.far.id, year: 2026, lines: linesOfOne };
      return officer.client.post<BudgetView>('/budgets', draft);
    });
    const { version } = await officer.client.decide<BudgetView>(`/budgets/${drafted.id}/submit`);
    const adopt = `/budgets/${drafted.id}/adopt`;
    expect(await codeOf(officer.token, adopt, version)).toBe('SAME_PERSON');
    expect(await codeOf(puppet.token, adopt, version)).not.toBe('done');
    const approver = await makePerson(platform, network, network.far, ['approver']);
    expect(await codeOf(approver.token, adopt, version)).toBe('done');
  });
});

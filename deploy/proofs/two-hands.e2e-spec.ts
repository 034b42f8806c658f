import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import type { BudgetView } from '@gongxiang/contracts/settlement/funding/budget.contract';
import type { RoleName } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../demo/tools/client.js';
import { ask } from './ask.js';
import { rowsOf } from './rows.js';
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
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

const linesOfOne = [{ expenseCode: '1.2', amount: { amount: '5000000', currency: 'CNY' } }];

/** The officer of a small union, who would hold both hands over its money, alone or by somebody made up. */
let platform: TestPlatform;
let network: Network;
let officer: Person;
let puppet: { readonly personId: string; readonly token: string };

beforeAll(async () => {
  platform = await sharedPlatform();
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
  it('does not become finance and approver, nor makes them of an account that the same person made', async () => {
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

  it('does not both draft and adopt a budget, even with both hands confirmed', async () => {
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

describe('an office', () => {
  it('is held by nobody who has not accepted it, and tells its granter nothing else', async () => {
    const { far, near } = network;
    const stranger = await makePerson(platform, network, near);
    const offered = await officer.client.post<RoleGrantView>(`/unions/${far.id}/roles`, {
      personId: stranger.personId,
      role: 'organiser',
    });
    expect(offered.standing).toBe('offered');
    const roles = async (): Promise<number> => (await stranger.client.get<MeView>('/me')).roles.length;
    expect(await roles()).toBe(0);
    const confirm = `/pending-changes/${offered.pendingChangeId}/confirm`;
    expect(await codeOf(officer.token, confirm)).toBe('NOT_PERMITTED');
    expect(await codeOf(network.operator.token, confirm)).toBe('NOT_PERMITTED');
    expect(await codeOf(puppet.token, confirm)).toBe('NOT_FOUND');
    expect(await codeOf(stranger.token, confirm)).toBe('done');
    await eventually(async () => expect(await roles()).toBe(1));
  });
});

interface Pair {
  readonly place: string;
  readonly one: string;
  readonly other: string;
}

/** Two columns of a row that say who did something, and may well name one person: why. */
const onePerson: Readonly<Record<string, readonly string[]>> = {
  'nothing is decided by the second: it only ends, or takes back, what the first has done': [
    'affairs.service_handler: ended_by, named_by',
    'evaluation.indicator_system: edited_by, retired_by',
    'evaluation.indicator_system: edited_by, returned_by',
    'evaluation.indicator_system: published_by, retired_by',
    'evaluation.indicator_system: published_by, returned_by',
    'evaluation.indicator_system: retired_by, returned_by',
    'evaluation.indicator_system: retired_by, reviewed_by',
    'evaluation.indicator_system: returned_by, reviewed_by',
    'evaluation.recognition: granted_by, revoked_by',
    'membership.member_merge: decided_by, undone_by',
    'membership.member_merge: proposed_by, undone_by',
    'membership.union_closing: decided_by, reopened_by',
    'membership.union_closing: proposed_by, reopened_by',
    'settlement.bank_statement: imported_by, undone_by',
    'settlement.fund_rule_override: lifted_by, withdrawn_by',
    'settlement.matter_payment: approved_by, refused_by',
    'settlement.matter_payment: approved_by, returned_by',
    'settlement.matter_payment: asked_by, refused_by',
    'settlement.matter_payment: asked_by, returned_by',
    'settlement.matter_payment: paid_by, refused_by',
    'settlement.matter_payment: paid_by, returned_by',
    'settlement.matter_payment: refused_by, returned_by',
    'settlement.netting_run: confirmed_by, withdrawn_by',
    'settlement.netting_run: created_by, withdrawn_by',
    'settlement.party_freeze: frozen_by, released_by',
    'sharing.activity_task: created_by, done_by',
    'sharing.delegation: created_by, revoked_by',
  ],
  'what is published was reviewed by another, or stands in public notice where everybody may object': [
    'evaluation.indicator_system: edited_by, published_by',
    'evaluation.indicator_system: published_by, reviewed_by',
    'evaluation.ranking: created_by, published_by',
    'settlement.fund_rule_set: created_by, published_by',
  ],
  'both are the same hand, and the other hand is a third column': [
    'settlement.budget: created_by, submitted_by',
    'settlement.matter_payment: asked_by, paid_by',
    'settlement.subsidy: accepted_by, received_by',
    'settlement.subsidy: accepted_by, reported_by',
    'settlement.subsidy: accepted_by, reviewed_by',
    'settlement.subsidy: accepted_by, sent_by',
    'settlement.subsidy: approved_by, received_by',
    'settlement.subsidy: approved_by, reported_by',
    'settlement.subsidy: approved_by, reviewed_by',
    'settlement.subsidy: approved_by, sent_by',
    'settlement.subsidy: received_by, reported_by',
    'settlement.subsidy: received_by, reviewed_by',
    'settlement.subsidy: reported_by, sent_by',
    'settlement.subsidy: reviewed_by, sent_by',
    'settlement.subsidy_application: created_by, submitted_by',
    'settlement.subsidy_programme: approved_by, created_by',
    'sharing.loan_damage: answered_by, claimed_by',
  ],
  'they stand for two accounts, the one that is and the one that is to be, and each has two hands': [
    'settlement.payee_account: changed_by, proposed_by',
    'settlement.payee_account: confirmed_by, proposed_by',
  ],
  'nobody pays by it: two unions agree, of which one officer may serve both': [
    'affairs.bulletin_review: appealed_by, hidden_by',
    'membership.membership_transfer: admitted_by, objected_by',
    'membership.membership_transfer: admitted_by, proposed_by',
    'membership.membership_transfer: objected_by, proposed_by',
    'sharing.brand_adoption_request: asked_by, decided_by',
    'sharing.co_host: answered_by, invited_by',
    'sharing.extension_request: asked_by, decided_by',
  ],
};

describe('every act of two people', () => {
  it('is one by the database as well: no row names the same person for both, whatever a program writes', async () => {
    const pairs = await rowsOf<Pair>(
      platform,
      `SELECT a.table_schema || '.' || a.table_name AS place, a.column_name AS one, b.column_name AS other
       FROM information_schema.columns a JOIN information_schema.columns b
         ON b.table_schema = a.table_schema AND b.table_name = a.table_name AND b.column_name > a.column_name
       WHERE a.table_schema IN ('membership', 'sharing', 'settlement', 'evaluation', 'notification', 'affairs')
         AND a.data_type = 'uuid' AND b.data_type = 'uuid' AND a.column_name LIKE '%\\_by' AND b.column_name LIKE '%\\_by'
       ORDER BY 1, 2, 3`,
    );
    const checks = await rowsOf<{ place: string; rule: string }>(
      platform,
      `SELECT conrelid::regclass::text AS place, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE contype = 'c'`,
    );
    const isKept = ({ place, one, other }: Pair): boolean =>
      checks.some(
        (check) =>
          check.place === place &&
          (check.rule.includes(`${one} <> ${other}`) || check.rule.includes(`${other} <> ${one}`)),
      );
    const open = pairs
      .filter((pair) => !isKept(pair))
      .map(({ place, one, other }) => `${place}: ${one}, ${other}`);
    expect(open).toEqual(Object.values(onePerson).flat().sort());
  });
});

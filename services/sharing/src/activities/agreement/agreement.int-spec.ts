import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  agreementContract,
  type AgreementView,
  type ProposeAgreementRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { canonicalJson } from '@gongxiang/persistence';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  seatsFor,
  type TestUnion,
  unionAt,
  withRole,
} from '../activity/activity.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { AgreementSignatureRow } from './agreement.entity.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let third: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, third] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

async function hosted(...coHosts: TestUnion[]): Promise<ActivityView> {
  const activity = await draftOf(sharing, host);
  for (const coHost of coHosts) await join(activity, coHost);
  return activity;
}

async function join(activity: ActivityView, union: TestUnion): Promise<void> {
  const request = { activityId: activity.id, party: { kind: 'union' as const, id: union.id } };
  const invitation = await sharing.ask(coHostContract.invite, request, host.officer);
  await sharing.ask(coHostContract.accept, { invitationId: invitation.id }, union.officer);
}

function proposal(
  activity: ActivityView,
  fields: Partial<ProposeAgreementRequest> = {},
): ProposeAgreementRequest {
  return {
    activityId: activity.id,
    tasks: [{ party: `union:${host.id}`, title: '提供场地', dueOn: '2099-11-20' }],
    rule: {
      kind: 'fixed',
      amounts: { [`union:${guest.id}`]: fen('30000') },
      rest: { kind: 'headcount', else: { kind: 'equal' } },
    },
    fundCategory: 'allotment',
    expenseCode: '1.2',
    caps: { [`union:${guest.id}`]: fen('500000') },
    ...fields,
  };
}

function fen(amount: string): { amount: string; currency: 'CNY' } {
  return { amount, currency: 'CNY' };
}

function propose(
  activity: ActivityView,
  fields: Partial<ProposeAgreementRequest> = {},
): Promise<AgreementView> {
  return sharing.ask(agreementContract.propose, proposal(activity, fields), host.officer);
}

function get(agreementId: string): Promise<AgreementView> {
  return sharing.ask(agreementContract.get, { agreementId }, host.officer);
}

/** Waits for settlement's verdict. */
async function judged(agreement: AgreementView, accepted = true): Promise<AgreementView> {
  const { id: agreementId, activityId, hash } = agreement;
  const problems = accepted ? [] : [{ pointer: '/rule', code: 'NO_WEIGHT' }];
  await sharing.emit(settlementEvents.agreementJudged, { agreementId, activityId, hash, accepted, problems });
  return eventually(async () => {
    const row = await get(agreementId);
    expect(row.state).not.toBe('checking');
    return row;
  });
}

function sign({ id: agreementId, hash }: AgreementView, actor: Actor): Promise<AgreementView> {
  return sharing.ask(agreementContract.sign, { agreementId, hash }, actor);
}

describe('a version of an agreement', () => {
  it('lists the hosts in order, hashes its terms, and asks settlement', async () => {
    const activity = await hosted(guest);
    const made = await propose(activity);
    expect(made).toMatchObject({ state: 'checking', versionNumber: 1, overdue: false });
    expect(made.terms.hosts.map((one) => one.id)).toEqual([host.id, guest.id]);
    expect(made.terms.parties.map((one) => one.id)).toEqual([host.id, guest.id]);
    expect(made.signatures.map((one) => [one.party.name, one.signedAt])).toEqual([
      [host.name, null],
      [guest.name, null],
    ]);
    const asked = (await sharing.recorded(sharingEvents.agreementProposed)).find(
      (one) => one.agreementId === made.id,
    );
    expect(asked).toMatchObject({ activityId: activity.id, versionNumber: 1, hash: made.hash });
    expect(createHash('sha256').update(canonicalJson(asked?.terms)).digest('hex')).toBe(made.hash);
  });

  it('E75: is read as it was written, and its hash stands under what is read', async () => {
    const made = await propose(await hosted(guest));
    const read = await get(made.id);
    expect(read.terms).toEqual(made.terms);
    expect(read.terms.rule).toEqual(proposal(await draftOf(sharing, host)).rule);
    expect(createHash('sha256').update(canonicalJson(read.terms)).digest('hex')).toBe(read.hash);
  });

  it('can be signed after the verdict only, by every host, and is in force with the last signature', async () => {
    const activity = await hosted(guest);
    const made = await propose(activity);
    await expect(sign(made, host.officer)).rejects.toMatchObject({ code: 'AGREEMENT_NOT_OPEN' });
    const open = await judged(made);
    expect(open.state).toBe('open');
    const half = await sign(open, host.officer);
    expect(half).toMatchObject({ state: 'open', inForceAt: null });
    const full = await sign(open, withRole('finance', guest));
    expect(full).toMatchObject({ state: 'inForce', inForceAt: sharing.clock.now().toISOString() });
    expect(full.signatures.map((one) => one.signedBy)).toContain(host.officer.personId);
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen.agreementId).toBe(made.id);
    const received = (await sharing.recorded(sharingEvents.agreementChanged)).filter(
      (one) => one.agreementId === made.id,
    );
    expect(received.map((one) => one.state)).toEqual(['checking', 'open', 'inForce']);
  });

  it('is in force once, also when both last signatures come at the same time', async () => {
    const activity = await hosted(guest, third);
    const open = await judged(await propose(activity));
    const answers = await Promise.all([host, guest, third].map((union) => sign(open, union.officer)));
    expect(answers.filter((answer) => answer.state === 'inForce')).toHaveLength(1);
    expect((await get(open.id)).state).toBe('inForce');
  });

  it('is refused with the problems, and then never signed', async () => {
    const refused = await judged(await propose(await hosted(guest)), false);
    expect(refused).toMatchObject({ state: 'refused', problems: [{ pointer: '/rule', code: 'NO_WEIGHT' }] });
    await expect(sign(refused, host.officer)).rejects.toMatchObject({ code: 'AGREEMENT_NOT_OPEN' });
  });

  it('ignores a verdict on another hash, and one that comes twice', async () => {
    const made = await propose(await hosted(guest));
    const verdict = { agreementId: made.id, activityId: made.activityId, accepted: false, problems: [] };
    await sharing.emit(settlementEvents.agreementJudged, { ...verdict, hash: 'f'.repeat(64) });
    expect((await judged(made)).state).toBe('open'); // events arrive in order: the false verdict was processed
    await sharing.emit(settlementEvents.agreementJudged, { ...verdict, hash: made.hash });
    const later = await judged(await propose(await hosted(guest)));
    expect(later.state).toBe('open');
    expect((await get(made.id)).state).toBe('open');
  });

  it('refuses a signature under another text than it has', async () => {
    const open = await judged(await propose(await hosted(guest)));
    await expect(sign({ ...open, hash: '0'.repeat(64) }, guest.officer)).rejects.toMatchObject({
      code: 'AGREEMENT_HASH_DIFFERS',
    });
  });

  it('E86: is signed once for each host: a second signature finds the first, a replay answers the same', async () => {
    const open = await judged(await propose(await hosted(guest)));
    const request = { agreementId: open.id, hash: open.hash };
    const call = { idempotencyKey: 'sign once' };
    const first = await sharing.send(agreementContract.sign, request, host.officer, call);
    expect(await sharing.send(agreementContract.sign, request, host.officer, call)).toEqual({
      ...first,
      replayed: true,
    });
    const colleague = await sharing.send(agreementContract.sign, request, withRole('officer', host));
    expect(colleague.existing).toBe(true);
    const rows = await sharing.dataSource.manager.findBy(AgreementSignatureRow, { agreementId: open.id });
    expect(rows.map((row) => row.signedBy)).toEqual([host.officer.personId]);
  });

  it('is offered for signing to whoever may sign, for the party they may sign for, until it is signed', async () => {
    const open = await judged(await propose(await hosted(guest)));
    const offered = async (reader: Actor) => {
      const { signatures } = await sharing.ask(agreementContract.get, { agreementId: open.id }, reader);
      return signatures.filter(({ maySign }) => maySign).map(({ party }) => party.id);
    };
    expect(await offered(host.officer)).toEqual([host.id]);
    expect(await offered(guest.officer)).toEqual([guest.id]);
    expect(await offered(withRole('auditor', guest))).toEqual([]);
    await sign(open, host.officer);
    expect(await offered(host.officer)).toEqual([]);
    expect(await offered(guest.officer)).toEqual([guest.id]);
  });

  it('keeps signatures as they are, whatever the code would do', async () => {
    await expect(sharing.dataSource.query('DELETE FROM agreement_signature')).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a new version', () => {
  it('binds only when all have signed anew; until then the old one does', async () => {
    const activity = await hosted(guest);
    const first = await judged(await propose(activity));
    await sign(first, host.officer);
    await sign(first, guest.officer);
    const second = await judged(await propose(activity, { expenseCode: '1.4' }));
    expect(second).toMatchObject({ versionNumber: 2, signatures: [{ signedAt: null }, { signedAt: null }] });
    await sign(second, host.officer);
    expect((await get(first.id)).state).toBe('inForce');
    await sign(second, guest.officer);
    expect((await get(first.id)).state).toBe('superseded');
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen.agreementId).toBe(second.id);
    const list = await sharing.ask(
      agreementContract.list,
      { activityId: activity.id, limit: 1 },
      guest.officer,
    );
    expect(list.items.map((one) => one.versionNumber)).toEqual([2]);
    const rest = { activityId: activity.id, limit: 1, cursor: list.nextCursor ?? '' };
    expect(await sharing.ask(agreementContract.list, rest, guest.officer)).toMatchObject({
      items: [{ versionNumber: 1, state: 'superseded' }],
      nextCursor: null,
    });
  });

  it('overtakes one that waits, and its late verdict changes nothing', async () => {
    const activity = await hosted(guest);
    const first = await propose(activity);
    const second = await propose(activity);
    expect((await get(first.id)).state).toBe('superseded');
    expect((await judged(first)).state).toBe('superseded');
    expect((await judged(second)).state).toBe('open');
  });

  it('is needed where the hosts have changed since it was proposed', async () => {
    const activity = await hosted(guest);
    const open = await judged(await propose(activity));
    await join(activity, third);
    await expect(sign(open, host.officer)).rejects.toMatchObject({ code: 'AGREEMENT_PARTIES_CHANGED' });
  });

  it('waits on when no verdict comes, is marked, and can be taken back', async () => {
    const made = await propose(await hosted(guest));
    sharing.clock.advance(61_000);
    await eventually(async () =>
      expect(await get(made.id)).toMatchObject({ state: 'checking', overdue: true }),
    );
    const withdrawn = await sharing.ask(agreementContract.withdraw, { agreementId: made.id }, host.officer);
    expect(withdrawn.state).toBe('superseded');
  });
});

describe('publishing with co-hosts', () => {
  const publish = (activity: ActivityView) =>
    sharing.ask(activityContract.publish, { activityId: activity.id }, host.officer);

  it('needs an agreement in force, and names what is missing', async () => {
    const activity = await hosted(guest);
    await seatsFor(sharing, host, activity.id);
    const missing = async (...codes: string[]) =>
      expect(publish(activity)).rejects.toMatchObject({
        code: 'AGREEMENT_REQUIRED',
        errors: codes.map((code) => expect.objectContaining({ code })),
      });
    await missing('AGREEMENT_NOT_PROPOSED');
    const made = await propose(activity);
    await missing('AGREEMENT_NOT_CHECKED');
    const open = await judged(made);
    await missing('AGREEMENT_NOT_SIGNED', 'AGREEMENT_NOT_SIGNED');
    await sign(open, host.officer);
    await missing('AGREEMENT_NOT_SIGNED');
    await sign(open, guest.officer);
    expect((await publish(activity)).state).toBe('published');
  });

  it('needs it among all of them: one who joined later must be named too', async () => {
    const activity = await hosted(guest);
    const open = await judged(await propose(activity));
    await sign(open, host.officer);
    await sign(open, guest.officer);
    await join(activity, third);
    await seatsFor(sharing, host, activity.id);
    await expect(publish(activity)).rejects.toMatchObject({ code: 'AGREEMENT_REQUIRED' });
  });

  it('binds the co-hosts: none is withdrawn afterwards', async () => {
    const activity = await hosted(guest);
    const open = await judged(await propose(activity));
    await sign(open, host.officer);
    await sign(open, guest.officer);
    const [invitation] = (await sharing.ask(coHostContract.list, { activityId: activity.id }, host.officer))
      .items;
    const withdraw = sharing.ask(
      coHostContract.withdraw,
      { invitationId: invitation?.id ?? '' },
      host.officer,
    );
    await expect(withdraw).rejects.toMatchObject({ code: 'CO_HOST_BOUND' });
    const back = sharing.ask(agreementContract.withdraw, { agreementId: open.id }, host.officer);
    await expect(back).rejects.toMatchObject({ code: 'AGREEMENT_BINDS' });
  });
});

describe('who may do what', () => {
  let activity: ActivityView;
  let open: AgreementView;

  beforeAll(async () => {
    activity = await hosted(guest);
    open = await judged(await propose(activity));
  });

  type Row = [
    who: string,
    actor: () => Actor | null,
    seeing: string | null,
    proposing: string | null,
    signing: string | null,
  ];
  const rows: Row[] = [
    ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ['a plain member', () => memberOf(host), 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    ["another union's officer", () => third.officer, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    ["a host's auditor", () => withRole('auditor', host), null, 'NOT_PERMITTED', 'NOT_PERMITTED'],
    ["a co-host's organiser", () => withRole('organiser', guest), null, null, 'NOT_PERMITTED'],
    ["a co-host's finance", () => withRole('finance', guest), null, 'NOT_PERMITTED', null],
    [
      'an officer above all hosts',
      () => withRole('officer', { id: newId(), path: '1.' }),
      null,
      null,
      'SIGNING_PARTY_REQUIRED',
    ],
  ];

  it.each(rows)('%s', async (_who, actor, seeing, proposing, signing) => {
    await outcome(sharing.ask(agreementContract.get, { agreementId: open.id }, actor()), seeing);
    await outcome(sharing.ask(agreementContract.list, { activityId: activity.id }, actor()), seeing);
    const request = { agreementId: open.id, hash: open.hash };
    await outcome(sharing.ask(agreementContract.sign, request, actor()), signing);
    const otherActivity = proposing === null ? await hosted(guest) : activity;
    await outcome(sharing.ask(agreementContract.propose, proposal(otherActivity), actor()), proposing);
  });

  it('lets whoever is above several hosts name one of them to sign for, and nobody else', async () => {
    const above = withRole('officer', { id: newId(), path: '1.' });
    const fresh = await judged(await propose(await hosted(guest)));
    const request = { agreementId: fresh.id, hash: fresh.hash };
    const party = { kind: 'union' as const, id: guest.id };
    const signed = await sharing.ask(agreementContract.sign, { ...request, party }, above);
    expect(signed.signatures.map((one) => one.signedBy)).toEqual([null, above.personId]);
    const stranger = { kind: 'union' as const, id: third.id };
    await outcome(
      sharing.ask(agreementContract.sign, { ...request, party: stranger }, above),
      'AGREEMENT_PARTY_UNKNOWN',
    );
  });
});

async function outcome(answer: Promise<unknown>, code: string | null): Promise<void> {
  if (code === null) await answer;
  else await expect(answer).rejects.toMatchObject({ code });
}

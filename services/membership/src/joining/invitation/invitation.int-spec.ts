import {
  consentVersion,
  applicationContract,
} from '@gongxiang/contracts/membership/joining/application.contract';
import {
  invitationContract as contract,
  type InvitationView,
} from '@gongxiang/contracts/membership/joining/invitation.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { type Actor, dayMs, newId, rootPath } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesTo } from '../../access/text-message/text-message.fixture.js';
import {
  callersOf,
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { applicantOf, codeFor } from '../joining.fixture.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: Record<'member' | 'stranger' | 'officer', Actor>;

beforeAll(async () => {
  membership = await startMembership({ config: { publicUrl: 'https://union.example/' } });
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: trees.left.id, role: 'officer' });
  callers = { ...callers, officer: { ...callers.officer, personId } };
});

afterAll(() => membership.stop());

const inDays = (days: number): string =>
  new Date(membership.clock.now().getTime() + days * dayMs).toISOString();
const invite = (part: object = {}, actor = callers.officer): Promise<InvitationView> =>
  membership.ask(
    contract.create,
    { unionId: trees.left.id, expiresAt: inDays(30), usesMax: 5, ...part },
    actor,
  );
const usesOf = async ({ id }: InvitationView): Promise<number> =>
  (await membership.ask(contract.get, { invitationId: id }, callers.officer)).uses;

async function accept({ token }: InvitationView, n: number, part: object = {}) {
  const applicant = { ...applicantOf(n), ...part };
  const code = await codeFor(membership, applicant.phone);
  return membership.ask(contract.accept, { token, ...applicant, code, consentVersion }, null);
}

describe('an invitation', () => {
  it('admits at once whoever opens its link and proves their phone', async () => {
    const made = await invite({ note: '八号厂房海报' });
    expect(await membership.ask(contract.getPublic, { token: made.token }, null)).toMatchObject({
      unionName: trees.left.name,
      isOpen: true,
    });
    const joined = await accept(made, 100);
    expect(joined).toMatchObject({ state: 'admitted', unionName: trees.left.name });
    const { items } = await membership.ask(memberContract.list, { q: residentNumber(100) }, callers.officer);
    expect(items).toMatchObject([{ unionId: trees.left.id, state: 'imported' }]);
    expect(await usesOf(made)).toBe(1);
    // Sent again it is the same, and takes no other use.
    expect((await accept(made, 100)).number).toBe(joined.number);
    expect(await usesOf(made)).toBe(1);
    const auditor = actorWith({ roles: [['auditor', newId(), rootPath]] });
    const trail = await membership.ask(
      operationsContract('membership').listAudit,
      { noun: 'joinInvitation', limit: 200 },
      auditor,
    );
    const accepted = trail.items.find(({ action }) => action === 'membership.invitation.accept');
    expect(accepted).toMatchObject({ subjectId: made.id, actorId: callers.officer.personId });
  });

  it('counts its uses under a lock: of 50 at once, 10 uses admit exactly 10', async () => {
    const made = await invite({ usesMax: 10 });
    const people = Array.from({ length: 50 }, (_one, index) => applicantOf(200 + index));
    const codes: string[] = [];
    for (const { phone } of people) {
      await membership.ask(applicationContract.requestCode, { phone }, null);
      codes.push((await codesTo(membership, phone, 'application')).at(-1) ?? '');
    }
    const results = await Promise.allSettled(
      people.map((person, index) =>
        membership.ask(
          contract.accept,
          { token: made.token, ...person, code: codes[index] ?? '', consentVersion },
          null,
        ),
      ),
    );
    const admitted = results.filter(
      (result) => result.status === 'fulfilled' && result.value.state === 'admitted',
    );
    const refusals = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    );
    expect(admitted).toHaveLength(10);
    expect([refusals.length, ...new Set(refusals)]).toEqual([40, 'INVITATION_ENDED']);
    expect(await usesOf(made)).toBe(10);
  });

  it('leaves it to an officer where somebody on record may be the same person', async () => {
    const made = await invite();
    const member = applicantOf(300);
    await membership.ask(memberContract.create, { unionId: trees.right.id, ...member }, callers.stranger);
    expect(await accept(made, 300)).toMatchObject({ state: 'waiting', unionName: trees.left.name });
  });

  it.each<[string, (made: InvitationView) => Promise<unknown> | void]>([
    ['taken back', ({ id }) => membership.ask(contract.revoke, { invitationId: id }, callers.officer)],
    ['expired', () => membership.clock.advance(31 * dayMs)],
  ])('admits nobody once it is %s', async (_name, end) => {
    const made = await invite();
    await end(made);
    await expect(accept(made, 310)).rejects.toMatchObject({ code: 'INVITATION_ENDED' });
    const shown = await membership.ask(contract.getPublic, { token: made.token }, null);
    expect(shown.isOpen).toBe(false);
  });

  it('ends with the office of whoever made it', async () => {
    const personId = await plantPerson(membership);
    const held = await plantRole(membership, { personId, unionId: trees.left.id, role: 'officer' });
    const made = await invite({}, { ...callers.officer, personId });
    await membership.dataSource.query('UPDATE role_grant SET revoked_at = now() WHERE id = $1', [held]);
    await expect(accept(made, 320)).rejects.toMatchObject({ code: 'INVITATION_ENDED' });
  });

  it('is made by officers of its union, for 90 days at most', async () => {
    await expect(invite({}, callers.member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(invite({}, callers.stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const days of [-1, 91])
      await expect(invite({ expiresAt: inDays(days) })).rejects.toMatchObject({ code: 'INVITATION_EXPIRY' });
    const { id: invitationId } = await invite();
    await expect(membership.ask(contract.get, { invitationId }, callers.stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is sent by text message to a list; lines without a phone are named, and nobody is kept', async () => {
    const made = await invite({ usesMax: 2 });
    const people = [
      { name: '周正', phone: '13588880001' },
      { name: '吴用', phone: '027-86861200' },
    ];
    const send = (list: typeof people) =>
      membership.ask(contract.sendMessages, { invitationId: made.id, people: list }, callers.officer);
    expect(await send(people)).toEqual({ sent: 1, refused: [{ line: 2 }] });
    expect(await codesTo(membership, '13588880001', 'invitation')).toEqual([
      `https://union.example/join/${made.token}`,
    ]);
    await expect(
      send([
        { name: '郑甲', phone: '13588880002' },
        { name: '郑乙', phone: '13588880003' },
      ]),
    ).rejects.toMatchObject({ code: 'INVITATION_PEOPLE' });
    const kept = JSON.stringify(await membership.dataSource.query('SELECT * FROM join_invitation'));
    expect(kept).not.toContain('13588880001');
    expect(kept).not.toContain(made.token);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  rehearsalContract,
  type RehearsalView,
  type RehearseRequest,
} from '@gongxiang/contracts/sharing/organising/rehearsal.contract';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { unionAt } from '../../activities/activity/activity.fixture.js';
import { hostedBy, versionInForce } from '../../activities/agreement/agreement.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
});
afterAll(() => sharing.stop());

type Numbers = Omit<RehearseRequest, 'activityId'>;

function rehearse(activityId: string, numbers: Numbers = {}, by = union.officer): Promise<RehearsalView> {
  return sharing.ask(rehearsalContract.run, { activityId, ...numbers }, by);
}

/**
 * The content of every table of the service, as one text each, except seals and their progress, which depend on the
 * clock.
 */
async function everything(): Promise<Record<string, string>> {
  const tables: { name: string }[] = await sharing.dataSource.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = current_schema() AND tablename NOT IN ('audit_seal', 'audit_sealed', 'chain_walk') ORDER BY 1`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const [row]: { hash: string }[] = await sharing.dataSource.query(
      `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM ${name} t`,
    );
    contents[name] = row?.hash ?? '';
  }
  return contents;
}

describe('a rehearsal', () => {
  it('runs through an activity that is open, and leaves no trace in any table', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 20);
    const [member] = await stage.members(union, 1);
    if (member !== undefined) await stage.register(activityId, member);
    // Background work of the activity itself finishes first: matching indexes it.
    await eventually(async () => {
      const due: unknown[] = await sharing.dataSource.query(
        `SELECT 1 FROM due WHERE kind = 'match-activity' AND due_at <= $1`,
        [sharing.clock.now()],
      );
      expect(due).toEqual([]);
    });
    const before = await everything();
    const view = await rehearse(activityId, { people: 1_000, walkIns: 5 });
    expect(await everything()).toEqual(before);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['activity', 'outbox', 'registration']));
    // The existing registration does not take part: all 20 seats are there.
    expect(view).toMatchObject({ people: 1_000, parties: 200, problems: [] });
    expect(view.pools).toMatchObject([{ wanted: 1_200, refused: 0 }]);
    expect(view.pools[0]?.seated).toBeLessThanOrEqual(20);
    expect(view.door.walkIns).toBe(5);
  });

  it('keeps nobody waiting who really signs up', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 5);
    const [member] = await stage.members(union, 1);
    if (member === undefined) throw new Error('a member was asked for');
    // A rehearsal that took the activity's lock would wait here.
    await sharing.dataSource.transaction(async (sql) => {
      await sql.query('SELECT 1 FROM activity WHERE id = $1 FOR UPDATE', [activityId]);
      await expect(rehearse(activityId)).resolves.toMatchObject({ activityId });
    });
    const [signedUp] = await Promise.all([stage.register(activityId, member), rehearse(activityId)]);
    expect(signedUp.state).toBe('confirmed');
  });

  it('counts the heads for the parties of the agreement in force, also of a draft', async () => {
    const [host, guest] = await Promise.all([unionAt(sharing, '1.x4.'), unionAt(sharing, '1.x5.')]);
    const { activity } = await hostedBy(sharing, [host, guest]);
    await versionInForce(sharing, activity.id, [host, guest], { rule: { kind: 'headcount' } });
    const seats = { activityId: activity.id, capacity: 30 };
    await sharing.ask(poolContract.create, { ...seats, name: '公共名额' }, host.officer);
    await sharing.ask(poolContract.create, { ...seats, name: '乙工会名额', unionId: guest.id }, host.officer);
    const all = { people: 20, partyShare: 0, cancelShare: 0, presentShare: 100, walkIns: 2 };
    const view = await rehearse(activity.id, all, host.officer);
    const keys = [host, guest].map(({ id }) => `union:${id}`);
    // Ten each in turn, and two walk-ins for the organiser
    expect(view.cost?.split.parties).toEqual([
      { id: keys[0], headcount: 12 },
      { id: keys[1], headcount: 10 },
    ]);
    expect(view.heads).toEqual([
      { unionId: host.id, unionName: host.name, heads: 12 },
      { unionId: guest.id, unionName: guest.name, heads: 10 },
    ]);
  });

  it('is for who manages the activity, and only before it begins', async () => {
    const now = sharing.clock.now();
    const begun = new Date(now.getTime() - 1_000);
    const stranger = actorWith({ unionId: union.id, unionPath: union.path });
    const draft = await stage.activity(union, { state: 'draft', publishedAt: null });
    await expect(rehearse(draft, {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const open = await stage.activity(union);
    await expect(rehearse(open, {}, stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const running = await stage.activity(union, { startsAt: begun });
    await expect(rehearse(running)).rejects.toMatchObject({ code: 'ACTIVITY_STARTED' });
    const over = await stage.activity(union, { state: 'cancelled', cancelReason: '下雨' });
    await expect(rehearse(over)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
    await expect(rehearse(draft)).resolves.toMatchObject({ problems: [{ code: 'NO_POOLS' }] });
  });
});

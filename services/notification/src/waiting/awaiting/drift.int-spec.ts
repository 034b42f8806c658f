import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  awaitAskedEvents,
  awaitDigestEvents,
  awaitEvents,
  awaitRetoldEvents,
  type AwaitsRetold,
  type AwaitsState,
  type AwaitState,
} from '@gongxiang/contracts/notification/awaits';
import { waitingContract } from '@gongxiang/contracts/notification/waiting.contract';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;
let version = 0;
/** What the owner has open. */
let open: AwaitsState[];

beforeAll(async () => {
  notification = await startNotification();
});
afterAll(() => notification.stop());
beforeEach(async () => {
  await notification.dataSource.query('DELETE FROM awaiting');
  await notification.dataSource.query('DELETE FROM awaited_thing');
  await notification.dataSource.query('DELETE FROM outbox');
  open = [];
});

function stateFor(person: Actor): AwaitsState {
  const about: AwaitState = {
    kind: 'loanRequested',
    slot: '',
    why: 'lends',
    personIds: [person.personId],
    offices: null,
    about: { loanId: newId() },
    title: '投影仪',
    values: {},
    timeZone: 'Asia/Shanghai',
    dueAt: null,
  };
  version += 1;
  return { subject: 'loan', id: newId(), version, awaits: [about] };
}

/** The owner says that something waits. */
async function begin(person: Actor): Promise<AwaitsState> {
  const state = stateFor(person);
  open.push(state);
  await notification.emit(awaitEvents.sharing, state);
  await untilWaiting(person, 1);
  return state;
}

const waiting = async (person: Actor): Promise<number> =>
  (await notification.ask(waitingContract.list, {}, person)).total;
const untilWaiting = (person: Actor, total: number): Promise<void> =>
  eventually(async () => expect(await waiting(person)).toBe(total));
const lastPublished = (): Promise<unknown[]> => notification.recorded(awaitAskedEvents.asked);

/** The digest of what is open at the owner, but for what is in flight. */
async function tellDigest(inFlight: AwaitsState[] = []): Promise<void> {
  const settled = open.filter((one) => !inFlight.includes(one));
  const lines = settled.map((one) => `${one.subject}/${one.id}/${one.version}/${one.awaits.length}`).sort();
  await notification.emit(awaitDigestEvents.sharing, {
    count: settled.length,
    hash: createHash('md5').update(lines.join('\n')).digest('hex'),
    inFlight: inFlight.map(({ subject, id }) => ({ subject, id })),
  });
}

const tellAnew = (more: Partial<AwaitsRetold> = {}): Promise<void> =>
  notification.emit(awaitRetoldEvents.sharing, {
    at: notification.clock.now().toISOString(),
    after: null,
    upTo: null,
    things: open,
    inFlight: [],
    ...more,
  });

/** All that was told before has been handled. */
async function handled(): Promise<void> {
  const marker = actorWith({});
  await begin(marker);
}

describe('a copy of what waits that has drifted', () => {
  it('is mended after the next digest: what was lost is there again, what was invented is gone', async () => {
    const [kept, lost, forgotten, invented] = [actorWith({}), actorWith({}), actorWith({}), actorWith({})];
    await begin(kept);
    const one = await begin(lost);
    const other = await begin(forgotten);
    const strange = stateFor(invented);
    await notification.emit(awaitEvents.sharing, strange);
    await untilWaiting(invented, 1);
    // Only the rows of one are gone, of the other all that was known.
    await notification.dataSource.query('DELETE FROM awaiting WHERE thing_id IN ($1, $2)', [
      one.id,
      other.id,
    ]);
    await notification.dataSource.query('DELETE FROM awaited_thing WHERE id = $1', [other.id]);
    notification.clock.advance(hourMs);
    await tellDigest();
    await eventually(async () => expect(await lastPublished()).toEqual([{ service: 'sharing' }]));
    await tellAnew();
    for (const person of [kept, lost, forgotten]) await untilWaiting(person, 1);
    await untilWaiting(invented, 0);
    await tellDigest();
    await handled();
    expect(await lastPublished()).toHaveLength(1);
    // Told twice, or late, it changes nothing.
    await tellAnew();
    await handled();
    for (const person of [kept, lost, forgotten]) expect(await waiting(person)).toBe(1);
  });

  it('is only compared as far as a step goes, so that nobody loses what the next one tells', async () => {
    const people = [actorWith({}), actorWith({}), actorWith({})];
    for (const person of people) await begin(person);
    const [first, second, third] = open.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three are open');
    notification.clock.advance(hourMs);
    await tellAnew({ after: first, upTo: second, things: [second] });
    await handled();
    for (const person of people) expect(await waiting(person)).toBe(1);
    await tellAnew({ after: first, upTo: null, things: [third] });
    const owner = people.find(({ personId }) => second.awaits[0]?.personIds[0] === personId);
    await untilWaiting(owner ?? actorWith({}), 0);
    expect((await Promise.all(people.map(waiting))).reduce((sum, one) => sum + one, 0)).toBe(2);
  });
});

describe('a copy of what waits that has not drifted', () => {
  it('asks for nothing', async () => {
    await begin(actorWith({}));
    await begin(actorWith({}));
    await tellDigest();
    await handled();
    expect(await lastPublished()).toEqual([]);
  });

  it('asks for nothing while something is in flight, whether it begins, changes or ends', async () => {
    const [lasting, ending] = [await begin(actorWith({})), await begin(actorWith({}))];
    const begun = stateFor(actorWith({}));
    open = [...open.filter((one) => one !== ending), begun];
    await tellDigest([begun, lasting, ending]);
    // The marker is not in that digest.
    await handled();
    expect(await lastPublished()).toEqual([]);
  });

  it('is not mended of what it heard since, or of what is in flight', async () => {
    const [later, flying] = [actorWith({}), actorWith({})];
    const state = await begin(flying);
    notification.clock.advance(hourMs);
    const at = notification.clock.now().toISOString();
    open = [];
    notification.clock.advance(1_000);
    await begin(later);
    await tellAnew({ at, things: [], inFlight: [{ subject: state.subject, id: state.id }] });
    await handled();
    expect([await waiting(later), await waiting(flying)]).toEqual([1, 1]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Await } from '@gongxiang/messaging/events';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import type { ActivityTaskRow } from '../activity-task/activity-task.entity.js';
import type { AgreementRow } from '../agreement/agreement.entity.js';
import type { CoHostRow } from '../co-host/co-host.entity.js';
import { type ActivityToAnswer, awaitsOfActivity, nextLook } from './activity-awaits.model.js';

const now = new Date('2026-11-20T02:00:00Z');
const earlier = new Date('2026-11-20T01:00:00Z');
const later = new Date('2026-11-21T01:00:00Z');
const [host, guest, far] = ['host', 'guest', 'far'];
const union = (id: string) => ({ kind: 'union' as const, id, name: `工会 ${id}`, unionId: id });
const worker = { kind: 'person' as const, id: 'worker', name: '张*', unionId: guest };

const draft = {
  id: 'activity',
  state: 'draft',
  title: '健步走',
  timeZone: 'Asia/Shanghai',
  unionId: host,
  organiserKind: 'union',
  organiserName: '工会 host',
  coHosts: [union(guest)],
  startsAt: later,
  endsAt: later,
  agreementId: null,
  agreementRequired: true,
  proposal: null,
} as unknown as ActivityRow;

const nothing: ActivityToAnswer = {
  activity: draft,
  invitations: [],
  agreements: [],
  signers: [],
  tasks: [],
  questions: { count: 0, latestAt: null },
  pictures: { pending: 0, latestAt: null, reported: 0, reportedOf: [] },
  acts: actions,
  now,
};

const awaits = (facts: Partial<ActivityToAnswer>, changes: Partial<ActivityRow> = {}): Await[] =>
  awaitsOfActivity({ ...nothing, activity: { ...draft, ...changes }, ...facts }).flatMap(({ things }) =>
    things.flatMap((thing) => thing.awaits),
  );
const kinds = (...args: Parameters<typeof awaits>): string[] => awaits(...args).map(({ kind }) => kind);
const office = (roles: readonly string[], unionIds: string[], exceptIds: string[] = []) => ({
  roles,
  unionIds,
  isNearest: true,
  exceptIds,
});
const speakers = ['officer', 'organiser'];

describe('an activity', () => {
  it.each([
    ['draft', earlier, []],
    ['published', later, []],
    ['published', now, ['activityToClose']],
    ['published', earlier, ['activityToClose']],
    ['closing', earlier, []],
    ['closed', earlier, []],
    ['cancelled', earlier, []],
  ] as const)('that is %s and ends at %j waits for %j', (state, endsAt, expected) => {
    expect(kinds({}, { state, endsAt })).toEqual(expected);
  });

  it('that is to be closed waits for whoever manages it', () => {
    expect(awaits({}, { state: 'published', endsAt: earlier })).toMatchObject([
      { offices: office(speakers, [host]), about: { activityId: 'activity' }, title: '健步走' },
    ]);
  });

  it.each([
    ['published', later, later],
    ['published', now, null],
    ['draft', later, null],
    ['cancelled', later, null],
  ] as const)('that is %s and ends at %j is looked at again at %j', (state, endsAt, expected) => {
    expect(nextLook({ ...draft, state, endsAt }, now)).toEqual(expected);
  });
});

describe('an invitation', () => {
  const invitation = (state: CoHostRow['state'], party: object = union(far)): CoHostRow => {
    const { kind, id, name, unionId } = party as ReturnType<typeof union>;
    return { id: 'invitation', state, partyKind: kind, partyId: id, partyName: name, unionId } as CoHostRow;
  };

  it.each([
    ['invited', 'draft', ['invitedToHost']],
    ['countered', 'draft', ['invitationCountered']],
    ['accepted', 'draft', []],
    ['declined', 'draft', []],
    ['withdrawn', 'draft', []],
    ['left', 'draft', []],
    ['invited', 'published', []],
    ['countered', 'published', []],
    ['invited', 'cancelled', []],
  ] as const)('that is %s to an activity that is %s waits for %j', (state, of, expected) => {
    expect(kinds({ invitations: [invitation(state)] }, { state: of })).toEqual(expected);
  });

  it('waits for the invited union, for a person themselves, and with other terms for the organiser', () => {
    expect(awaits({ invitations: [invitation('invited')] })).toMatchObject([
      {
        offices: office(speakers, [far]),
        why: 'invited',
        values: { partyName: '工会 host', startsAt: later.toISOString() },
      },
    ]);
    const [asked] = awaits({ invitations: [invitation('invited', worker)] });
    expect(asked).toMatchObject({ personIds: ['worker'] });
    expect(asked?.offices).toBeUndefined();
    expect(awaits({ invitations: [invitation('countered', worker)] })).toMatchObject([
      { offices: office(speakers, [host]), why: 'hosts', values: { partyName: null } },
    ]);
  });
});

describe('a version of the agreement', () => {
  const version = (state: AgreementRow['state'], id = 'version'): AgreementRow =>
    ({
      id,
      state,
      versionNumber: 2,
      hosts: [union(host), union(guest), worker],
      proposedFor: union(guest),
    }) as unknown as AgreementRow;
  const signer = ({ kind, id, unionId }: ReturnType<typeof union> | typeof worker) => ({
    agreementId: 'version',
    partyKind: kind,
    partyId: id,
    unionId,
  });

  it('that is open waits for each party that has not signed', () => {
    const signers = [signer(union(guest)), signer(worker)];
    const signing = ['officer', 'finance'];
    expect(awaits({ agreements: [version('open')], signers })).toMatchObject([
      {
        kind: 'agreementToSign',
        slot: '1',
        offices: office(signing, [guest]),
        values: { number: '2', partyName: '工会 guest' },
      },
      { kind: 'agreementToSign', slot: '2', personIds: ['worker'], values: { partyName: null } },
    ]);
  });

  it.each(['checking', 'inForce', 'superseded'] as const)('that is %s waits for nobody', (state) => {
    expect(kinds({ agreements: [version(state)] })).toEqual([]);
  });

  it.each<[string, Partial<ActivityRow>, AgreementRow[], string[]]>([
    ['the latest', {}, [version('refused')], ['agreementRefused']],
    ['overtaken', {}, [version('checking', 'next'), version('refused')], []],
    ['beside one in force', { agreementId: 'bound' }, [version('refused')], []],
    ['without co-hosts', { agreementRequired: false }, [version('refused')], []],
    ['of a cancelled activity', { state: 'cancelled' }, [version('refused')], []],
  ])('that is refused, and is %s, waits accordingly', (_which, changes, agreements, expected) => {
    expect(kinds({ agreements }, changes)).toEqual(expected);
  });

  it('that is refused waits for who has proposed it', () => {
    expect(awaits({ agreements: [version('refused')] })).toMatchObject([
      { offices: office(speakers, [guest]), values: { number: '2' } },
    ]);
  });
});

describe('a task', () => {
  const task = (
    state: ActivityTaskRow['state'],
    dueAt: Date | null = later,
    party: object = union(guest),
  ) => {
    const { kind, id, unionId } = party as ReturnType<typeof union>;
    const dueOn = dueAt === null ? null : '2026-11-20';
    const row = { id: 'task', state, partyKind: kind, partyId: id, unionId, title: '安排大巴', dueOn };
    return { ...(row as ActivityTaskRow), dueAt };
  };

  it.each([
    ['open', 'draft', ['taskOpen']],
    ['open', 'published', ['taskOpen']],
    ['open', 'closed', ['taskOpen']],
    ['open', 'cancelled', []],
    ['done', 'draft', []],
    ['dropped', 'draft', []],
  ] as const)('that is %s of an activity that is %s waits for %j', (state, of, expected) => {
    expect(kinds({ tasks: [task(state)] }, { state: of })).toEqual(expected);
  });

  it('waits for its host until its day is over', () => {
    expect(awaits({ tasks: [task('open')] })).toMatchObject([
      {
        offices: office(speakers, [guest]),
        values: { taskTitle: '安排大巴', dueOn: '2026-11-20' },
        dueAt: later,
      },
    ]);
    expect(awaits({ tasks: [task('open', null, worker)] })).toMatchObject([
      { personIds: ['worker'], dueAt: null },
    ]);
  });
});

describe('questions', () => {
  const asked = { questions: { count: 3, latestAt: new Date('2026-11-19T17:00:00Z') } };

  it('wait together for all hosts and who proposed the activity, told anew each day', () => {
    const proposal = { personId: 'worker' } as ActivityRow['proposal'];
    expect(awaits(asked, { state: 'published', proposal })).toMatchObject([
      {
        kind: 'questionsWaiting',
        personIds: ['worker'],
        offices: { ...office(speakers, [host, guest]), matters: [{ kind: 'activity' }] },
        values: { count: '3' },
        // one o'clock at night in Shanghai
        slot: '2026-11-20',
      },
    ]);
  });

  it.each(['draft', 'closed', 'cancelled'] as const)('wait for nobody once it is %s', (state) => {
    expect(kinds(asked, { state })).toEqual([]);
  });
});

describe('pictures', () => {
  const reported = (...reportedOf: string[]): Partial<ActivityToAnswer> => ({
    pictures: { pending: 0, latestAt: null, reported: 2, reportedOf },
  });

  it('that are new wait for the hosts, also after the activity', () => {
    const pictures = { pending: 2, latestAt: earlier, reported: 0, reportedOf: [] };
    expect(awaits({ pictures }, { state: 'closed' })).toMatchObject([
      {
        kind: 'albumWaiting',
        offices: office(speakers, [host, guest]),
        values: { count: '2' },
        slot: '2026-11-20',
      },
    ]);
  });

  it('that were reported do not wait for whose they all are', () => {
    const whom = (...of: string[]) => awaits(reported(...of), { state: 'closed' })[0];
    expect(whom('one')).toMatchObject({
      kind: 'albumReported',
      offices: office(speakers, [host, guest], ['one']),
    });
    expect(whom('one', 'two')).toMatchObject({ offices: office(speakers, [host, guest]) });
  });
});

it('says of each thing that it waits for nothing any more', () => {
  const invitations = [{ id: 'over', state: 'declined' } as CoHostRow];
  expect(awaitsOfActivity({ ...nothing, invitations })).toContainEqual({
    subject: 'coHost',
    things: [{ id: 'over', awaits: [] }],
  });
});

import type {
  MemberMergeView,
  MergePreviewView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MyRegistrationView,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import type {
  ErasureReceiptView,
  ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { DrawView } from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { CircleView } from '@gongxiang/contracts/affairs/circles/circle.contract';
import { newId } from '@gongxiang/domain';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Client } from '../demo/tools/client.js';
import { browserKeys } from './access-notices.js';
import { eraseNow } from './erase-now.js';
import {
  grantRole,
  inDays,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  type Person,
  publishActivity,
  renewed,
} from './fixtures.js';
import { columnsWithPersons, orphansOf, personPlaces, type PlaceOfService } from './person-columns.js';
import { rowsOf } from './rows.js';
import { sharedPlatform } from './shared-platform.js';
import { signedToken } from './signed-token.js';
import { allHeard, connectAsAdmin } from './streams.js';
import { endedActivity, openSurvey, publishedSystem } from './surveys.js';
import type { TestPlatform } from './test-platform.js';

let platform: TestPlatform;
let network: Network;
let officer: Person;
let places: readonly PlaceOfService[];

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser', 'evaluator']);
  places = await personPlaces();
});

afterAll(() => platform?.stop());

async function merge(survivor: Person, merged: Person): Promise<MemberMergeView> {
  const proposed = await officer.client.post<MemberMergeView>('/member-merges', {
    survivorId: survivor.personId,
    mergedId: merged.personId,
    name: 'survivor',
    residentNumber: 'survivor',
    phone: 'survivor',
    reason: '本人到场核对',
  });
  await network.operator.client.decide<MemberMergeView>(`/member-merges/${proposed.id}/approve`);
  return eventually(async () => {
    const view = await officer.client.get<MemberMergeView>(`/member-merges/${proposed.id}`);
    expect(view.state).toBe('applied');
    return view;
  });
}

/** Both records have a seat in one activity, a bill that they shared, an entry in one draw and a token of one survey. */
interface Both {
  readonly pair: readonly [survivor: Person, merged: Person];
  /** Only the merged record has a seat in the first; nobody has one in the last. */
  readonly activities: readonly [first: string, both: string, later: string];
  readonly drawId: string;
}

async function liveTwice(): Promise<Both> {
  const roles = ['finance'] as const;
  const pair = [
    await makePerson(platform, network, network.near, roles),
    await makePerson(platform, network, network.near, roles),
  ] as const;
  const [survivor, merged] = pair;
  const activity = async (): Promise<string> => (await publishActivity(officer.client, network.near, 5)).id;
  const activities = [await activity(), await activity(), await activity()] as const;
  const drawn = await activity();
  const opensAt = new Date(Date.now() + drawOpensAfterMs);
  const terms = { opensAt: opensAt.toISOString(), closesAt: inDays(2), fairShareDays: 365 };
  const draw = await officer.client.post<DrawView>(`/activities/${drawn}/draws`, terms);
  await eventually(() => signUp(merged, activities[0]));
  await signUp(merged, activities[1]);
  await signUp(survivor, activities[1]);
  const survey = await surveyOf(pair.map(({ personId }) => personId));
  const circle = { unionId: network.near.id, name: '摄影圈', about: '爱拍照的工友', joining: 'open' };
  const { id: circleId } = await eventually(() => officer.client.post<CircleView>('/circles', circle));
  for (const person of pair) {
    await speakIn(circleId, person);
    await eventually(() => person.client.post('/shared-bills', sharedBill()));
    await signedToken(survey, person);
    await eventually(() => person.client.post(`/draws/${draw.id}/entries`));
  }
  return { pair, activities, drawId: draw.id };
}

const drawOpensAfterMs = 2_000;

/** What affairs and notification keep of a person: a circle and a post, a record, a complaint, an address. */
async function speakIn(circleId: string, { client, personId }: Person): Promise<void> {
  await eventually(() => client.post(`/circles/${circleId}/join`, {}));
  await client.post(`/circles/${circleId}/posts`, { text: '周末去江滩拍日出' });
  await client.post('/records', { kind: 'skill', title: '茶艺师', details: { skillLevel: '三级' } });
  const endpoint = `https://push.example.invalid/${personId}`;
  await client.post('/me/notice-addresses/push', { endpoint, keys: browserKeys, label: 'Firefox, Linux' });
  const answers = { kind: 'complaint', text: '宿舍热水总是断供' };
  const complaint = { serviceId: complaintServiceId, answers, contact: { name: '工友' } };
  await client.post<MatterView>('/matters', complaint);
}

const signUp = (person: Person, activityId: string): Promise<RegistrationView> =>
  person.client.post<RegistrationView>(`/activities/${activityId}/registrations`, {});

function sharedBill(): object {
  const [near, next] = [network.near, network.next].map(({ id }) => ({ kind: 'union', id }));
  return {
    title: '联合宣传册印刷',
    amount: { amount: '120000', currency: 'CNY' },
    payer: near,
    parties: [{ party: near }, { party: next }],
    incomeKind: 'dues',
    expenseCode: '1.3',
  };
}

/** A survey of what these people came to. */
async function surveyOf(personIds: readonly string[]): Promise<SurveyView> {
  const reviewer = await makePerson(platform, network, network.near);
  await grantRole(network, network.districts[0], reviewer.personId, 'evaluator');
  const designers = { evaluator: officer, reviewer };
  const indicatorSystemId = await publishedSystem(designers, network.near.id);
  const activityId = await endedActivity(platform, network.near.id, personIds);
  return openSurvey(officer, { activityId, indicatorSystemId, questions: [] });
}

const replayed = ['membership', 'sharing'] as const;

/** Where the streams of the services whose events come again end now. */
async function endsOfStreams(): Promise<readonly number[]> {
  const admin = await connectAsAdmin(platform);
  try {
    const { streams } = await jetstreamManager(admin);
    const infos = await Promise.all(replayed.map((service) => streams.info(`evt_${service}`)));
    return infos.map(({ state }) => state.last_seq);
  } finally {
    await admin.close();
  }
}

/**
 * What was told of the states of these people comes once more as something new, the newest first: late, and out of order.
 * @param begins of the streams
 * @returns how many events came
 */
async function comeAgain(personIds: readonly string[], begins: readonly number[]): Promise<number> {
  const admin = await connectAsAdmin(platform);
  try {
    const { streams } = await jetstreamManager(admin);
    const old: { readonly subject: string; readonly text: string }[] = [];
    for (const [index, service] of replayed.entries()) {
      const { state } = await streams.info(`evt_${service}`);
      for (let seq = (begins[index] ?? 0) + 1; seq <= state.last_seq; seq += 1) {
        const message = await streams.getMessage(`evt_${service}`, { seq });
        const text = message === null ? '' : Buffer.from(message.data).toString();
        if (message?.subject.endsWith('.changed.v1') === true && personIds.some((id) => text.includes(id)))
          old.push({ subject: message.subject, text });
      }
    }
    const publisher = jetstream(admin);
    for (const { subject, text } of old.reverse()) {
      const id = newId();
      const envelope = { ...(JSON.parse(text) as object), id };
      await publisher.publish(subject, JSON.stringify(envelope), { msgID: id });
    }
    for (const service of replayed) await eventually(() => allHeard(platform, admin, service));
    return old.length;
  } finally {
    await admin.close();
  }
}

/** What other services know of these people. */
async function copiesOf(personIds: readonly string[]): Promise<object[]> {
  const copies = ['sharing', 'settlement', 'evaluation'].map((schema) =>
    rowsOf(
      platform,
      `SELECT to_jsonb(m) AS row FROM ${schema}.member_ref m WHERE person_id = ANY($1) ORDER BY person_id`,
      [personIds],
    ),
  );
  return (await Promise.all(copies)).flat();
}

async function seatsOf(person: Person): Promise<string[]> {
  const own = await person.client.get<Page<MyRegistrationView>>('/me/registrations');
  return own.items.filter(({ state }) => state === 'confirmed').map(({ activityId }) => activityId);
}

/** Who has the seat, and who has submitted the bills, of the merged record. */
async function ownersOf({ activities: [first] }: Both): Promise<object> {
  const [seat] = await rowsOf<{ id: string }>(
    platform,
    'SELECT person_id AS id FROM sharing.registration WHERE activity_id = $1',
    [first],
  );
  const bills = await rowsOf<{ id: string }>(
    platform,
    `SELECT submitted_by AS id FROM settlement.cost_pool WHERE kind = 'shared' AND union_id = $1 ORDER BY id`,
    [network.near.id],
  );
  return { seat: seat?.id, bills: bills.map(({ id }) => id) };
}

async function signedInAgain(person: Person): Promise<Person> {
  const nobody = new Client(platform.gatewayUrl);
  const credentials = { account: person.account, password: memberPassword };
  const { accessToken } = await nobody.post<SignInView>('/auth/sessions', credentials);
  return { ...person, token: accessToken, client: nobody.as({ accessToken }) };
}

describe('merging two records of one person', () => {
  it('E97: of two with a seat, a bill, a draw and a survey leaves no orphan, with old events late and out of order; it is undone, and one is erased', async () => {
    const begins = await endsOfStreams();
    const both = await liveTwice();
    const {
      pair: [survivor, merged],
      activities: [first, shared, later],
    } = both;
    const ids = both.pair.map(({ personId }) => personId);
    const query = `survivorId=${survivor.personId}&mergedId=${merged.personId}`;
    const preview = await officer.client.get<MergePreviewView>(`/member-merges/preview?${query}`);
    expect(preview.complete).toBe(true);
    const said = preview.services.flatMap(({ counts, warnings }) => [...counts, ...warnings]);
    expect(said).toContainEqual({ kind: 'registrations', moving: 1, resolving: 0, clashing: 1 });
    for (const warning of ['twoSeats', 'twoSurveyTokens', 'sameOffice'])
      expect(said).toContainEqual({ warning, count: 1 });
    expect(said).toContainEqual({ kind: 'draws', moving: 0, resolving: 1, clashing: 0 });
    // A sign-up of the merged record that races with the merge is either refused or that of the survivor.
    const racing = signUp(merged, later).catch(() => null);
    const done = await merge(survivor, merged);
    await racing;
    expect(done.progress.every(({ doneAt }) => doneAt !== null)).toBe(true);
    await eventually(async () => expect(await orphansOf(platform, places)).toEqual([]));
    const seats = await seatsOf(renewed(platform, survivor));
    expect(seats).toEqual(expect.arrayContaining([first, shared]));
    expect(seats.filter((id) => id === shared)).toHaveLength(1);
    expect(await ownersOf(both)).toEqual({
      seat: survivor.personId,
      bills: [survivor.personId, survivor.personId],
    });
    const copies = await copiesOf(ids);
    expect(await comeAgain(ids, begins)).toBeGreaterThan(4);
    expect(await copiesOf(ids)).toEqual(copies);
    await eventually(async () => expect(await orphansOf(platform, places)).toEqual([]));
    expect((await seatsOf(renewed(platform, survivor))).sort()).toEqual(seats.sort());

    await network.operator.client.decide<MemberMergeView>(`/member-merges/${done.id}/undo`, {
      reason: '是两个人',
    });
    await eventually(async () => {
      expect((await officer.client.get<MemberMergeView>(`/member-merges/${done.id}`)).state).toBe('undone');
    });
    const apart = { seat: merged.personId, bills: ids };
    expect(await ownersOf(both)).toEqual(apart);
    await comeAgain(ids, begins);
    expect(await ownersOf(both)).toEqual(apart);
    // For a second after the undo a service may still take the one for the other.
    const again = await eventually(async () => {
      const person = await signedInAgain(merged);
      await person.client.get('/me');
      return person;
    });
    await erase(again, both.drawId);
    // The one who is left has what was theirs before; the later seat in one activity was given back for good.
    expect(await ownersOf(both)).toEqual(apart);
    const left = await rowsOf<{ id: string }>(
      platform,
      'SELECT person_id AS id FROM sharing.draw_entry WHERE draw_id = $1 AND person_id = $2',
      [both.drawId, survivor.personId],
    );
    expect(left).toHaveLength(1);
  });

  /** They give back what still lies ahead, leave, and ask for it. */
  async function erase({ client, personId }: Person, drawId: string): Promise<void> {
    await client.decide(`/draws/${drawId}/withdraw-entry`);
    const matters = await client.get<Page<MatterView>>('/me/matters');
    for (const { id } of matters.items) await client.decide(`/matters/${id}/withdraw`);
    await client.decide('/me/membership/leave');
    const own = await client.get<Page<MyRegistrationView>>('/me/registrations');
    for (const { id, state } of own.items)
      if (state === 'confirmed') await client.decide(`/registrations/${id}/cancel`).catch(() => undefined);
    const { receipt } = await eventually(() =>
      client.post<ErasureView>('/me/erasure', { proof: { password: memberPassword } }),
    );
    await eraseNow(platform, personId);
    await eventually(async () => {
      const seen = await new Client(platform.gatewayUrl).get<ErasureReceiptView>(
        `/public/erasures/${receipt}`,
      );
      expect(seen.state).toBe('erased');
    });
  }

  it('E97: every column in which a person occurs says what a merge does with it', async () => {
    const { found, undeclared } = await columnsWithPersons(platform, places);
    expect(found.length).toBeGreaterThan(30);
    expect(undeclared).toEqual([]);
  });

  it('E95: records of two unions are no candidates for the officer of one', async () => {
    const { personId } = await network.operator.client
      .post<MemberView>('/members', {
        unionId: network.far.id,
        name: '王重名',
        residentNumber: '11010119900307803X',
      })
      .catch(() => ({ personId: '' }));
    const page =
      await officer.client.get<Page<{ readonly second: { readonly personId: string } }>>(
        '/member-merges/candidates',
      );
    expect(page.items.every(({ second }) => second.personId !== personId)).toBe(true);
  });
});

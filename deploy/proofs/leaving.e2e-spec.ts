import type { MatterReceipt } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { OwnMembershipView } from '@gongxiang/contracts/membership/members/own-membership.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ask } from './ask.js';
import { makeNetwork, makePerson, memberPassword, type Person, publishActivity } from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

let platform: TestPlatform;
let officer: Person;
let person: Person;
let activity: ActivityView;
let registration: RegistrationView;
let complaint: MatterReceipt;

beforeAll(async () => {
  platform = await sharedPlatform();
  const network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  person = await makePerson(platform, network, network.near);
  activity = await publishActivity(officer.client, network.near, 12);
  const path = `/activities/${activity.id}/registrations`;
  // Membership tells sharing of the new member.
  await eventually(async () => {
    registration = await person.client.post<RegistrationView>(path, {});
  });
  const answers = { kind: 'question', text: '年会在哪里办？' };
  const matter = { serviceId: complaintServiceId, answers, contact: { name: '张三' } };
  complaint = await person.client.post<MatterReceipt>('/matters', matter);
});

afterAll(() => platform?.stop());

const read = (path: string, token = person.token): Promise<Answer> =>
  ask(platform.gatewayUrl, 'GET', path, { token });

describe('whoever has left', () => {
  it('E103: keeps reading what is theirs, in every service, and comes back within seven days', async () => {
    const left = await person.client.decide<OwnMembershipView>('/me/membership/leave');
    expect(left).toMatchObject({ state: 'ended', endedReason: 'left' });
    // The roles and the membership are gone in every service.
    await eventually(async () =>
      expect((await person.client.get<{ unionId: string | null }>('/me')).unionId).toBeNull(),
    );
    const own = [
      '/me',
      '/me/membership',
      '/me/employments',
      '/me/registrations',
      '/me/letters',
      '/me/coupons',
      '/me/no-shows',
      '/me/loans',
      '/me/loan-waits',
      '/me/notices',
      '/me/surveys',
      '/me/efficacy-surveys',
      '/me/matters',
      '/me/calendar-feeds',
      `/members/${left.id}`,
      `/members/${left.id}/employments`,
      `/registrations/${registration.id}`,
      `/registrations/${registration.id}/answers`,
      `/activities/${activity.id}`,
      `/matters/${complaint.id}`,
    ];
    const answers = await Promise.all(own.map(async (path) => [path, (await read(path)).status]));
    expect(answers).toEqual(own.map((path) => [path, 200]));
    const mine = await person.client.get<Page<RegistrationView>>('/me/registrations');
    expect(mine.items.map(({ id }) => id)).toContain(registration.id);
    const session = await ask(platform.gatewayUrl, 'POST', '/auth/sessions', {
      token: null,
      body: { account: person.account, password: memberPassword },
    });
    expect(session.status).toBe(201);
    // What is for members alone is no longer theirs.
    expect((await read('/members')).status).toBe(403);
    const back = await person.client.decide<OwnMembershipView>('/me/membership/return');
    expect(back).toMatchObject({ state: 'active', unionId: left.unionId, returnableUntil: null });
  });
});

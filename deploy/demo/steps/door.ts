import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type {
  ActivityClosingView,
  AttendancePage,
  CheckInView,
  UndoneCheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { CreatedDoorLinkView } from '@gongxiang/contracts/sharing/attendance/door-link.contract';
import type { RegistrationLineView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Client, isRefused } from '../tools/client.js';
import { idOf, officerOf, type World } from '../tools/world.js';

interface Scan {
  readonly operationId: string;
  readonly registrationId?: string;
  readonly personId?: string;
  readonly direction?: 'in' | 'out';
  readonly walkIn?: boolean;
  readonly confirm?: boolean;
  readonly at: string;
}

/** The day itself: check-in, a walk-in, a no-show; the close freezes who came. */
export async function theDay(world: World): Promise<void> {
  await world.report.step('签到、现场加入、缺席 / Check-in, a walk-in, a no-show', async () => {
    const organiser = officerOf(world, 'zhonggong').client;
    const activityId = idOf(world, 'familyDay');
    await beginNow(organiser, activityId);
    const seated = await confirmedOf(organiser, activityId);
    const doorsOpenMinutes = 60;
    const scans: Scan[] = seated
      .slice(1)
      .map((line, index) =>
        scanOf({ registrationId: line.id, at: minutesAgo(doorsOpenMinutes - (index % 40)) }),
      );
    const walkIn = await walkInOf(world);
    const batch = [...scans, scanOf({ personId: walkIn, walkIn: true, confirm: true, at: minutesAgo(20) })];
    const helped = await byHelper(world, activityId, batch.slice(0, helperScans));
    const answers = [...helped, ...(await checkIn(organiser, activityId, batch.slice(helperScans)))];
    const again = await checkIn(organiser, activityId, batch.slice(0, 20));
    const { report } = world;
    await someLeave(world, activityId, seated);
    const attendance = await organiser.get<AttendancePage>(`/activities/${activityId}/attendance?limit=1`);
    report.figure(
      'checked in',
      `${answers.filter((one) => one.result === 'checkedIn').length - 1} of ${seated.length} registrations, and one walk-in`,
    );
    const { came, left, inside } = attendance.totals;
    report.figure('people inside', `${inside}: ${came} came, ${left} have left`);
    report.figure('did not come', attendance.totals.missing);
    report.prove(
      'a scan sent twice gets the same answer and counts once',
      again.every((one, index) => one.result === answers[index]?.result),
    );
    report.prove(
      'one no-show, one walk-in',
      attendance.totals.missing === 1 && attendance.totals.walkInHeads === 1,
    );
    const closed = await close(organiser, activityId);
    report.figure(
      'frozen',
      `${closed.factCount} facts, ${closed.heads} heads, hash ${closed.factsHash.slice(0, 16)}…`,
    );
    world.ids.set('familyDay:heads', String(closed.heads));
  });
}

/** How many a helper scans at the east gate. */
const helperScans = 5;

/** A helper without an account: the link of the east gate works on one phone, for this activity alone. */
async function byHelper(
  world: World,
  activityId: string,
  items: readonly Scan[],
): Promise<CheckInView['items']> {
  const { client } = officerOf(world, 'zhonggong');
  const path = `/activities/${activityId}/door-links`;
  const { address } = await client.post<CreatedDoorLinkView>(path, { name: '东门 · 志愿者小李' });
  const linkToken = address?.replace('/door/', '');
  const [phone, other] = [newSecret(), newSecret()];
  await world.nobody.post('/doors', { linkToken, deviceKey: phone });
  const isOtherRefused = await isRefused(
    () => world.nobody.post('/doors', { linkToken, deviceKey: other }),
    'DOOR_LINK_BOUND',
  );
  const { items: answers } = await world.nobody.post<CheckInView>(`/doors/${phone}/check-ins`, { items });
  world.report.prove(
    'a helper checks in by a link, on one phone alone',
    isOtherRefused && answers.every(({ result }) => result === 'checkedIn'),
  );
  return answers;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Some leave early and one is back; somebody is scanned who is not there, and that is undone. */
async function someLeave(
  world: World,
  activityId: string,
  [absent, ...present]: readonly RegistrationLineView[],
): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const leaving = present
    .slice(0, 6)
    .map(({ id }, index) => scanOf({ registrationId: id, direction: 'out', at: minutesAgo(12 - index) }));
  const back = scanOf({ registrationId: present[0]?.id ?? '', at: minutesAgo(3) });
  const wrong = scanOf({ registrationId: absent?.id ?? '', at: minutesAgo(2) });
  const answers = await checkIn(client, activityId, [...leaving, back, wrong]);
  const undo = { reason: '扫错了人' };
  const undone = await client.post<UndoneCheckInView>(
    `/activities/${activityId}/check-ins/${wrong.operationId}/undo`,
    undo,
  );
  world.report.prove(
    'whoever left may come back, and a scan that was a mistake counts no more',
    answers.at(-2)?.result === 'cameBack' && !undone.isPresent,
  );
}

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** The demo cannot wait for Saturday: the organiser moves the activity to this moment, as organisers may. */
export async function beginNow(organiser: Client, activityId: string): Promise<void> {
  const activity = await organiser.get<ActivityView>(`/activities/${activityId}`);
  const now = new Date();
  const later = new Date(now.getTime() + 3 * 3_600_000).toISOString();
  const times = { startsAt: now.toISOString(), endsAt: later, signUpClosesAt: now.toISOString() };
  await organiser.patch<ActivityView>(`/activities/${activityId}`, times, { ifMatch: activity.version });
}

export async function confirmedOf(organiser: Client, activityId: string): Promise<RegistrationLineView[]> {
  const lines: RegistrationLineView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = `limit=200&state=confirmed${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: Page<RegistrationLineView> = await organiser.get(
      `/activities/${activityId}/registrations?${query}`,
    );
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

export function scanOf(what: Partial<Scan>): Scan {
  return { operationId: randomUUID(), at: new Date().toISOString(), ...what };
}

export async function checkIn(
  organiser: Client,
  activityId: string,
  scans: readonly Scan[],
): Promise<CheckInView['items']> {
  const answers: CheckInView['items'] = [];
  for (let start = 0; start < scans.length; start += 200) {
    const items = scans.slice(start, start + 200);
    const answer = await organiser.post<CheckInView>(`/activities/${activityId}/check-ins`, { items });
    answers.push(...answer.items);
  }
  return answers;
}

export function close(organiser: Client, activityId: string): Promise<ActivityClosingView> {
  return organiser.decide<ActivityClosingView>(`/activities/${activityId}/close`);
}

/** A member of a micro union who stood at the door without a registration. */
async function walkInOf(world: World): Promise<string> {
  const organiser = officerOf(world, 'zhonggong').client;
  const seated = new Set(
    (await confirmedOf(organiser, idOf(world, 'familyDay'))).map((line) => line.personId),
  );
  const waiting = (world.members.get('shuxiang') ?? []).filter((member) => !seated.has(member.personId));
  const last = waiting.at(-1);
  if (last === undefined) throw new Error('Everybody has a seat: nobody can walk in.');
  return last.personId;
}

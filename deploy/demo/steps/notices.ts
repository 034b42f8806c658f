import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { MessageView } from '@gongxiang/contracts/sharing/activities/message.contract';
import type { AnnouncementView } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import type { QuestionView } from '@gongxiang/contracts/sharing/activities/question.contract';
import type { NoticePage } from '@gongxiang/contracts/notification/notice.contract';
import type { RegistrationsView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { DeliveryReportView } from '@gongxiang/contracts/notification/delivery.contract';
import type {
  NoticeAddressPage,
  NoticeAddressView,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { hasMailServer } from '../../local/services.js';
import { codeIn } from '../tools/mailbox.js';
import { type Account, officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';
import { openTitle } from './open-activity.js';

const asked = '孩子可以在场边玩吗？有人看护吗？';
const waiting = '场地有更衣室和淋浴吗？';
const subject = '请自带室内运动鞋';
const announced = '冬季送温暖登记';
const planned = '邀请您参加春节专场';
const signedUpMax = 3;

/** A worker asks and is answered; those whom an officer signs up get a message. What they are told comes to their inboxes. */
export async function tellPeople(world: World): Promise<void> {
  await world.report.step('提问、答复和通知 / A question, its answer, and what people are told', async () => {
    const officer = officerOf(world, 'officer');
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const path = `/activities/${await openActivity(officer)}`;
    const question = await askOnce(worker, path, asked);
    await askOnce(worker, path, waiting);
    if (question.state === 'open') {
      const answer = { answer: '可以，场边有家属区，有两名志愿者照看。' };
      const sees = `${path}/questions`;
      await officer.client.decide<QuestionView>(`${sees}/${question.id}/answer`, answer, { sees });
    }
    const people = (world.members.get('lvyuan') ?? []).slice(0, signedUpMax);
    if (people.length > 0) await writeTo(officer, path, people);
    const mailed = await withMails([officer, worker]);
    await announce(world, officer);
    let inbox = await worker.client.get<NoticePage>('/me/notices');
    const isAnswered = (): boolean => inbox.items.some(({ kind }) => kind === 'questionAnswered');
    await until(async () => {
      inbox = await worker.client.get<NoticePage>('/me/notices');
      return isAnswered();
    }, 'the notice of the answer');
    world.report.figure('unread', String(inbox.unread));
    world.report.prove('who has asked is told of the answer', isAnswered());
    if (mailed) await proveMailsLeft(world, officer);
  });
}

/** Their notices go to a mail address as well, where mails go to the mailbox, which has the code. @returns whether they do */
async function withMails(accounts: readonly Account[]): Promise<boolean> {
  const mailbox = process.env['MAILBOX_DIRECTORY'];
  for (const { client, personId } of accounts) {
    const { channels, items } = await client.get<NoticeAddressPage>('/me/notice-addresses');
    if (mailbox === undefined || hasMailServer(process.env) || !channels.includes('mail')) return false;
    if (items.some(({ channel, state }) => channel === 'mail' && state === 'active')) continue;
    const mail = `${personId}@people.example`;
    const { id } = await client.post<NoticeAddressView>('/me/notice-addresses/mail', { mail });
    await client.post(`/me/notice-addresses/${id}/prove`, { code: await codeIn(mailbox, mail) });
  }
  return true;
}

async function proveMailsLeft(world: World, officer: Account): Promise<void> {
  const sent = async (): Promise<number> => {
    const { channels } = await officer.client.get<DeliveryReportView>('/deliveries');
    return channels.find(({ channel }) => channel === 'mail')?.sent ?? 0;
  };
  await until(async () => (await sent()) > 0, 'a mail');
  world.report.prove(
    'messages have left by mail as well, and the federation sees how many',
    (await sent()) > 0,
  );
}

async function openActivity(officer: Account): Promise<string> {
  const query = `state=published&q=${encodeURIComponent(openTitle)}`;
  const { items } = await officer.client.get<Page<ActivityView>>(`/activities?${query}`);
  const [open] = items;
  if (open === undefined) throw new Error('The story has no open activity yet.');
  return open.id;
}

/** What an earlier run has asked is not asked again. */
async function askOnce(worker: Account, path: string, text: string): Promise<QuestionView> {
  const { items } = await worker.client.get<Page<QuestionView>>(`${path}/questions`);
  const known = items.find((one) => one.isMine && one.text === text);
  return known ?? worker.client.post<QuestionView>(`${path}/questions`, { text });
}

async function writeTo(officer: Account, path: string, people: readonly Account[]): Promise<void> {
  const personIds = people.map(({ personId }) => personId);
  await officer.client.post<RegistrationsView>(`${path}/registrations/group`, { personIds });
  const sent = async (): Promise<MessageView | undefined> =>
    (await officer.client.get<Page<MessageView>>(`${path}/messages`)).items.find(
      (one) => one.subject === subject,
    );
  if ((await sent()) === undefined) {
    const text = '场馆是木地板，请自带室内运动鞋；球拍和球由主办方准备。';
    await officer.client.post<MessageView>(`${path}/messages`, { subject, text, filter: {} });
  }
  await until(async () => (await sent())?.state === 'sent', 'the message');
}

/** The federation tells all of its members, once; and has another one ready for next week. */
async function announce(world: World, officer: Account): Promise<void> {
  const { id: unionId } = unionOf(world, 'federation');
  const found = async (title: string): Promise<AnnouncementView | undefined> =>
    (await officer.client.get<Page<AnnouncementView>>('/announcements')).items.find(
      (one) => one.title === title,
    );
  const asked = { unionId, audience: { kind: 'union', id: unionId }, urgency: 'soon' };
  if ((await found(announced)) === undefined) {
    const text = '今年的送温暖活动开始了。需要帮助的职工，请在月底前到所在工会登记。';
    await officer.client.post<AnnouncementView>('/announcements', {
      ...asked,
      title: announced,
      text,
      release: 'now',
    });
  }
  if ((await found(planned)) === undefined) {
    const text = '还没有参加过活动的会员，春节前有三场专场活动，欢迎报名。';
    const audience = { kind: 'notReached', id: unionId, days: 180 };
    const draft = { ...asked, audience, title: planned, text, release: 'draft' };
    await officer.client.post<AnnouncementView>('/announcements', draft);
  }
  await until(async () => (await found(announced))?.state === 'sent', 'the announcement');
  const sent = (await found(announced))?.sent ?? 0;
  world.report.prove('an announcement has reached members, counted', sent > 0);
}

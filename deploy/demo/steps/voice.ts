import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  IntakeSummaryView,
  IntakeView,
  SendIntakeRequest,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import { isRefused } from '../tools/client.js';
import { type Account, idOf, officerOf, passwords, signIn, type World } from '../tools/world.js';

/** A worker complains and is answered; a question stays open, so that an officer who looks around finds one. */
export async function hearTheWorkers(world: World): Promise<void> {
  await world.report.step('职工反映与答复 / A worker complains, and the union answers', async () => {
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const officer = officerOf(world, 'zhonggong');
    const sent = await sendOnce(worker, {
      kind: 'complaint',
      text: '亲子游当天的大巴后排没有安全带，带孩子坐不放心，请下次换车。',
      page: `/activities/${idOf(world, 'familyDay')}`,
      subject: { noun: 'activity', id: idOf(world, 'familyDay') },
    });
    if (sent.state === 'open') {
      const answer = { text: '谢谢提醒，已要求车队更换车辆，以后发车前由领队逐座检查。' };
      await officer.client.post<IntakeView>(`/intake/${sent.id}/answer`, answer, { ifMatch: sent.version });
    }
    const answered = await worker.client.get<IntakeView>(`/intake/${sent.id}`);
    world.report.figure('answered', answered.answer?.text ?? '');
    world.report.prove(
      'a complaint is answered by the own union, and no officer of another union can see it',
      answered.state === 'answered' && (await isHidden(officerOf(world, 'shuxiang'), sent.id)),
    );
    const asker = world.members.get('lvyuan')?.[0];
    if (asker !== undefined)
      await sendOnce(asker, { kind: 'question', text: '羽毛球友谊赛可以自带球拍吗？', page: '/activities' });
  });
}

/** What an earlier run has sent is not sent again. */
async function sendOnce(sender: Account, entry: SendIntakeRequest): Promise<IntakeView> {
  const mine = await sender.client.get<Page<IntakeSummaryView>>('/me/intake?limit=200');
  const known = mine.items.find((one) => one.text === entry.text);
  if (known !== undefined) return sender.client.get<IntakeView>(`/intake/${known.id}`);
  return sender.client.post<IntakeView>('/intake', entry);
}

function isHidden(stranger: Account, intakeId: string): Promise<boolean> {
  return isRefused(() => stranger.client.get<IntakeView>(`/intake/${intakeId}`), 'NOT_FOUND');
}

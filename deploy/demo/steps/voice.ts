import type {
  MatterLine,
  MatterReceipt,
  MatterView,
  SendMatter,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import { complaintServiceId } from '@gongxiang/domain/complaints';
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
    });
    if (sent.state === 'sent') await answer(officer, sent);
    const answered = await worker.client.get<MatterView>(`/matters/${sent.id}`);
    world.report.figure('answered', answered.reasons ?? '');
    world.report.prove(
      'a complaint is answered by the own union, and no officer of another union can see it',
      answered.state === 'decided' && (await isHidden(officerOf(world, 'shuxiang'), sent.id)),
    );
    const asker = world.members.get('lvyuan')?.[0];
    if (asker !== undefined)
      await sendOnce(asker, { kind: 'question', text: '羽毛球友谊赛可以自带球拍吗？', page: '/activities' });
  });
}

async function answer({ client }: Account, { id, version }: MatterView): Promise<void> {
  const taken = await client.post<MatterView>(`/matters/${id}/take`, {}, { ifMatch: version });
  const decision = {
    outcome: 'answered',
    reasons: '谢谢提醒，已要求车队更换车辆，以后发车前由领队逐座检查。',
  };
  await client.post<MatterView>(`/matters/${id}/decide`, decision, { ifMatch: taken.version });
}

/** What an earlier run has sent is not sent again. */
async function sendOnce({ client }: Account, answers: SendMatter['answers']): Promise<MatterView> {
  const mine = await client.get<Page<MatterLine>>('/me/matters?limit=200');
  for (const { id, serviceId } of mine.items)
    if (serviceId === complaintServiceId) {
      const known = await client.get<MatterView>(`/matters/${id}`);
      if (known.answers['text'] === answers['text']) return known;
    }
  const { name } = await client.get<MeView>('/me');
  const matter = { serviceId: complaintServiceId, answers, contact: { name } };
  const { id } = await client.post<MatterReceipt>('/matters', matter);
  return client.get<MatterView>(`/matters/${id}`);
}

function isHidden(stranger: Account, matterId: string): Promise<boolean> {
  return isRefused(() => stranger.client.get<MatterView>(`/matters/${matterId}`), 'NOT_FOUND');
}

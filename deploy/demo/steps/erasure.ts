import type { Page } from '@gongxiang/contracts/core/contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type {
  ErasurePreviewView,
  ErasureRecordView,
  ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import type { PaperErasureView } from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { shanghaiDate, syntheticResidentNumber } from '@gongxiang/domain';
import { officerOf, signInOrActivate, unionOf, type World } from '../tools/world.js';

const password = 'demo-former-2026';
const former = {
  name: '季行舟',
  phone: '13900007731',
  residentNumber: syntheticResidentNumber({ area: '420107', birthDate: '1988-09-02', sequence: 731 }),
};

/** Somebody has left the union and asks to have their data erased; it waits for whoever looks around. */
export async function askForErasure(world: World): Promise<void> {
  await world.report.step(
    '删除个人信息：退会后申请，七天内可撤回 / A former member asks to erase their data',
    async () => {
      const { client } = officerOf(world, 'zhonggong');
      const record = await client.get<Page<ErasureRecordView>>('/erasures');
      const asked = record.items.length > 0 || (await ask(world)).state === 'waiting';
      world.report.prove(
        'whoever is no member any more asks to have their data erased, once nothing is in the way',
        asked,
      );
    },
  );
}

const deceased = {
  name: '邬守成',
  residentNumber: syntheticResidentNumber({ area: '420107', birthDate: '1949-03-11', sequence: 732 }),
};

/** The family of a member who has died hands in a request on paper; it waits for a second officer. */
export async function fileErasureOnPaper(world: World): Promise<void> {
  await world.report.step(
    '书面删除申请：家属提出，一人登记，待另一人确认 / A family asks on paper to erase the data of a member who has died',
    async () => {
      const { client } = officerOf(world, 'zhonggong');
      const { items } = await client.get<Page<PaperErasureView>>('/paper-erasures');
      const filed = items[0] ?? (await fileOnPaper(world));
      world.report.prove(
        'a request on paper is filed by one officer, who cannot confirm it',
        filed.state === 'filed' && !filed.acts.includes('confirm'),
      );
    },
  );
}

async function fileOnPaper(world: World): Promise<PaperErasureView> {
  const { id: unionId } = unionOf(world, 'zhonggong');
  const { client } = officerOf(world, 'zhonggong');
  const { id: memberId } = await client.post<MemberView>('/members', { unionId, ...deceased });
  await client.decide(`/members/${memberId}/end`, { reason: 'deceased' });
  return client.post<PaperErasureView>('/paper-erasures', {
    memberId,
    paperKind: 'heirs',
    paperDate: shanghaiDate(new Date()),
    note: '原件存工会档案，附户口本复印件',
  });
}

async function ask(world: World): Promise<ErasureView> {
  const { id: unionId } = unionOf(world, 'zhonggong');
  await officerOf(world, 'zhonggong').client.post<MemberView>('/members', { unionId, ...former });
  const { client } = await signInOrActivate(world, former, { password });
  await client.decide('/me/membership/leave');
  const until = Date.now() + 10_000;
  for (;;) {
    const { possible } = await client.get<ErasurePreviewView>('/me/erasure/preview');
    if (possible || Date.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return client.post<ErasureView>('/me/erasure', { proof: { password } });
}

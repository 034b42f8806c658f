import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MatterLine,
  MatterReceipt,
  MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type { PublicNoticeView } from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import type {
  ServiceDefinition,
  ServiceTemplatesView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';
import { bringOnce, offerOnce } from './matters.js';

const notice =
  '拟推荐江城重工第二总装车间钳工李建新为市劳动模范。公示期内如有不同意见，请到工会办公室反映，电话 027-5550 1158。';

/** Services from templates: a model worker is recommended up to the public notice, and a dispute is written down. */
export async function walkSteps(world: World): Promise<void> {
  await world.report.step(
    '办事步骤：推荐劳模、调解争议 / Steps of a recommendation and a dispute',
    async () => {
      const federation = officerOf(world, 'officer');
      const root = unionOf(world, 'federation').id;
      const { items } = await federation.client.get<ServiceTemplatesView>('/service-templates');
      const template = (id: string): ServiceDefinition => {
        const found = items.find((one) => one.id === id);
        if (found === undefined) throw new Error(`there is no template ${id}`);
        return found.definition;
      };
      const honour = await offerOnce(federation, root, template('honour'));
      const dispute = await offerOnce(federation, root, template('dispute'));
      const worker = await signIn(world.nobody, 'worker', passwords.member);
      const officer = officerOf(world, 'zhonggong');
      const { matter } = await bringOnce(worker, honour, {
        who: '李建新',
        title: '市劳动模范',
        deeds: '改进装配工装十一项，带出技师六名，连续八年无质量事故。',
      });
      if (matter.state === 'sent') await recommend(officer, matter);
      await enterDispute(federation, root, dispute.id);
      const { version } = await officer.client.get<MatterView>(`/matters/${matter.id}`);
      const decision = { outcome: 'recommended', reasons: '各步均已通过。' };
      const decide = () =>
        officer.client.post<MatterView>(`/matters/${matter.id}/decide`, decision, { ifMatch: version });
      const shown = await world.nobody.get<Page<PublicNoticeView>>('/public/public-notices');
      world.report.prove(
        'nobody is recommended before the public notice is over, and anybody can read it',
        (await isRefused(decide, 'MATTER_STEP_NEEDED')) && shown.items.some(({ text }) => text === notice),
      );
    },
  );
}

/** The vote of the staff, that of the deputies, the opinions, and the notice that begins today. */
async function recommend(officer: Account, { id, version }: MatterLine): Promise<void> {
  let last = await officer.client.post<MatterView>(`/matters/${id}/take`, {}, { ifMatch: version });
  const write = async (stepId: string, words: StepWords): Promise<void> => {
    const path = `/matters/${id}/steps/${stepId}`;
    last = await officer.client.post<MatterView>(path, words, { ifMatch: last.version });
  };
  await write('nomination', { entitled: 142, present: 131, yes: 118, no: 6 });
  await write('assembly', { entitled: 45, present: 43, yes: 41, no: 0 });
  const { bodies = [] } = last.steps.find((step) => step.id === 'opinions') ?? {};
  for (const body of bodies) await write('opinions', { body, agrees: true });
  await write('own-notice', { text: notice, on: shanghaiDate(new Date()) });
}

/** Somebody comes to the federation with a dispute; its officer has it in hand. */
async function enterDispute(officer: Account, unionId: string, serviceId: string): Promise<void> {
  const mine = await officer.client.get<Page<MatterLine>>('/matters?desk=mine&limit=200');
  if (mine.items.some((one) => one.serviceId === serviceId)) return;
  const body = {
    serviceId,
    answers: {
      since: '2026-09-15',
      facts: '九月起没有按约定支付夜班津贴，和班组长谈过两次没有结果。',
      claim: '补发九月、十月的夜班津贴。',
    },
    contact: { name: '何师傅', phone: '13800003311' },
    unionId,
    source: 'counter',
  };
  const { id } = await officer.client.post<MatterReceipt>('/entered-matters', body);
  await officer.client.post(`/matters/${id}/take`, {}, { ifMatch: 1 });
}

import type { Page } from '@gongxiang/contracts/core/contract';
import type { PictureView } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { OfferView } from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceAttributesView } from '@gongxiang/contracts/sharing/lending/resource-attributes.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type {
  ResourceConditionsView,
  ResourceCustodianView,
  ResourceDocumentsView,
  ResourceDocumentView,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { courtPicture } from '../tools/court-picture.js';
import { idOf, officerOf, unionOf, unionParty, until, type World } from '../tools/world.js';

const dayMs = 86_400_000;
const charter = `工会章程（范本）

第一章 总则
第一条 本工会是职工自愿结合的群众组织。
第二章 会员
第二条 凡以工资收入为主要生活来源的职工，都可以申请加入。
第三章 经费
第三条 工会经费主要用于为职工服务和工会活动。
`;

/** Beside the trainer of the story, each somewhere else in the city. */
const trainers = [
  { key: 'lvyuan', title: '营养健康讲师', district: '东湖区', latitude: 30.55, longitude: 114.4 },
  { key: 'hengda', title: '乐高机械拼搭教练', district: '青林区', latitude: 30.64, longitude: 114.42 },
  { key: 'zhonggong', title: '太极与瑜伽教练', district: '青林区', latitude: 30.625, longitude: 114.41 },
] as const;

/** A large union lends what it knows, as it lends its hall; a micro union finds both in one search. */
export async function shareKnowHow(world: World): Promise<void> {
  await world.report.step(
    '一次搜索：场地、师资、章程范本 / One search: places, trainers, a charter',
    async () => {
      for (const { key, title, ...place } of trainers)
        await offer(world, key, { title, ...place, function: 'people' });
      await sayHowTheHallIsUsed(world);
      const template = await offer(world, 'zhonggong', {
        title: '工会章程范本',
        description: '带注释的章程范本，开会前照着改就行',
        function: 'management',
        lending: 'access',
        district: '青林区',
        latitude: 30.62,
        longitude: 114.4,
      });
      await addCharter(world, template.id);
      await borrowByPinyin(world, template);
    },
  );
}

async function offer(world: World, key: string, more: object): Promise<ResourceView> {
  const { client } = officerOf(world, key);
  const resource = await client.post<ResourceView>('/resources', {
    owner: unionParty(world, key),
    businesses: ['education', 'construction'],
    ...more,
  });
  await client.post<GrantView>(`/resources/${resource.id}/grants`, {
    to: { kind: 'everyone' },
    approval: 'automatic',
    price: { kind: 'free' },
    from: new Date().toISOString(),
    until: new Date(Date.now() + 180 * dayMs).toISOString(),
  });
  return resource;
}

async function sayHowTheHallIsUsed(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const hall = `/resources/${idOf(world, 'hall')}`;
  const text = '1. 场内禁止吸烟。\n2. 舞台灯光由管理员操作。\n3. 结束后 30 分钟内清场。';
  await client.replace<ResourceConditionsView>(`${hall}/conditions`, { text });
  await client.replace<ResourceAttributesView>(`${hall}/attributes`, {
    areaSquareMetres: 420,
    equipment: ['舞台', '音响', '投影'],
    accessibility: '有坡道和无障碍卫生间',
  });
  const { key: fileKey } = await client.upload('多功能厅.png', courtPicture(), 'image/png');
  await client.post<PictureView>(`${hall}/pictures`, { fileKey, alt: '多功能厅内的运动场地' });
  const custodian = { name: '文体中心服务台', deskHours: '周二至周日 8:30–21:00', contact: '内线 6021' };
  await client.replace<ResourceCustodianView>(`${hall}/custodian`, custodian);
}

async function addCharter(world: World, resourceId: string): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { key: fileKey } = await client.upload(
    '工会章程范本.txt',
    Buffer.from(charter, 'utf8'),
    'text/plain',
  );
  const body = { fileKey, fileName: '工会章程范本.txt', title: '工会章程范本' };
  await client.post<ResourceDocumentView>(`/resources/${resourceId}/documents`, body);
}

async function borrowByPinyin(world: World, template: ResourceView): Promise<void> {
  const { client } = officerOf(world, 'shuxiang');
  const { items } = await client.get<Page<OfferView>>('/offers?q=zhangcheng&forMe=true');
  const found = items.find(({ id }) => id === template.id);
  const startsAt = new Date(Date.now() + 2_000).toISOString();
  const loan = await client.post<LoanView>('/loans', {
    borrowerUnionId: unionOf(world, 'shuxiang').id,
    resourceId: template.id,
    purpose: '起草本会章程',
    startsAt,
    endsAt: new Date(Date.now() + 30 * dayMs).toISOString(),
  });
  const documents = `/resources/${template.id}/documents`;
  const open = await until(async () => {
    const view = await client.get<ResourceDocumentsView>(documents);
    return view.mayDownload ? view : null;
  }, 'the access to the charter');
  world.report.figure('found by “zhangcheng”', `${found?.title ?? ''} (${found?.right?.kind ?? ''})`);
  world.report.prove(
    'a charter is found by pinyin, lent as access, and open to who borrowed it',
    found?.found === 'pinyin' && loan.state === 'approved' && open.items.length > 0,
  );
}

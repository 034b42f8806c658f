import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type {
  BulletinAudienceView,
  BulletinDefinition,
  BulletinReadingView,
  BulletinSummary,
  BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { BulletinCommentView } from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import type {
  AddedBulletinAttachmentView,
  AddedBulletinPictureView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type {
  BulletinReviewLine,
  BulletinReviewView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import type { OutsideReachView } from '@gongxiang/contracts/affairs/bulletins/bulletin-outside-count.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { daysAfter, shanghaiDate } from '@gongxiang/domain';
import { factoryPicture } from '../tools/court-picture.js';
import { type Account, officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';

/** Of a bulletin with a picture, and of one with a form to save. */
export const picturedTitle = '我市新增三个户外劳动者驿站';
export const formTitle = '职工互助保障参保办法问答';

const plain = { source: null, mustRead: false, pinned: false, from: null, until: null } as const;

const heat: BulletinDefinition = {
  ...plain,
  title: '冬季用火用电安全提示',
  text: '入冬以来用电增多，请各班组：\n\n- **下班断电**，不在宿舍使用大功率电器\n- 通道不堆放物品\n- 每周查一次灭火器\n\n请读后确认。',
  kind: 'news',
  business: 'safeguarding',
  audience: 'members',
  mustRead: true,
  pinned: true,
};

const policy: BulletinDefinition = {
  ...plain,
  title: formTitle,
  text: '## 谁可以参加\n\n在职会员都可以，由所在工会统一办理。\n\n## 什么时候办\n\n每年 12 月办理下一年度的。',
  kind: 'policy',
  business: 'service',
  function: 'service',
  audience: 'public',
};

const cited: BulletinDefinition = {
  ...plain,
  title: picturedTitle,
  text: '三个驿站分别在江滩、火车站和东湖新区，提供**饮水、热饭、充电和休息**。',
  kind: 'news',
  business: 'service',
  function: 'facility',
  source: { name: '江城日报' },
  audience: 'public',
};

const forMicro: BulletinDefinition = {
  ...plain,
  title: '小微企业工会经费返还怎么申请',
  text: '上年度足额缴纳工会经费的小微企业工会，可以在 **3 月底前** 向区总工会申请返还。',
  kind: 'policy',
  business: 'construction',
  audience: 'sizeClass',
  sizeClass: 'micro',
};

const forNeighbours: BulletinDefinition = {
  ...plain,
  title: '厂区停车场周末向附近工会开放',
  text: '周六、周日 8:00–18:00，出示会员卡就能停。请按地面标线停放。',
  kind: 'news',
  function: 'facility',
  audience: 'neighbours',
  neighbourKm: 5,
};

/** Where two unions lie, some two kilometres apart. */
const places = {
  hengda: { latitude: 30.64, longitude: 114.42 },
  zhonggong: { latitude: 30.625, longitude: 114.41 },
} as const;

/** The federation publishes three bulletins; one must be read, and two confirm that they have. */
export async function publishBulletins(world: World): Promise<void> {
  await world.report.step('信息：发布、必读、回执 / Bulletins and who has read them', async () => {
    const federation = officerOf(world, 'officer');
    const unionId = unionOf(world, 'federation').id;
    const { id } = await publishOnce(federation, unionId, heat);
    await publishOnce(federation, unionId, policy, () => withForm(federation, unionId));
    const stationsNews = await publishOnce(federation, unionId, cited, () =>
      withPicture(federation, unionId),
    );
    await countOutside(world, federation, stationsNews.id);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    await commentOn(world, { id: stationsNews.id, federation, worker });
    await worker.client.put(`/me/bulletin-subscriptions/unions/${unionId}`, {});
    await worker.client.put('/me/bulletin-subscriptions/businesses/service', {});
    await officerOf(world, 'zhonggong').client.put('/me/bulletin-subscriptions/kinds/policy', {});
    for (const reader of [worker, officerOf(world, 'zhonggong')])
      await reader.client.post(`/bulletins/${id}/confirm`);
    const reading = await federation.client.get<BulletinReadingView>(
      `/bulletins/${id}/reading?unionId=${unionId}`,
    );
    world.report.figure('read', `${reading.confirmed} / ${reading.members}`);
    const open = await world.nobody.get<Page<BulletinSummary>>('/public/bulletins');
    const stations = await world.nobody.get<Page<BulletinSummary>>(
      '/public/bulletins?business=service&function=facility',
    );
    world.report.prove(
      'bulletins are found by business and function',
      stations.items.some(({ title }) => title === picturedTitle) &&
        stations.items.every(
          ({ business, function: about }) => business === 'service' && about === 'facility',
        ),
    );
    world.report.prove(
      'two have confirmed what must be read, and nobody without an account sees it',
      reading.confirmed >= 2 && open.items.length >= 2 && open.items.every((one) => one.id !== id),
    );
  });
}

/**
 * A member asks beneath a bulletin, its union answers, and a comment that sells something is reported and hidden; its author
 * appeals, and another officer than who has hidden it says why it stays so.
 */
async function commentOn(
  world: World,
  { id, federation, worker }: { readonly id: string; readonly federation: Account; readonly worker: Account },
): Promise<void> {
  const path = `/bulletins/${id}/comments`;
  const shown = () => worker.client.get<Page<BulletinCommentView>>(path);
  if ((await shown()).items.length === 0) {
    const { version } = await federation.client.get<BulletinView>(`/bulletins/${id}`);
    await federation.client.put(`/bulletins/${id}/commenting`, { commenting: 'open' }, { ifMatch: version });
    await worker.client.post(path, { text: '东湖新区的驿站晚上几点关门？送完晚高峰还能去热饭吗？' });
    await federation.client.post(path, { text: '三个驿站都开到晚上十点，周末一样。' });
    const seller = officerOf(world, 'lvyuan');
    const sold = await seller.client.post<BulletinCommentView>(path, { text: '保温杯厂价直销，加我微信。' });
    await worker.client.post(`/bulletin-comments/${sold.id}/reports`, { words: '这是卖货的广告' });
    const reason = '与这条信息无关的广告';
    const act = (by: Account, name: string, body: object, ifMatch: number): Promise<BulletinCommentView> =>
      by.client.post<BulletinCommentView>(`/bulletin-comments/${sold.id}/${name}`, body, { ifMatch });
    const hidden = await act(federation, 'hide', { reason }, sold.version);
    const words = '这是我们合作社自产的，给工友优惠价，不算广告吧？';
    const appealed = await act(seller, 'appeal', { words }, hidden.version);
    const refusal = { reason: '优惠请在“会员优惠”里登记，那里工友都看得到。' };
    await act(officerOf(world, 'approver'), 'refuse-appeal', refusal, appealed.version);
  }
  const { items } = await shown();
  const own = await officerOf(world, 'lvyuan').client.get<Page<BulletinCommentView>>(path);
  world.report.prove(
    'a member asks beneath a bulletin and is answered; what was hidden is not read, its author reads why, and why their appeal failed',
    items.length === 2 &&
      items.every(({ state }) => state === 'shown') &&
      own.items.some(({ appealState, refusal }) => appealState === 'refused' && refusal !== null),
  );
}

/** What an officer reads off other channels, on two days of one of them. */
async function countOutside(world: World, { client }: Account, id: string): Promise<void> {
  const path = `/bulletins/${id}/outside-counts`;
  const today = shanghaiDate(new Date());
  const yesterday = daysAfter(today, -1);
  for (const count of [
    {
      channel: 'officialAccount',
      name: '江城职工之家',
      day: yesterday,
      readers: 640,
      likes: 21,
      shares: 12,
    },
    {
      channel: 'officialAccount',
      name: '江城职工之家',
      day: today,
      readers: 1_280,
      likes: 46,
      shares: 31,
    },
    { channel: 'website', day: today, readers: 215 },
  ])
    await client.post(path, count);
  const { readers, counts } = await client.get<OutsideReachView>(path);
  world.report.figure('read elsewhere', String(readers));
  world.report.prove(
    'readers on other channels are added up by the latest day of each',
    readers === 1_280 + 215 && counts.length >= 3,
  );
}

async function withPicture(
  { client }: Account,
  unionId: string,
): Promise<Pick<BulletinDefinition, 'pictures'>> {
  const { key: fileKey } = await client.upload('station.png', factoryPicture(1), 'image/png');
  const path = `/unions/${unionId}/bulletin-pictures`;
  const { fileId } = await client.post<AddedBulletinPictureView>(path, { fileKey });
  return { pictures: [{ fileId, alt: '清晨的厂区，驿站就在路边' }] };
}

async function withForm(
  { client }: Account,
  unionId: string,
): Promise<Pick<BulletinDefinition, 'attachments'>> {
  const { key: fileKey } = await client.upload('form.csv', '姓名,所在工会,参保项目\r\n', 'text/csv');
  const path = `/unions/${unionId}/bulletin-attachments`;
  const body = { fileKey, fileName: '参保登记表.csv' };
  const { fileId, title } = await client.post<AddedBulletinAttachmentView>(path, body);
  return { attachments: [{ fileId, title }] };
}

/** One for micro enterprises of the whole federation, and one of a union for those near by. */
export async function publishByTarget(world: World): Promise<void> {
  await world.report.step('信息：按企业规模、按距离 / Bulletins by size and by distance', async () => {
    const federation = officerOf(world, 'officer');
    const root = unionOf(world, 'federation').id;
    const micro = `/unions/${root}/bulletin-audience?audience=sizeClass&sizeClass=micro`;
    const { members, unions } = await federation.client.get<BulletinAudienceView>(micro);
    world.report.figure('at micro enterprises', `${members} / ${unions}`);
    await publishOnce(federation, root, forMicro);
    for (const key of ['hengda', 'zhonggong'] as const) await placeUnion(world, key);
    const hengda = officerOf(world, 'hengda');
    const { id: unionId } = unionOf(world, 'hengda');
    const near = `/unions/${unionId}/bulletin-audience?audience=neighbours&neighbourKm=5`;
    const count = () => hengda.client.get<BulletinAudienceView>(near).catch(() => null);
    const reached = await until(async () => {
      const counted = await count();
      return counted !== null && counted.unions >= 2 && counted;
    }, 'The places of both unions');
    world.report.figure('within 5 km', `${reached.members} / ${reached.unions}`);
    const { id } = await publishOnce(hengda, unionId, forNeighbours);
    const listOf = async (key: 'zhonggong' | 'lvyuan') =>
      (await officerOf(world, key).client.get<Page<BulletinSummary>>('/bulletins?limit=100')).items;
    const [neighbour, farther] = [await listOf('zhonggong'), await listOf('lvyuan')];
    world.report.prove(
      'a bulletin for neighbours is read two kilometres away, and not by a union whose place nobody knows',
      neighbour.some((one) => one.id === id) && farther.every((one) => one.id !== id),
    );
  });
}

async function placeUnion(world: World, key: keyof typeof places): Promise<void> {
  const path = `/unions/${unionOf(world, key).id}`;
  const { version, place } = await officerOf(world, key).client.get<UnionView>(path);
  if (place === null)
    await officerOf(world, key).client.patch(path, { place: places[key] }, { ifMatch: version });
}

const wrongDate: BulletinDefinition = {
  ...plain,
  title: '工会经费收支情况公开时间的说明',
  text: '今年的经费收支情况于 13 月公开。',
  kind: 'news',
  audience: 'public',
};

/** A reader reports a mistake; the union above hides the bulletin until its union has corrected it. */
export async function correctReportedBulletin(world: World): Promise<void> {
  await world.report.step('信息举报：隐藏、更正、恢复 / A bulletin reported, hidden, corrected', async () => {
    const officer = officerOf(world, 'zhonggong');
    const federation = officerOf(world, 'officer');
    const { id } = await publishOnce(officer, unionOf(world, 'zhonggong').id, wrongDate);
    const shown = () => world.nobody.get<Page<BulletinSummary>>('/public/bulletins');
    const isShown = async () => (await shown()).items.some((one) => one.id === id);
    const review = await reviewOf(federation, id);
    if (review === null) await correctAfterReport(world, { officer, federation, id, isShown });
    const after = await reviewOf(federation, id);
    // What anybody may read is kept for some seconds on its way.
    await until(isShown, 'What was corrected');
    world.report.prove(
      'what was hidden is corrected and shown again, and does not count against its union',
      after?.state === 'settled' && after.strikes === 0,
    );
  });
}

async function correctAfterReport(
  world: World,
  {
    officer,
    federation,
    id,
    isShown,
  }: {
    readonly officer: Account;
    readonly federation: Account;
    readonly id: string;
    readonly isShown: () => Promise<boolean>;
  },
): Promise<void> {
  const worker = await signIn(world.nobody, 'worker', passwords.member);
  await worker.client.post(`/bulletins/${id}/reports`, {
    ground: 'untrue',
    words: '没有 13 月，应是 12 月。',
  });
  const reported = await reviewOf(federation, id);
  await federation.client.post(
    `/bulletin-reviews/${reported?.id}/decide`,
    { decision: 'hide', reason: '公开时间有误，请更正。' },
    { ifMatch: reported?.version },
  );
  world.report.prove('a hidden bulletin is shown to nobody', !(await isShown()));
  const { version } = await officer.client.get<BulletinView>(`/bulletins/${id}`);
  const { title, kind, pinned } = wrongDate;
  await officer.client.post(
    `/bulletins/${id}/correct`,
    { title, kind, pinned, text: '今年的经费收支情况于 12 月公开。', note: '更正公开时间' },
    { ifMatch: version },
  );
  const corrected = await until(async () => {
    const found = await reviewOf(federation, id);
    return found?.state === 'corrected' && found;
  }, 'The correction');
  await federation.client.post(
    `/bulletin-reviews/${corrected.id}/judge-correction`,
    { agreed: true, reason: '已更正。' },
    { ifMatch: corrected.version },
  );
}

/** The latest review of a bulletin, whether or not it is over. */
async function reviewOf(officer: Account, bulletinId: string): Promise<BulletinReviewView | null> {
  for (const over of [false, true]) {
    const path = `/bulletin-reviews?bulletinId=${bulletinId}&over=${over}`;
    const [line] = (await officer.client.get<Page<BulletinReviewLine>>(path)).items;
    if (line !== undefined) return officer.client.get<BulletinReviewView>(`/bulletin-reviews/${line.id}`);
  }
  return null;
}

/** What an earlier run has published is there still. */
async function publishOnce(
  officer: Account,
  unionId: string,
  definition: BulletinDefinition,
  /** Adds what it shows. */
  files: () => Promise<Pick<BulletinDefinition, 'pictures' | 'attachments'>> = () => Promise.resolve({}),
): Promise<{ readonly id: string }> {
  const known = await officer.client.get<Page<BulletinSummary>>(
    `/bulletins?state=published&q=${encodeURIComponent(definition.title)}`,
  );
  if (known.items[0] !== undefined) return known.items[0];
  const body = { ...definition, ...(await files()), unionId };
  const made = await officer.client.post<BulletinView>('/bulletins', body);
  return officer.client.post<BulletinView>(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
}

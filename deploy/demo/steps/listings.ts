import type {
  BenefitDefinition,
  BenefitSummary,
  BenefitView,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import type {
  VacancyDefinition,
  VacancySummary,
  VacancyView,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import type { VacancyInterestView } from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { dayMs, shanghaiDate } from '@gongxiang/domain';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

/** By which other parts of the demo find them. */
export const vacancyTitles = { lathe: '数控车工', rotation: '质检员轮岗' } as const;
export const benefitTitles = {
  books: '图书八八折',
  film: '周二电影票 25 元',
  insurance: '出行意外险',
} as const;

const dayIn = (days: number): string => shanghaiDate(new Date(Date.now() + days * dayMs));
const yuan = (amount: number) => ({ amount: String(amount * 100), currency: 'CNY' }) as const;

const lathe = (): VacancyDefinition => ({
  title: vacancyTitles.lathe,
  kind: 'fullTime',
  headcount: 3,
  place: '武昌区中山路 1 号',
  district: '武昌区',
  payFrom: yuan(6_000),
  payTo: yuan(9_000),
  text: '操作数控车床，**两班倒**，包午餐。\n\n- 会看零件图\n- 有中级工证书优先\n\n不收押金，不通过中介。',
  suits: ['over40And50', 'veteran'],
  phone: '027-8888 0001',
  address: '人力资源部，一号楼 203',
  audience: 'public',
  until: dayIn(60),
});

const rotation = (): VacancyDefinition => ({
  title: vacancyTitles.rotation,
  kind: 'rotation',
  headcount: 2,
  place: '武昌区中山路 1 号',
  district: '武昌区',
  text: '到质检科轮岗六个月，期满回原岗位。班组长同意后报名。',
  suits: [],
  address: '质检科办公室',
  audience: 'members',
  until: dayIn(30),
});

const shared = { audience: 'public', from: dayIn(0), until: dayIn(300) } as const;

const benefits: readonly BenefitDefinition[] = [
  {
    ...shared,
    merchant: '江滩书店',
    title: benefitTitles.books,
    category: 'culture',
    way: 'card',
    place: '武昌区临江大道 8 号',
    district: '武昌区',
    conditions: '教材和特价书除外。',
    savesPercent: 12,
  },
  {
    ...shared,
    merchant: '星光影城',
    title: benefitTitles.film,
    category: 'culture',
    way: 'code',
    code: '工会星期二',
    place: '汉阳区钟家村 3 楼',
    district: '汉阳区',
    conditions: '每人每周两张。',
  },
  {
    ...shared,
    merchant: '长江财险',
    title: benefitTitles.insurance,
    category: 'finance',
    way: 'link',
    link: 'https://insurance.example/travel',
  },
];

/** An enterprise union offers two posts, a worker is interested in one; the federation lists three benefits. */
export async function listVacanciesAndBenefits(world: World): Promise<void> {
  await world.report.step('招聘与会员优惠 / Vacancies and benefits', async () => {
    const officer = officerOf(world, 'zhonggong');
    const { id: unionId } = unionOf(world, 'zhonggong');
    const open = await vacancyOnce(officer, unionId, lathe());
    const inside = await vacancyOnce(officer, unionId, rotation());
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    await interestOnce(worker, open.id);
    const federation = officerOf(world, 'officer');
    for (const definition of benefits)
      await benefitOnce(federation, unionOf(world, 'federation').id, definition);
    await reportOnce(worker, open.id);
    const { items } = await officer.client.get<Page<VacancyInterestView>>(`/vacancies/${open.id}/interests`);
    const shown = await world.nobody.get<Page<VacancySummary>>('/public/vacancies');
    const listed = await world.nobody.get<Page<BenefitSummary>>('/public/benefits');
    world.report.figure('interested', items.length);
    world.report.prove(
      'anybody finds the post and the benefits, a rotation is for members alone, and only its union reads who is interested',
      shown.items.some(({ id }) => id === open.id) &&
        shown.items.every(({ id }) => id !== inside.id) &&
        listed.items.length >= benefits.length &&
        items.length === 1,
    );
  });
}

async function vacancyOnce(
  { client }: Account,
  unionId: string,
  definition: VacancyDefinition,
): Promise<{ readonly id: string }> {
  const known = await client.get<Page<VacancySummary>>(
    `/vacancies?state=published&q=${encodeURIComponent(definition.title)}`,
  );
  if (known.items[0] !== undefined) return known.items[0];
  const { id, version } = await client.post<VacancyView>('/vacancies', { ...definition, unionId });
  return client.post<VacancyView>(`/vacancies/${id}/publish`, {}, { ifMatch: version });
}

async function interestOnce({ client }: Account, vacancyId: string): Promise<void> {
  const { interest } = await client.get<VacancyView>(`/vacancies/${vacancyId}`);
  if (interest === null)
    await client.post(`/vacancies/${vacancyId}/interest`, {
      phone: '13800000000',
      words: '做过五年车工，有中级工证书。',
    });
}

/** Waits for the officers, so that their page has something to show. */
async function reportOnce({ client }: Account, vacancyId: string): Promise<void> {
  const { report } = await client.get<VacancyView>(`/vacancies/${vacancyId}`);
  if (report === 'possible')
    await client.post(`/vacancies/${vacancyId}/reports`, {
      ground: 'untrue',
      words: '包午餐这一条，上个月入职的同事说没有。',
    });
}

async function benefitOnce(
  { client }: Account,
  unionId: string,
  definition: BenefitDefinition,
): Promise<void> {
  const known = await client.get<Page<BenefitSummary>>(
    `/benefits?state=published&q=${encodeURIComponent(definition.title)}`,
  );
  if (known.items.length > 0) return;
  const { id, version } = await client.post<BenefitView>('/benefits', { ...definition, unionId });
  await client.post(`/benefits/${id}/publish`, {}, { ifMatch: version });
}

import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { Sector } from '@gongxiang/domain';

/** A union of the demo network. `key` names it in the story; its roster lies in `data/<key>.csv`. */
export interface DemoUnion {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  /** Members in its roster, good rows only. */
  readonly members?: number;
  readonly enterprise?: DemoEnterprise;
  readonly tier?: UnionTier;
  /** Longitude and latitude; invented, as the city is. */
  readonly at?: readonly [number, number];
}

export interface DemoEnterprise {
  readonly name: string;
  readonly sector: Sector;
  readonly employees: number;
  readonly revenueWan: number;
}

const industry = (name: string, employees: number, revenueWan: number): DemoEnterprise => ({
  name,
  sector: 'industry',
  employees,
  revenueWan,
});
const retail = (name: string, employees: number, revenueWan: number): DemoEnterprise => ({
  name,
  sector: 'retail',
  employees,
  revenueWan,
});

/**
 * A city federation with two districts, four streets, and twelve enterprise unions: two large, two medium, eight small
 * or micro; beside them a joint union for firms that are too small for one of their own. Places and firms are invented.
 */
export const unions: readonly DemoUnion[] = [
  { key: 'federation', name: '江城市总工会', parent: null, tier: 'city' },
  { key: 'donghu', name: '东湖区总工会', parent: 'federation', tier: 'district', at: [114.53, 30.53] },
  { key: 'qinglin', name: '青林区总工会', parent: 'federation', tier: 'district', at: [114.41, 30.63] },
  { key: 'guangming', name: '光明街道总工会', parent: 'donghu', tier: 'street', at: [114.56, 30.51] },
  { key: 'xinhe', name: '新河街道总工会', parent: 'donghu', tier: 'street', at: [114.5, 30.55] },
  { key: 'gangqiao', name: '钢桥街道总工会', parent: 'qinglin', tier: 'street', at: [114.4, 30.61] },
  { key: 'baiyun', name: '白云街道总工会', parent: 'qinglin', tier: 'street', at: [114.44, 30.65] },
  {
    key: 'zhonggong',
    name: '江城重工工会',
    parent: 'gangqiao',
    tier: 'enterprise',
    at: [114.4, 30.62],
    members: 640,
    enterprise: industry('江城重工集团有限公司', 5200, 880_000),
  },
  {
    key: 'guangdian',
    name: '东湖光电工会',
    parent: 'guangming',
    tier: 'enterprise',
    at: [114.56, 30.5],
    members: 520,
    enterprise: industry('东湖光电股份有限公司', 2600, 310_000),
  },
  {
    key: 'jingji',
    name: '精机制造工会',
    parent: 'gangqiao',
    tier: 'enterprise',
    at: [114.41, 30.61],
    members: 210,
    enterprise: industry('江城精机制造有限公司', 460, 12_000),
  },
  {
    key: 'lvyuan',
    name: '绿源食品工会',
    parent: 'xinhe',
    tier: 'enterprise',
    at: [114.55, 30.55],
    members: 180,
    enterprise: industry('绿源食品有限公司', 380, 9_500),
  },
  {
    key: 'chuangke',
    name: '创客电子工会',
    parent: 'guangming',
    at: [114.57, 30.52],
    members: 60,
    enterprise: industry('创客电子有限公司', 95, 2_100),
  },
  {
    key: 'hengda',
    name: '恒达模具工会',
    parent: 'gangqiao',
    tier: 'enterprise',
    at: [114.41, 30.63],
    members: 55,
    enterprise: industry('恒达模具有限公司', 80, 1_800),
  },
  {
    key: 'huaxin',
    name: '华新印务工会',
    parent: 'baiyun',
    at: [114.45, 30.66],
    members: 48,
    enterprise: industry('华新印务有限公司', 62, 1_200),
  },
  {
    key: 'meiyi',
    name: '美艺包装工会',
    parent: 'xinhe',
    at: [114.51, 30.56],
    members: 45,
    enterprise: industry('美艺包装有限公司', 58, 980),
  },
  {
    key: 'tiantian',
    name: '天天便利工会',
    parent: 'guangming',
    at: [114.55, 30.49],
    members: 40,
    enterprise: retail('天天便利商贸有限公司', 45, 1_500),
  },
  {
    key: 'shuxiang',
    name: '书香文具工会',
    parent: 'baiyun',
    tier: 'enterprise',
    at: [114.43, 30.64],
    members: 24,
    enterprise: retail('书香文具店', 8, 90),
  },
  {
    key: 'yizhan',
    name: '驿站物流工会',
    parent: 'xinhe',
    at: [114.48, 30.54],
    members: 18,
    enterprise: industry('驿站包装服务有限公司', 16, 240),
  },
  {
    key: 'xiaohe',
    name: '小禾手作工会',
    parent: 'baiyun',
    at: [114.46, 30.64],
    members: 12,
    enterprise: retail('小禾手作工坊', 6, 60),
  },
  { key: 'lianhe', name: '白云街道小微企业联合工会', parent: 'baiyun', members: 148 },
];

/** A club of runners and a merchant, both behind a union. */
export const club = { name: '江城职工跑友俱乐部', union: 'zhonggong' } as const;
export const merchant = { name: '向日葵亲子手工坊', union: 'baiyun' } as const;

import type { Locale, Party } from '@gongxiang/domain';
import { partyKey } from '@gongxiang/domain';
import type { CoHostingPlan } from '../../lending/need/need.entity.js';

const tasksMax = 20;

const words = {
  'zh-CN': {
    provide: (what: string) => `落实：${what}`,
    gather: (heads: number) => `组织本会 ${heads} 人报名`,
    host: '准备活动方案、场地和现场',
    message: (need: string, tasks: string) =>
      `由需求“${need}”匹配而来。建议分工：${tasks}。费用建议按到场人数分摊。`,
    separator: '；',
  },
  en: {
    provide: (what: string) => `Find: ${what}`,
    gather: (heads: number) => `Sign up the ${heads} people of our union`,
    host: 'Prepare the plan, the place and the day',
    message: (need: string, tasks: string) =>
      `It answers the need "${need}". Tasks, as a beginning: ${tasks}. The cost could be split by who comes.`,
    separator: '; ',
  },
} as const;

export interface PlannedHost {
  readonly party: Party;
  readonly name: string;
  readonly headcount: number;
}

/**
 * A proposal for two hosts of one activity: the first prepares it, each provides their own part and signs up their
 * own members; the cost is split by attendance, evenly if nobody attends.
 */
export function coHostingPlan(
  hosts: readonly [PlannedHost, PlannedHost],
  wanted: readonly string[],
  locale: Locale,
): CoHostingPlan {
  const say = words[locale];
  const [first] = hosts;
  const finds = wanted.map((what, place) => {
    const host = hosts[place % 2] ?? first;
    return { party: partyKey(host.party), title: say.provide(what) };
  });
  const gathers = hosts.map(({ party, headcount }) => ({
    party: partyKey(party),
    title: say.gather(headcount),
  }));
  const prepares = { party: partyKey(first.party), title: say.host };
  return {
    tasks: [prepares, ...finds, ...gathers].slice(0, tasksMax),
    rule: { kind: 'headcount', else: { kind: 'equal' } },
  };
}

/** The same in an invitation, as text; at most 1,000 characters. */
export function planMessage(
  needTitle: string,
  { tasks }: CoHostingPlan,
  hosts: readonly PlannedHost[],
  locale: Locale,
): string {
  const names = new Map(hosts.map(({ party, name }) => [partyKey(party), name]));
  const say = words[locale];
  const taskList = tasks.map(({ party, title }) => `${names.get(party) ?? ''} ${title}`).join(say.separator);
  return say.message(needTitle, taskList).slice(0, 1_000);
}

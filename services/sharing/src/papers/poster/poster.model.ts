import type { EmploymentKind, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { Locale } from '@gongxiang/domain';
import type { NeighbourRule } from '../../activities/activity/activity.entity.js';

/** The facts of an activity on its poster. */
export interface PostedActivity {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly venue: string | null;
  /** Null if a person organises it: nobody is named. */
  readonly organiserName: string | null;
  readonly coHostNames: readonly string[];
  readonly signUpOpensAt: Date;
  readonly signUpClosesAt: Date;
  readonly companionsMax: number;
  readonly rules: PostedRules | null;
}

/** Eligibility rules, with the names of the unions, the clubs and the groups. */
export interface PostedRules {
  readonly unionNames: readonly string[];
  readonly sizeClasses: readonly SizeClassName[];
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly sex: 'male' | 'female' | null;
  readonly neighbours?: NeighbourRule | null;
  readonly clubNames: readonly string[];
  readonly groupNames: readonly string[];
  readonly employmentKinds?: readonly EmploymentKind[];
}

interface PosterFact {
  readonly label: string;
  readonly value: string;
}

interface PosterTexts {
  readonly labels: Readonly<Record<'when' | 'where' | 'organiser' | 'coHosts' | 'who' | 'signUp', string>>;
  readonly venueUnknown: string;
  readonly everybody: string;
  readonly separator: string;
  readonly clause: string;
  readonly unions: (names: string) => string;
  readonly neighbours: (withinKm: number | null) => string;
  readonly clubs: (names: string) => string;
  readonly employment: (names: string) => string;
  readonly employmentNames: Readonly<Record<EmploymentKind, string>>;
  readonly sizes: (names: string) => string;
  readonly sizeNames: Readonly<Record<SizeClassName, string>>;
  readonly ages: (from: number | null, to: number | null) => string;
  readonly sexes: Readonly<Record<'male' | 'female', string>>;
  readonly companions: (count: number) => string;
  readonly scan: string;
  readonly poster: string;
}

const chinese: PosterTexts = {
  labels: {
    when: '时间',
    where: '地点',
    organiser: '主办',
    coHosts: '协办',
    who: '参加对象',
    signUp: '报名',
  },
  venueUnknown: '另行通知',
  everybody: '各工会会员',
  separator: '、',
  clause: '；',
  unions: (names) => `${names}的会员`,
  neighbours: (withinKm) =>
    withinKm === null ? '限与主办工会同园区的工会' : `限距主办工会 ${withinKm} 公里以内的工会`,
  clubs: (names) => `限${names}的成员`,
  employment: (names) => `限${names}职工`,
  employmentNames: {
    regular: '在编/合同制',
    dispatched: '劳务派遣',
    newForm: '新就业形态',
    partTime: '非全日制',
    retired: '退休',
  },
  sizes: (names) => `限${names}企业的职工`,
  sizeNames: { large: '大型', medium: '中型', small: '小型', micro: '微型', unclassified: '未划型' },
  ages: (from, to) => {
    if (from === null) return `${to} 周岁及以下`;
    return to === null ? `${from} 周岁及以上` : `${from} 至 ${to} 周岁`;
  },
  sexes: { male: '限男职工', female: '限女职工' },
  companions: (count) => `每人可带同行 ${count} 人`,
  scan: '扫码查看详情并报名',
  poster: '海报',
};

const english: PosterTexts = {
  labels: {
    when: 'When',
    where: 'Where',
    organiser: 'Organiser',
    coHosts: 'With',
    who: 'For',
    signUp: 'Sign-up',
  },
  venueUnknown: 'to be announced',
  everybody: 'members of all unions',
  separator: ', ',
  clause: '; ',
  unions: (names) => `members of ${names}`,
  neighbours: (withinKm) =>
    withinKm === null
      ? 'of unions in the park of the organiser'
      : `of unions within ${withinKm} km of the organiser`,
  clubs: (names) => `who are in ${names}`,
  employment: (names) => `by employment: ${names}`,
  employmentNames: {
    regular: 'employed',
    dispatched: 'agency',
    newForm: 'new forms of work',
    partTime: 'part-time',
    retired: 'retired',
  },
  sizes: (names) => `of ${names} enterprises`,
  sizeNames: {
    large: 'large',
    medium: 'medium',
    small: 'small',
    micro: 'micro',
    unclassified: 'unclassified',
  },
  ages: (from, to) => {
    if (from === null) return `up to ${to} years old`;
    return to === null ? `${from} years and older` : `${from} to ${to} years old`;
  },
  sexes: { male: 'men only', female: 'women only' },
  companions: (count) => `each may bring ${count}`,
  scan: 'Scan to read more and sign up',
  poster: 'poster',
};

export const posterTexts: Readonly<Record<Locale, PosterTexts>> = { 'zh-CN': chinese, en: english };

/** The lines of a poster below its title, in order. */
export function posterFacts(activity: PostedActivity, locale: Locale): PosterFact[] {
  const texts = posterTexts[locale];
  const { labels, separator } = texts;
  const facts: (readonly [label: string, value: string | null])[] = [
    [labels.when, span(activity.startsAt, activity.endsAt, activity.timeZone, locale)],
    [labels.where, activity.venue ?? texts.venueUnknown],
    [labels.organiser, activity.organiserName],
    [labels.coHosts, activity.coHostNames.length === 0 ? null : activity.coHostNames.join(separator)],
    [labels.who, whoMayCome(activity, texts)],
    [labels.signUp, span(activity.signUpOpensAt, activity.signUpClosesAt, activity.timeZone, locale)],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function whoMayCome({ rules, companionsMax }: PostedActivity, texts: PosterTexts): string {
  const clauses = [...(rules === null ? [texts.everybody] : clausesOf(rules, texts))];
  if (companionsMax > 0) clauses.push(texts.companions(companionsMax));
  return clauses.join(texts.clause);
}

function clausesOf(
  { unionNames, sizeClasses, ageFrom, ageTo, sex, ...rest }: PostedRules,
  texts: PosterTexts,
): string[] {
  const { neighbours, clubNames, groupNames, employmentKinds = [] } = rest;
  const { separator } = texts;
  const clauses = [unionNames.length === 0 ? texts.everybody : texts.unions(unionNames.join(separator))];
  if (neighbours) clauses.push(texts.neighbours(neighbours.withinKm));
  const belonging = [clubNames, groupNames].filter((names) => names.length > 0);
  clauses.push(...belonging.map((names) => texts.clubs(names.join(separator))));
  if (sizeClasses.length > 0)
    clauses.push(texts.sizes(sizeClasses.map((size) => texts.sizeNames[size]).join(separator)));
  if (employmentKinds.length > 0)
    clauses.push(
      texts.employment(employmentKinds.map((kind) => texts.employmentNames[kind]).join(separator)),
    );
  if (ageFrom !== null || ageTo !== null) clauses.push(texts.ages(ageFrom, ageTo));
  if (sex !== null) clauses.push(texts.sexes[sex]);
  return clauses;
}

/** The period, with the days of the week, in the activity's own zone: a single day is stated once. */
function span(from: Date, to: Date, timeZone: string, locale: Locale): string {
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [first, last] = [day.format(from), day.format(to)];
  const end = first === last ? time.format(to) : `${last} ${time.format(to)}`;
  return `${first} ${time.format(from)} — ${end}`;
}

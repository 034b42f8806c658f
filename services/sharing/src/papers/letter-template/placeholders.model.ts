import type {
  LetterKind,
  TemplateWarning,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { dateIn, DomainError, type FieldProblem, networkTimeZone } from '@gongxiang/domain';

/** The facts of the activity at the time of issue. */
export interface LetterFacts {
  readonly activityTitle: string;
  /** Instants in RFC 3339 format. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: string | null;
  readonly organiserName: string;
  readonly coHostNames: readonly string[];
  readonly issuerName: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
}

/** The facts of a letter's holder. */
interface LetterHolder {
  readonly name: string;
  readonly number: string;
  readonly code: string;
  readonly companions: number;
}

/** Placeholders with the same value in either language. */
type PlaceholderValues = Readonly<Record<string, string>>;

/** The values of all placeholders, by their Chinese and by their English names. */
export function valuesOf(facts: LetterFacts, holder: LetterHolder): PlaceholderValues {
  const { activityTitle, venue, organiserName, coHostNames, issuerName, issuedOn } = facts;
  const [first, last] = [facts.startsAt, facts.endsAt].map((at) => dateIn(facts.timeZone, new Date(at)));
  const days = [...new Set([first ?? '', last ?? ''])];
  const { name, number, code } = holder;
  const companions = String(holder.companions);
  return {
    姓名: name,
    活动: activityTitle,
    地点: venue ?? '',
    主办: organiserName,
    协办: coHostNames.join('、'),
    日期: days.map(chineseDay).join('至'),
    签发日期: chineseDay(issuedOn),
    签发单位: issuerName,
    同行人数: companions,
    编号: number,
    核验码: shownCode(code),
    name,
    activity: activityTitle,
    place: venue ?? '',
    organiser: organiserName,
    companions,
    number,
    coHosts: coHostNames.join(', '),
    date: days.map(englishDay).join(' – '),
    issuer: issuerName,
    issuedOn: englishDay(issuedOn),
    code: shownCode(code),
  };
}

/** Sample values, so that officers see a filled template before anybody gets a letter. */
export function sampleOf(issuerName: string, today: string): PlaceholderValues {
  return valuesOf(
    {
      activityTitle: '亲子工厂一日游（样张）',
      timeZone: networkTimeZone,
      venue: '一号车间参观通道',
      startsAt: `${today}T01:00:00Z`,
      endsAt: `${today}T08:00:00Z`,
      organiserName: issuerName,
      coHostNames: ['绿源食品工会', '恒达模具工会'],
      issuerName,
      issuedOn: today,
    },
    { name: '阿依古丽·买买提', number: `${today.slice(0, 4)}-000001`, code: 'K7QM2XRT9WDH', companions: 2 },
  );
}

/** A code in groups of four, as printed. */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** @throws DomainError `VALIDATION_FAILED` with every unknown placeholder by its name */
export function requireKnown(placeholders: readonly string[]): void {
  const known = new Set(Object.keys(sampleOf('', '2026-01-01')));
  const errors = placeholders
    .filter((name) => !known.has(name))
    .slice(0, problemsMax)
    .map((name): FieldProblem => {
      const params = { name: [...name].slice(0, 40).join('') };
      return { pointer: '/fileKey', code: 'PLACEHOLDER_UNKNOWN', params };
    });
  const [first, ...others] = errors;
  if (first === undefined) return;
  const { code, params = {} } = first;
  throw new DomainError(others.length === 0 ? code : 'VALIDATION_FAILED', { errors, params });
}

const problemsMax = 20;

/** Warnings about an accepted template. */
export function warningsOf(
  found: readonly TemplateWarning[],
  {
    kind,
    placeholders,
    lacksCharacters,
  }: { kind: LetterKind; placeholders: readonly string[]; lacksCharacters: boolean },
): TemplateWarning[] {
  const hasName = placeholders.includes('姓名') || placeholders.includes('name');
  return [
    ...found,
    ...(lacksCharacters ? (['rareCharacters'] as const) : []),
    // An invitation may be addressed to "dear colleague"; a proof has to name a person.
    ...(hasName || kind === 'invitation' ? [] : (['noName'] as const)),
  ];
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function englishDay(day: string): string {
  const format = new Intl.DateTimeFormat('en', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

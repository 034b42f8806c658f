import type {
  VacancyAct,
  VacancyDefinition,
  VacancyState,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { daysAfter, DomainError, type FieldProblem, shanghaiDate } from '@gongxiang/domain';

/** To which state each act leads, from those in which it is possible. */
const steps: Readonly<Record<VacancyAct, Partial<Record<VacancyState, VacancyState>>>> = {
  change: { draft: 'draft', published: 'published' },
  publish: { draft: 'published' },
  extend: { published: 'published', ended: 'published' },
  fill: { published: 'filled' },
  end: { published: 'ended' },
  withdraw: { published: 'withdrawn' },
  restore: { withdrawn: 'published', filled: 'published' },
};

/** @throws DomainError `VACANCY_STATE` */
export function nextVacancyState(state: VacancyState, act: VacancyAct): VacancyState {
  const to = steps[act][state];
  if (to === undefined) throw new DomainError('VACANCY_STATE');
  return to;
}

interface VacancyRoles {
  /** An officer of the employer's union, or of one above. */
  readonly isOfficer: boolean;
  /** An officer of a union above that of the employer; of that one where there is none above. */
  readonly isAbove: boolean;
}

interface Standing {
  readonly state: VacancyState;
  readonly withdrawnAbove: boolean;
}

/** What somebody may do now: what a union above has taken back, only a union above restores. */
export function vacancyActsOf({ state, withdrawnAbove }: Standing, roles: VacancyRoles): VacancyAct[] {
  if (!roles.isOfficer) return [];
  const isBarred = state === 'withdrawn' && withdrawnAbove && !roles.isAbove;
  return (Object.keys(steps) as VacancyAct[]).filter(
    (act) => steps[act][state] !== undefined && !(act === 'restore' && isBarred),
  );
}

/** What is wrong with what is said. */
export function vacancyProblems(definition: VacancyDefinition): FieldProblem[] {
  const { payFrom, payTo, phone, address, kind, audience } = definition;
  const isInternal = kind === 'internalCompetition' || kind === 'rotation';
  return [
    ...(isPayReversed(payFrom?.amount, payTo?.amount)
      ? [{ pointer: '/payTo', code: 'VACANCY_PAY_REVERSED' as const }]
      : []),
    ...(phone || address ? [] : [{ pointer: '/phone', code: 'VACANCY_NO_CONTACT' as const }]),
    ...(isInternal && audience === 'public'
      ? [{ pointer: '/audience', code: 'VACANCY_INTERNAL_PUBLIC' as const }]
      : []),
  ];
}

function isPayReversed(from: string | undefined, to: string | undefined): boolean {
  if (from !== undefined && BigInt(from) < 0n) return true;
  if (to === undefined) return false;
  return from === undefined || BigInt(to) < BigInt(from);
}

/** @throws DomainError `VACANCY_UNTIL` unless the last day is today or within some days */
export function requireUntil(until: string, now: Date, days: number): void {
  const today = shanghaiDate(now);
  if (until < today || until > daysAfter(today, days))
    throw new DomainError('VACANCY_UNTIL', { pointer: '/until', params: { days } });
}

/** Words by which those who live from applicants are known. */
const feeWords = [
  '押金',
  '保证金',
  '中介',
  '介绍费',
  '报名费',
  '培训费',
  '服装费',
  '体检费',
  '手续费',
  '资料费',
  '建档费',
  '服务费',
  '劳务派遣费',
  '缴费',
  '交费',
  '收费',
  '付费',
  '收取',
  '先交钱',
];

/** What says right before such a word that it is not asked: 不收押金, 无中介. */
const denial =
  /(?:不|无|没有|免|非|勿|严禁|禁止|拒绝)(?:再|会|需|须|要|用|得|设|收|收取|缴|缴纳|交|交纳|任何|通过|向您|的){0,4}$/;

/**
 * Words that sound as if whoever applies had to pay, or went through an agent; each once, in their order in the list.
 * Said to be free, as in 不收押金, they do not.
 */
export function feeWordsIn(...texts: readonly (string | null | undefined)[]): string[] {
  const said = texts.flatMap((text) => text ?? []);
  return feeWords.filter((word) => said.some((text) => isAsked(text, word)));
}

function isAsked(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (!denial.test(text.slice(Math.max(0, at - 10), at))) return true;
  return false;
}

/** @throws DomainError `VACANCY_FEE_WORDS` unless the officer has read them again */
export function requireNoFee(words: readonly string[], wereSeen: boolean | undefined): void {
  if (words.length > 0 && !wereSeen)
    throw new DomainError('VACANCY_FEE_WORDS', { params: { words: words.join('、') } });
}

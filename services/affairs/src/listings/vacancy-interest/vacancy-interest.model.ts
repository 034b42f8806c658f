import type {
  VacancyAnswer,
  VacancyInterestState,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { DomainError } from '@gongxiang/domain';

/** From which states each answer is possible. Whoever is hired or declined has learnt of it, and it stays so. */
const answerable: Readonly<Record<VacancyAnswer, readonly VacancyInterestState[]>> = {
  contacted: ['sent'],
  hired: ['sent', 'contacted'],
  declined: ['sent', 'contacted'],
};

/** @throws DomainError `VACANCY_INTEREST_STATE` */
export function requireAnswerable(state: VacancyInterestState, answer: VacancyAnswer): void {
  if (!answerable[answer].includes(state)) throw new DomainError('VACANCY_INTEREST_STATE');
}

/** By which notice the person learns of an answer. */
export const noticeOf = {
  contacted: 'vacancyContacted',
  hired: 'vacancyHired',
  declined: 'vacancyDeclined',
} as const satisfies Readonly<Record<VacancyAnswer, string>>;

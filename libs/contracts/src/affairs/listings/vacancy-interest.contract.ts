import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  type VacancyAnswer,
  vacancyAnswers,
  VacancyId,
  type VacancyInterestState,
  vacancyInterestStates,
  type VacancyState,
  vacancyStates,
  VacancyView,
} from './vacancy.contract.js';

/** How long after the end of a vacancy it is known who was interested. */
export const interestDaysKept = 180;
const wordsMax = 500;

export class SendVacancyInterest {
  @Uuid() vacancyId: string;
  @Text({ optional: true, max: wordsMax, description: 'About oneself; sealed', example: '做过五年车工。' })
  words?: string | null;
  @Text({
    max: 20,
    pattern: /^\+?\d[\d -]{5,18}$/,
    description: 'Where one is called; sealed',
    example: '13800000000',
  })
  phone: string;
}

/** The name comes from membership, through the gateway: nobody is recommended under a name that is not theirs. */
export class SendNamedVacancyInterest extends SendVacancyInterest {
  @Text({ max: 100, description: "The caller's own name" }) name: string;
}

export class AnswerVacancyInterest {
  @Uuid() interestId: string;
  @OneOf(vacancyAnswers, { name: 'VacancyAnswer' }) answer: VacancyAnswer;
}

export class ListVacancyInterests extends PageRequest {
  @Uuid() vacancyId: string;
  @OneOf(vacancyInterestStates, { optional: true, name: 'VacancyInterestState' })
  state?: VacancyInterestState;
}

/** Somebody who is interested, for the officers of the union that has published the vacancy. */
export class VacancyInterestView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(vacancyInterestStates, { name: 'VacancyInterestState' }) state: VacancyInterestState;
  @Text({ description: 'The name of the person' }) name: string;
  @Text({ nullable: true, description: 'The union of which they are a member' }) unionName: string | null;
  @Text({ nullable: true, max: wordsMax }) words: string | null;
  @Text({ max: 20 }) phone: string;
  @Instant() sentAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
}

/** An interest of the caller's own. */
export class MyVacancyInterestLine extends OmitType(VacancyInterestView, ['name', 'unionName', 'version']) {
  @Uuid() vacancyId: string;
  @Text({ max: 60 }) title: string;
  @Text() employerName: string;
  @OneOf(vacancyStates, { name: 'VacancyState' }) vacancyState: VacancyState;
  @CalendarDate({ description: 'The last day of the vacancy' }) until: string;
}

const tag = 'vacancies';

export const vacancyInterestContract = {
  send: command('affairs.vacancy-interest.send', SendNamedVacancyInterest, VacancyView, {
    http: 'POST vacancies/:vacancyId/interest',
    tag,
    summary:
      'Says under one’s own name that one is interested: once, and for officers of the publishing union alone',
    example: { words: '做过五年车工。', phone: '13800000000' },
  }),
  withdraw: command('affairs.vacancy-interest.withdraw', VacancyId, VacancyView, {
    http: 'DELETE vacancies/:vacancyId/interest',
    tag,
    summary: 'Takes back at any time that one is interested; nothing of it is kept',
  }),
  answer: command('affairs.vacancy-interest.answer', AnswerVacancyInterest, VacancyInterestView, {
    http: 'POST vacancy-interests/:interestId/answer',
    tag,
    status: 200,
    ifMatch: true,
    summary: 'Says what became of an interest; the person sees it',
    example: { answer: 'contacted' },
  }),
  list: query('affairs.vacancy-interest.list', ListVacancyInterests, pageOf(VacancyInterestView), {
    http: 'GET vacancies/:vacancyId/interests',
    tag,
    summary: 'Who is interested, the latest first; for officers of the very union that has published it',
  }),
  listMine: query('affairs.vacancy-interest.list-mine', PageRequest, pageOf(MyVacancyInterestLine), {
    http: 'GET me/vacancy-interests',
    tag,
    summary: 'In which vacancies the caller is interested, and what became of it, the latest first',
  }),
};

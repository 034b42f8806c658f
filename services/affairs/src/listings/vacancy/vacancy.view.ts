import type { VacancySummary, VacancyView } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { type Actor, mayDo, officesOf, toWire } from '@gongxiang/domain';
import { isFor } from '../../bulletins/audience/audience.model.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { actions } from '../actions.js';
import type { VacancyInterestRow } from '../vacancy-interest/vacancy-interest.entity.js';
import { isOver } from '../listed/last-day.model.js';
import { reportStandingOf } from '../listed/report-standing.model.js';
import { feeWordsIn, vacancyActsOf } from './vacancy.model.js';
import type { VacancyRow } from './vacancy.entity.js';
import type { VacancyRecord } from './vacancy.repository.js';

export interface VacancyParts {
  readonly publisher: UnionRef;
  /** The union above that of the employer; that of the employer where there is none. */
  readonly abovePath: string;
  /** The caller's own interest. */
  readonly interest: VacancyInterestRow | null;
  readonly hasReported: boolean;
}

/** Officers of the employer's union and above change it, and see it before it is shown and after. */
export function mayManageVacancy({ unionPath }: VacancyRecord, actor: Actor | null): boolean {
  return actor !== null && mayDo(actor, actions.manageVacancies, { paths: [unionPath] });
}

/** Whether whoever it is for finds it now. */
export function isVacancyShown({ state, until, hiddenAt }: VacancyRow, now: Date): boolean {
  return state === 'published' && hiddenAt === null && !isOver(until, now);
}

/** Whether it is for somebody: its audience are the members of the union that has published it, or anybody. */
export function isVacancyFor({ audience }: VacancyRow, publisher: UnionRef, reader: Actor | null): boolean {
  return isFor({ audience, unionId: publisher.id, unionPath: publisher.path }, reader);
}

/** Words in it that sound like a fee. */
export function feeWordsOf({ title, text, address }: VacancyRow): string[] {
  return feeWordsIn(title, text, address);
}

/** Whether the caller is an officer of the very union that has published it. */
export function readsInterests({ publisherId }: VacancyRow, actor: Actor | null): boolean {
  return officesOf(actor, actions.answerInterests).includes(publisherId);
}

export function vacancyView(
  record: VacancyRecord,
  { publisher, abovePath, interest, hasReported }: VacancyParts,
  { actor, now }: { readonly actor: Actor | null; readonly now: Date },
): VacancyView {
  const isOfficer = mayManageVacancy(record, actor);
  const isAbove = actor !== null && mayDo(actor, actions.manageVacancies, { paths: [abovePath] });
  const isSeenByPerson = isOfficer || interest !== null;
  const isFound = isVacancyShown(record, now) && isVacancyFor(record, publisher, actor);
  return {
    ...vacancySummary(record),
    text: record.text,
    phone: record.phone,
    address: record.address,
    publisherName: publisher.name,
    withdrawReason: isSeenByPerson ? record.withdrawReason : null,
    acts: vacancyActsOf(record, { isOfficer, isAbove }).map((act) => ({ act })),
    interest: interest && { state: interest.state },
    ...forOfficers(record, isOfficer),
    report: reportStandingOf(record, actor, { isFound, hasReported }),
    interestPossible: actor !== null && interest === null && isFound,
    interestsShown: record.state !== 'draft' && readsInterests(record, actor),
  };
}

function forOfficers(
  record: VacancyRecord,
  isOfficer: boolean,
): Pick<VacancyView, 'feeWords' | 'hiddenReason'> {
  return isOfficer
    ? { feeWords: feeWordsOf(record), hiddenReason: record.hiddenReason }
    : { feeWords: [], hiddenReason: null };
}

export function vacancySummary(record: VacancyRecord): VacancySummary {
  const { id, version, state, title, kind, headcount, place, district, payFromFen, payToFen } = record;
  const { suits, employerName, unionId, unionName, audience, until } = record;
  return {
    id,
    version,
    state,
    title,
    kind,
    headcount,
    place,
    district,
    payFrom: payFromFen === null ? null : toWire(payFromFen),
    payTo: payToFen === null ? null : toWire(payToFen),
    suits,
    employerName,
    unionId,
    unionName,
    audience,
    until,
    isHidden: record.hiddenAt !== null,
  };
}

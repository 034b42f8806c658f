import {
  benefitContract,
  type BenefitDefinition,
  type BenefitView,
} from '@gongxiang/contracts/affairs/listings/benefit.contract';
import {
  vacancyContract,
  type VacancyDefinition,
  type VacancyView,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { type Actor, dayMs, shanghaiDate, toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';

/** A day so many days from now. */
export function dayIn(affairs: ServiceFixture, days: number): string {
  return shanghaiDate(new Date(affairs.clock.now().getTime() + days * dayMs));
}

/** A post for members of the publishing union and of those below it, for thirty days, unless told otherwise. */
export function vacancyOf(
  affairs: ServiceFixture,
  changes: Partial<VacancyDefinition> = {},
): VacancyDefinition {
  return {
    title: '数控车工',
    kind: 'fullTime',
    headcount: 3,
    place: '江城市武昌区中山路 1 号',
    district: '武昌区',
    payFrom: toWire(600_000n),
    payTo: toWire(900_000n),
    text: '操作数控车床，**两班倒**。',
    suits: ['over40And50'],
    phone: '027-80000000',
    address: null,
    audience: 'members',
    until: dayIn(affairs, 30),
    ...changes,
  };
}

export const employerName = '江城重工有限公司';

export function draftVacancy(
  affairs: ServiceFixture,
  unionId: string,
  officer: Actor,
  changes: Partial<VacancyDefinition> = {},
): Promise<VacancyView> {
  const request = { ...vacancyOf(affairs, changes), unionId, employerName };
  return affairs.ask(vacancyContract.create, request, officer);
}

export async function publishVacancy(
  affairs: ServiceFixture,
  unionId: string,
  officer: Actor,
  changes: Partial<VacancyDefinition> = {},
): Promise<VacancyView> {
  const { id: vacancyId } = await draftVacancy(affairs, unionId, officer, changes);
  return affairs.ask(vacancyContract.publish, { vacancyId }, officer, { ifMatch: 1 });
}

/** A benefit for members, for thirty days, unless told otherwise. */
export function benefitOf(
  affairs: ServiceFixture,
  changes: Partial<BenefitDefinition> = {},
): BenefitDefinition {
  return {
    merchant: '江滩书店',
    title: '图书八八折',
    category: 'culture',
    way: 'card',
    place: '武昌区临江大道 8 号',
    district: '武昌区',
    conditions: '教材除外。',
    audience: 'members',
    from: dayIn(affairs, 0),
    until: dayIn(affairs, 30),
    ...changes,
  };
}

export async function publishBenefit(
  affairs: ServiceFixture,
  unionId: string,
  officer: Actor,
  changes: Partial<BenefitDefinition> = {},
): Promise<BenefitView> {
  const made = await affairs.ask(
    benefitContract.create,
    { ...benefitOf(affairs, changes), unionId },
    officer,
  );
  return affairs.ask(benefitContract.publish, { benefitId: made.id }, officer, { ifMatch: made.version });
}

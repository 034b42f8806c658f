import type { BenefitSummary, BenefitView } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { type Actor, mayDo, toWire } from '@gongxiang/domain';
import { isFor } from '../../bulletins/audience/audience.model.js';
import { actions } from '../actions.js';
import { isOver } from '../listed/last-day.model.js';
import { reportStandingOf } from '../listed/report-standing.model.js';
import type { BenefitRecord } from './benefit.repository.js';

/** Officers of the union and above change it, and see it before it is shown and after. */
export function mayManageBenefit({ unionPath }: BenefitRecord, actor: Actor | null): boolean {
  return actor !== null && mayDo(actor, actions.manageBenefits, { paths: [unionPath] });
}

export function maySeeBenefit(record: BenefitRecord, actor: Actor | null, now: Date): boolean {
  return mayManageBenefit(record, actor) || (isBenefitShown(record, now) && isFor(record, actor));
}

/** Whether whoever it is for finds it now. */
export function isBenefitShown({ state, until, hiddenAt }: BenefitRecord, now: Date): boolean {
  return state === 'published' && hiddenAt === null && !isOver(until, now);
}

/** The word that members say is not for whoever is none. */
export function benefitView(
  record: BenefitRecord,
  caller: { readonly actor: Actor | null; readonly now: Date; readonly hasReported: boolean },
): BenefitView {
  const { actor, now, hasReported } = caller;
  const changeable = mayManageBenefit(record, actor);
  const isFound = isBenefitShown(record, now) && isFor(record, actor);
  const isMember = actor !== null && actor.unionPath !== null;
  return {
    ...benefitSummary(record),
    code: changeable || isMember ? record.code : null,
    link: record.link,
    conditions: record.conditions,
    withdrawReason: changeable ? record.withdrawReason : null,
    hiddenReason: changeable ? record.hiddenReason : null,
    report: reportStandingOf(record, actor, { isFound, hasReported }),
    changeable,
  };
}

export function benefitSummary(record: BenefitRecord): BenefitSummary {
  const { id, version, state, merchant, title, category, way, place, district } = record;
  const { unionId, unionName, audience, beginsOn: from, until, savesPercent, savesFen } = record;
  return {
    id,
    version,
    state,
    merchant,
    title,
    category,
    way,
    place,
    district,
    savesPercent,
    savesAmount: savesFen === null ? null : toWire(savesFen),
    unionId,
    unionName,
    audience,
    from,
    until,
    isHidden: record.hiddenAt !== null,
  };
}

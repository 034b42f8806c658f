import { Injectable } from '@nestjs/common';
import type {
  LimitationView,
  MatterStepView,
  RewardPartView,
  StepWords,
} from '@gongxiang/contracts/affairs/matters/matter-step';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { dayMs, shanghaiDate, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type PlanStanding, planStandingOf } from '../household/household.model.js';
import { HouseholdRepository, type PlanRecord } from '../household/household.repository.js';
import {
  isAmendable,
  isJoinable,
  isWritableFor,
  outsideViewOf,
  rewardOf,
  type StepMark,
  type StepStanding,
  standingsOf,
} from '../matter-step/matter-step.model.js';
import { MatterStepRepository, type StepMarkRecord } from '../matter-step/matter-step.repository.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { sameDayMonthsLater } from '../term.model.js';
import type { MatterRow } from './matter.entity.js';
import { openStates } from './matter.model.js';
import { MatterSeal } from './matter-seal.js';

type Sealed = Pick<MatterRow, 'id' | 'state' | 'sealedAnswers' | 'sentAt'>;

/** What steps are read from beside their matter. */
interface Written {
  readonly records: readonly StepMarkRecord[];
  /** The plan of the household to which the matter refers. */
  readonly plan: PlanRecord | null;
  readonly now: Date;
}

/** Of a matter that is locked. */
export interface StepsOfMatter {
  readonly standings: readonly StepStanding[];
  readonly marks: readonly StepMark[];
  readonly plan: PlanStanding | null;
}

/** Opens what is written in the steps of a matter, and says how far they are. */
@Injectable()
export class MatterSteps {
  constructor(
    private readonly marks: MatterStepRepository,
    private readonly services: ServiceItemRepository,
    private readonly households: HouseholdRepository,
    private readonly seal: MatterSeal,
  ) {}

  /** Of a matter that is locked. */
  async ofRow(tx: Transaction, row: MatterRow): Promise<StepsOfMatter> {
    const definition = await this.services.edition(tx, row.serviceId, row.edition);
    const marks = this.open(await this.marks.marks(tx, row.id));
    const plan = standingOfPlan(row, await this.households.plan(tx, row.householdPlanId));
    return { standings: this.standings(row, definition, { marks, plan, now: tx.now }), marks, plan };
  }

  /** For its person: how far each step is, where papers are that another body decides on, and nothing else of what is written. */
  outline(
    matter: Sealed,
    definition: ServiceDefinition,
    { records, plan: of, now }: Written,
  ): MatterStepView[] {
    const marks = this.open(records);
    const plan = standingOfPlan(matter, of);
    return this.standings(matter, definition, { marks, plan, now }).map((standing) =>
      outlineOf(standing, ownOf(standing, marks), now),
    );
  }

  /** For those who deal with it. @param personId of whoever reads it */
  views(
    matter: Sealed & Pick<MatterRow, 'handlerId'>,
    definition: ServiceDefinition,
    { records, plan: of, now, personId }: Written & { readonly personId: string },
  ): MatterStepView[] {
    const marks = this.open(records);
    const kept = new Map(records.map((record) => [record.id, record]));
    const plan = standingOfPlan(matter, of);
    const standings = this.standings(matter, definition, { marks, plan, now });
    return standings.map((standing) => {
      const { lacking } = standing;
      const own = ownOf(standing, marks);
      return {
        ...outlineOf(standing, own, now),
        lacking,
        parts: partsOf(standing, own),
        marks: own.map(({ id, at, words, writtenBy, confirmedBy }) => ({
          id,
          at: at.toISOString(),
          by: writtenBy,
          byName: kept.get(id)?.byName ?? null,
          words,
          waits: kept.get(id)?.waits ?? false,
          confirmedByName: kept.get(id)?.confirmedByName ?? null,
          // What two have agreed on is not undone by one: it is amended again.
          removable: confirmedBy === null && [writtenBy, matter.handlerId].includes(personId),
        })),
        writable: isWritableFor(standing, own, personId),
        joinable: isJoinable(standing, standings),
        amendable: isAmendable(standing),
      };
    });
  }

  /** The last day of the right that the service names, by the day that the person has said. */
  limitation(matter: Sealed, { limitation }: ServiceDefinition, now: Date): LimitationView | null {
    const since = limitation ? this.answers(matter)[limitation.question] : undefined;
    if (!limitation || typeof since !== 'string') return null;
    const lastDay = sameDayMonthsLater(since, limitation.months);
    const daysLeft = Math.round((Date.parse(lastDay) - Date.parse(shanghaiDate(now))) / dayMs);
    return { label: limitation.label, lastDay, daysLeft };
  }

  private standings(
    matter: Sealed,
    { steps = [] }: ServiceDefinition,
    {
      marks,
      plan,
      now,
    }: { readonly marks: readonly StepMark[]; readonly plan: PlanStanding | null; readonly now: Date },
  ): StepStanding[] {
    const today = shanghaiDate(now);
    return standingsOf(steps, marks, {
      today,
      answers: this.answers(matter),
      startedAt: matter.sentAt,
      plan,
    });
  }

  private open(records: readonly StepMarkRecord[]): StepMark[] {
    return records.map(({ id, stepId, writtenBy, at, sealedWords, confirmedBy }) => {
      const opened = this.seal.openStep(id, sealedWords);
      const words = opened === null ? {} : (JSON.parse(opened) as StepWords);
      return { id, stepId, writtenBy, at, words, confirmedBy };
    });
  }

  private answers({ id, sealedAnswers }: Sealed): Record<string, unknown> {
    const opened = this.seal.open('answers', id, sealedAnswers);
    return opened === null ? {} : (JSON.parse(opened) as Record<string, unknown>);
  }
}

/** What a matter has of the plan to which it refers. */
export function standingOfPlan(
  { id, state }: Pick<MatterRow, 'id' | 'state'>,
  plan: PlanRecord | null,
): PlanStanding | null {
  return planStandingOf({ id, isOpen: openStates.includes(state) }, plan);
}

function ownOf({ step }: StepStanding, marks: readonly StepMark[]): StepMark[] {
  return marks.filter(({ stepId }) => stepId === step.id);
}

function outlineOf(
  { step, progress, until, dueAt }: StepStanding,
  own: readonly StepMark[],
  now: Date,
): MatterStepView {
  const { id, kind, label, help = null, bodies, question } = step;
  return {
    id,
    kind,
    label,
    help,
    bodies: bodies ?? [],
    isAsked: Boolean(question),
    progress,
    until,
    dueAt: dueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt < now,
    lacking: null,
    parts: [],
    outside: outsideViewOf(step, own),
    marks: [],
    writable: false,
    joinable: false,
    amendable: false,
  };
}

function partsOf({ step }: StepStanding, own: readonly StepMark[]): RewardPartView[] {
  const benefit = own.at(-1)?.words.benefit;
  if (step.kind !== 'reward' || !benefit) return [];
  const amounts = rewardOf(step, benefit);
  return (step.shares ?? []).map(({ label }, index) => ({ label, amount: toWire(amounts[index] ?? 0n) }));
}

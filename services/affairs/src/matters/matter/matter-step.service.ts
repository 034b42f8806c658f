import { Injectable } from '@nestjs/common';
import { matterColleaguesMax, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import { stepMarksMax, type StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import {
  type ListPublicNotices,
  type MatterColleague,
  matterStepContract,
  type PublicNoticeView,
  type TakeBackMark,
  type WriteStep,
} from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CallContext,
  daysAfter,
  DomainError,
  isSelf,
  newId,
  shanghaiDate,
  toWire,
} from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { requireOfKind } from '../hardship-kind/hardship-kind.model.js';
import { HardshipKindRepository } from '../hardship-kind/hardship-kind.repository.js';
import { HouseholdPlans } from '../household/household-plans.js';
import { HouseholdRepository } from '../household/household.repository.js';
import {
  ballotFields,
  checkWords,
  isAmendable,
  isAmendment,
  isBuiltOn,
  isJoinable,
  lastDayOfNotice,
  type StepMark,
  type StepStanding,
} from '../matter-step/matter-step.model.js';
import { MatterStepRepository } from '../matter-step/matter-step.repository.js';
import type { StepMarkRow } from '../matter-step/step-mark.entity.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { MatterRow } from './matter.entity.js';
import { MatterSeal } from './matter-seal.js';
import { MatterSteps, type StepsOfMatter } from './matter-steps.js';
import { matterDue, MatterWriter } from './matter-writer.js';

/** Days for which a public notice can still be read once it is over. */
const noticeShownDays = 30;

/** What is written in the steps of a matter, and who works on it together. */
@Injectable()
export class MatterStepService {
  constructor(
    private readonly transactions: Transactions,
    private readonly marks: MatterStepRepository,
    private readonly steps: MatterSteps,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
    private readonly references: ReferenceRepository,
    private readonly households: HouseholdRepository,
    private readonly plans: HouseholdPlans,
    private readonly services: ServiceItemRepository,
    private readonly hardshipKinds: HardshipKindRepository,
  ) {}

  @Handles(matterStepContract.write)
  write(request: WriteStep, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterStepContract.write, request, async (tx) => {
      const { matterId, stepId, ...said } = request;
      const before = await this.writer.lock(tx, matterId, 'writeStep');
      const words = await this.withCounts(tx, before, said);
      const { standings, marks } = await this.steps.ofRow(tx, before);
      const standing = standings.find(({ step }) => step.id === stepId);
      if (standing === undefined) throw new DomainError('MATTER_STEP_UNKNOWN');
      const planning = planningOf(standing, words);
      requireTurn(planning, standing, standings);
      const own = marks.filter((mark) => mark.stepId === stepId);
      const today = shanghaiDate(tx.now);
      checkWords(standing.step, words, { own, writtenBy: tx.personId, today });
      const judged = await this.withKind(tx, before, words);
      if (marks.length >= stepMarksMax)
        throw new DomainError('MATTER_STEP_MARKS_MAX', { params: { max: stepMarksMax } });
      const notice =
        standing.step.kind === 'publicNotice' ? noticeOf(words, standing.step.days ?? 1) : noNotice;
      const waits = planning === 'amend' && (await this.needsSecond(tx, before));
      await this.insert(tx, before, { stepId, words: judged, notice, waits });
      await this.saveWritten(tx, before, {
        waits,
        planning,
        label: standing.step.label,
        reason: words.reason,
      });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterStepContract.takeBack)
  takeBack(request: TakeBackMark, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterStepContract.takeBack, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'writeStep');
      const steps = await this.steps.ofRow(tx, before);
      const mark = steps.marks.find(({ id }) => id === request.markId);
      if (mark === undefined) throw new DomainError('NOT_FOUND');
      const { actor } = tx.call;
      const is = (personId: string | null): boolean =>
        actor !== null && personId !== null && isSelf(actor, personId);
      if (!is(mark.writtenBy) && !is(before.handlerId)) throw new DomainError('NOT_PERMITTED');
      if (mark.confirmedBy !== null) throw new DomainError('HOUSEHOLD_PLAN_CONFIRMED');
      requireLast(mark, steps);
      await this.marks.takeBack(tx, mark.id);
      await this.writer.save(tx, before, await this.withoutPlan(tx, before, { mark, ...steps }), {
        event: 'stepTakenBack',
        text: request.reason,
        isInternal: true,
      });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterStepContract.addColleague)
  addColleague(request: MatterColleague, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterStepContract.addColleague, request, async (tx) => {
      const { matterId, personId } = request;
      const before = await this.writer.lock(tx, matterId, 'addColleague');
      const fit = await this.writer.candidates(tx, before);
      const isFit = fit.some((one) => one.personId === personId);
      if (!isFit || [before.personId, before.handlerId, ...before.colleagueIds].includes(personId))
        throw new DomainError('MATTER_HANDLER_UNKNOWN', { pointer: '/personId' });
      if (before.colleagueIds.length >= matterColleaguesMax)
        throw new DomainError('MATTER_COLLEAGUES_MAX', { params: { max: matterColleaguesMax } });
      const colleagueIds = [...before.colleagueIds, personId];
      await this.writer.save(tx, before, { colleagueIds }, { event: 'colleagueAdded', isInternal: true });
      await this.writer.tellColleague(tx, before, personId);
      return this.writer.view(tx, matterId);
    });
  }

  @Handles(matterStepContract.removeColleague)
  removeColleague(request: MatterColleague, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterStepContract.removeColleague, request, async (tx) => {
      const { matterId, personId } = request;
      const before = await this.writer.lock(tx, matterId, 'addColleague');
      if (!before.colleagueIds.includes(personId)) throw new DomainError('NOT_FOUND');
      const colleagueIds = before.colleagueIds.filter((id) => id !== personId);
      await this.writer.save(tx, before, { colleagueIds }, { event: 'colleagueRemoved', isInternal: true });
      return this.writer.view(tx, matterId);
    });
  }

  @Handles(matterStepContract.publicNotices)
  publicNotices(request: ListPublicNotices, call: CallContext): Promise<Page<PublicNoticeView>> {
    return this.transactions.read(call, async (tx) => {
      const today = shanghaiDate(tx.now);
      const since = daysAfter(today, -noticeShownDays);
      const records = await this.marks.publicNotices(tx, { ...request, today, since });
      const page = toPage(records, {
        limit: request.limit,
        cursorOf: ({ noticeUntil, id }) => [noticeUntil, id],
      });
      return {
        ...page,
        items: page.items.map(
          ({ id, stepId, definition, unionName, publicText, noticeFrom, noticeUntil }) => ({
            id,
            serviceName: definition.name,
            label: definition.steps?.find((step) => step.id === stepId)?.label ?? definition.name,
            unionName,
            text: publicText,
            from: noticeFrom,
            until: noticeUntil,
          }),
        ),
      };
    });
  }

  /** @throws DomainError `HOUSEHOLD_HAS_PLAN`, `HOUSEHOLD_HAS_NO_PLAN` */
  private async saveWritten(
    tx: Transaction,
    before: MatterRow,
    {
      planning,
      waits,
      label,
      reason = null,
    }: {
      readonly planning: Planning | null;
      readonly waits: boolean;
      readonly label: string;
      readonly reason?: string | null | undefined;
    },
  ): Promise<void> {
    const written = { event: 'stepWritten', text: label, isInternal: true } as const;
    if (waits) {
      const proposed = { state: 'proposed', outcome: null, proposedBy: tx.personId } as const;
      await this.writer.save(tx, before, proposed, {
        event: 'householdPlanProposed',
        text: reason,
        isInternal: true,
      });
    } else if (planning === 'amend') {
      await this.writer.save(
        tx,
        before,
        {},
        { event: 'householdPlanAmended', text: reason, isInternal: true },
      );
    } else if (planning === 'agree') {
      await this.writer.save(tx, before, { householdPlanId: await this.plans.agree(tx, before) }, written);
    } else if (planning === 'join') {
      const householdPlanId = await this.plans.join(tx, before);
      const row = await this.writer.save(tx, before, { householdPlanId }, written);
      await schedule(tx, { kind: matterDue.concerned, key: row.id, at: tx.now });
      const { name } = await this.services.edition(tx, row.serviceId, row.edition);
      await this.plans.tellJoined(tx, householdPlanId, { ...row, serviceName: name });
    } else await this.writer.save(tx, before, {}, written);
  }

  /**
   * What is taken back with a plan: the household is free, or the matter has not joined any more. What was written before a
   * reopening binds nobody, so that only the last mark of the step does. With a later version alone the one before holds again.
   */
  private async withoutPlan(
    tx: Transaction,
    { householdPlanId }: MatterRow,
    { mark, standings, marks, plan }: StepsOfMatter & { readonly mark: StepMark },
  ): Promise<Partial<MatterRow>> {
    const step = standings.find((one) => one.step.id === mark.stepId)?.step;
    const last = marks.filter(({ stepId }) => stepId === mark.stepId).at(-1);
    if (step?.kind !== 'householdPlan' || last?.id !== mark.id || isAmendment(step, mark)) return {};
    if ((plan === 'own' || plan === 'conflict') && householdPlanId !== null)
      await this.households.endPlan(tx, householdPlanId);
    return { householdPlanId: null };
  }

  /** Of a secret vote nobody types the counts. @throws DomainError `MATTER_VOTE_UNKNOWN`, `MATTER_STEP_VALUE` */
  private async withCounts(tx: Transaction, { unionId }: MatterRow, words: StepWords): Promise<StepWords> {
    if (!words.voteId) return words;
    const typed = ballotFields.find((field) => words[field] !== undefined && words[field] !== null);
    if (typed !== undefined) throw new DomainError('MATTER_STEP_VALUE', { pointer: `/${typed}` });
    const motion = await this.references.findMotion(tx, words.voteId, unionId);
    if (motion === null) throw new DomainError('MATTER_VOTE_UNKNOWN', { pointer: '/voteId' });
    const { entitled, voted: present, yes, no } = motion;
    return { ...words, entitled, present, yes, no };
  }

  /**
   * Who amends a plan that is agreed changes what the household was promised: as with a decision, alone where the service lets
   * one person decide. It stands as a proposal like a decision, so that it is not asked for while the matter waits or rests.
   * @throws DomainError `MATTER_STATE`
   */
  private async needsSecond(tx: Transaction, { state, serviceId, edition }: MatterRow): Promise<boolean> {
    const { secondPerson } = await this.services.edition(tx, serviceId, edition);
    if (secondPerson && state !== 'inWork') throw new DomainError('MATTER_STATE');
    return secondPerson;
  }

  /**
   * By which kind a household is judged is kept as it is on the day: its name and limit are those of the table.
   * @throws DomainError `HARDSHIP_KIND_UNKNOWN`, `HARDSHIP_INCOME_ABOVE`, `MATTER_STEP_VALUE`
   */
  private async withKind(tx: Transaction, { sentAt }: MatterRow, words: StepWords): Promise<StepWords> {
    const { hardshipKindId, income } = words;
    for (const field of ['hardshipLabel', 'incomeMax'] as const)
      if (words[field]) throw new DomainError('MATTER_STEP_VALUE', { pointer: `/${field}` });
    if (!hardshipKindId || !income) return words;
    const on = shanghaiDate(sentAt);
    const row = await this.hardshipKinds.lock(tx, hardshipKindId);
    const kind = requireOfKind(row, { on, income });
    if (row !== null && !row.used)
      await this.hardshipKinds.save(tx, { ...row, version: row.version + 1, used: true });
    const incomeMax = kind.incomeMaxFen === null ? null : toWire(kind.incomeMaxFen);
    return { ...words, hardshipLabel: kind.label, incomeMax };
  }

  private async insert(
    tx: Transaction,
    { id: matterId }: MatterRow,
    mark: {
      readonly stepId: string;
      readonly words: StepWords;
      readonly notice: NoticeColumns;
      readonly waits: boolean;
    },
  ): Promise<void> {
    const id = newId();
    await this.marks.insert(tx, {
      id,
      matterId,
      stepId: mark.stepId,
      writtenBy: tx.personId,
      at: tx.now,
      sealedWords: this.seal.sealStep(id, JSON.stringify(mark.words)),
      ...mark.notice,
      takenBackAt: null,
      waits: mark.waits,
      confirmedBy: null,
    });
  }
}

/** @throws DomainError `MATTER_STEP_LATER` if a later step was begun, or something in its own rests on it */
function requireLast(mark: StepMark, { standings, marks }: StepsOfMatter): void {
  const place = standings.findIndex(({ step }) => step.id === mark.stepId);
  const later = standings.slice(place + 1).map(({ step }) => step.id);
  const isBegun = marks.some(({ stepId }) => later.includes(stepId));
  const step = standings[place]?.step;
  const own = marks.filter(({ stepId }) => stepId === mark.stepId);
  if (isBegun || (step !== undefined && isBuiltOn(step, mark, own)))
    throw new DomainError('MATTER_STEP_LATER');
}

/** What is done with the plan of a household: it is agreed, a new version of it is written, or the matter joins another. */
type Planning = 'agree' | 'amend' | 'join';

/** @returns null in a step that is no plan */
function planningOf({ step }: StepStanding, { joins, reason }: StepWords): Planning | null {
  if (step.kind !== 'householdPlan') return null;
  if (joins) return 'join';
  return reason ? 'amend' : 'agree';
}

/** @throws DomainError `MATTER_STEP_AHEAD`, `HOUSEHOLD_PLAN_WRITTEN`, `HOUSEHOLD_UNSIGNED`, `HOUSEHOLD_PLAN_NONE_HERE` */
function requireTurn(
  planning: Planning | null,
  standing: StepStanding,
  standings: readonly StepStanding[],
): void {
  if (planning === 'join') requireJoinable(standing, standings);
  else if (planning !== 'amend') requireBegun(standing, standings);
  else if (!isAmendable(standing)) throw new DomainError('HOUSEHOLD_PLAN_NONE_HERE');
}

/** @throws DomainError `MATTER_STEP_AHEAD`, `HOUSEHOLD_PLAN_WRITTEN` */
function requireBegun({ step, progress }: StepStanding, standings: readonly StepStanding[]): void {
  if (progress === 'ahead' || progress === 'leftOut') {
    const first = standings.find((one) => one.progress === 'open' || one.progress === 'running');
    throw new DomainError('MATTER_STEP_AHEAD', { params: { label: first?.step.label ?? step.label } });
  }
  if (step.kind === 'householdPlan' && progress !== 'open') throw new DomainError('HOUSEHOLD_PLAN_WRITTEN');
}

/** @throws DomainError `HOUSEHOLD_PLAN_WRITTEN`, `HOUSEHOLD_UNSIGNED` */
function requireJoinable(standing: StepStanding, standings: readonly StepStanding[]): void {
  if (isJoinable(standing, standings)) return;
  const isWritten = standing.progress === 'passed' || standing.progress === 'failed';
  throw new DomainError(isWritten ? 'HOUSEHOLD_PLAN_WRITTEN' : 'HOUSEHOLD_UNSIGNED');
}

type NoticeColumns = Pick<StepMarkRow, 'publicText' | 'noticeFrom' | 'noticeUntil'>;

const noNotice: NoticeColumns = { publicText: null, noticeFrom: null, noticeUntil: null };

function noticeOf({ text, on }: StepWords, days: number): NoticeColumns {
  if (!text || !on) return noNotice;
  return { publicText: text, noticeFrom: on, noticeUntil: lastDayOfNotice(on, days) };
}

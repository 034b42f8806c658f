import type {
  MatterStepProgress,
  OutsideDecisionView,
  StepWords,
} from '@gongxiang/contracts/affairs/matters/matter-step';
import type { ServiceOutcomeDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { ServiceStepDto } from '@gongxiang/contracts/affairs/matters/service-step';
import {
  allocate,
  type BallotCounts,
  DomainError,
  endOfShanghaiDay,
  fromWire,
  type IncomingMoney,
  isCarried,
} from '@gongxiang/domain';
import { workingDaysAfter } from '@gongxiang/domain/holidays';
import { deadlineAfter } from '../term.model.js';

/** Something written in a step: by whom, when, and what. Those that were taken back are left out. */
export interface StepMark {
  readonly id: string;
  readonly stepId: string;
  readonly writtenBy: string;
  readonly at: Date;
  readonly words: StepWords;
  /** The second person who has confirmed a new version of a plan. */
  readonly confirmedBy: string | null;
}

/** What the rules of steps read beside what is written in them. */
export interface StepContext {
  /** `YYYY-MM-DD` in China. */
  readonly today: string;
  /** Of the matter, by question. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** When the first step begins. */
  readonly startedAt: Date;
  /** What the matter has of a plan for its household; nothing where no plan binds it. */
  readonly plan?: 'own' | 'joined' | 'conflict' | null;
}

/** How far a step is by its own rule, whatever the others are. */
export interface StepResult {
  readonly progress: Exclude<MatterStepProgress, 'ahead' | 'leftOut'>;
  readonly lacking?: number;
  readonly until?: string;
}

export interface StepStanding {
  readonly step: ServiceStepDto;
  readonly progress: MatterStepProgress;
  readonly lacking: number | null;
  readonly until: string | null;
  /** By when it is to be over, as long as it is not. */
  readonly dueAt: Date | null;
}

type Rule = (step: ServiceStepDto, marks: readonly StepMark[], context: StepContext) => StepResult;

const rules: Readonly<Record<ServiceStepDto['kind'], Rule>> = {
  record: (_step, marks) => ({ progress: marks.length > 0 ? 'passed' : 'open' }),
  statements: ({ people }, marks) => statementsOf(people ?? 1, marks),
  publicNotice: ({ days }, marks, { today }) => noticeOf(days ?? 1, marks, today),
  signatures: (step, marks, { answers }) => signaturesOf(step, marks, answers),
  ballot: ({ quorum, majority }, marks) => {
    const last = marks.at(-1)?.words;
    if (last === undefined) return { progress: 'open' };
    return {
      progress: isCarried(countsOf(last), quorum ?? 'half', majority ?? 'present') ? 'passed' : 'failed',
    };
  },
  opinions: ({ bodies }, marks) => opinionsOf(bodies ?? [], marks),
  remedies: (_step, marks) => remediesOf(marks),
  reward: (_step, marks) => ({ progress: marks.length > 0 ? 'passed' : 'open' }),
  outsideDecision: (_step, marks) => {
    const { forwarded, decided } = outsideOf(marks);
    if (decided !== undefined) return { progress: decided.words.agrees ? 'passed' : 'failed' };
    return { progress: forwarded === undefined ? 'open' : 'running' };
  },
  hardshipKind: (_step, marks) => {
    const last = marks.at(-1)?.words;
    if (last === undefined) return { progress: 'open' };
    return { progress: last.agrees ? 'passed' : 'failed' };
  },
  householdPlan: (_step, _marks, { plan = null }) => ({
    progress: progressOfPlan[plan ?? 'none'],
  }),
};

/** A plan that is in conflict lacks something: no outcome can rest on it, and nothing comes after it. */
const progressOfPlan = { none: 'open', own: 'passed', joined: 'failed', conflict: 'running' } as const;

const overStates: readonly MatterStepProgress[] = ['passed', 'failed', 'leftOut'];

/**
 * How far the steps of a matter are, in their order: a step begins once all before it are over, passed or not, as an outcome
 * says which of them it needs.
 */
export function standingsOf(
  steps: readonly ServiceStepDto[],
  marks: readonly StepMark[],
  context: StepContext,
): StepStanding[] {
  const standings: StepStanding[] = [];
  let since: Date | null = context.startedAt;
  for (const step of steps) {
    const own = marks.filter(({ stepId }) => stepId === step.id);
    const standing = standingOf(step, { own, before: standings, since }, context);
    standings.push(standing);
    since =
      since !== null && overStates.includes(standing.progress) ? (overAt(standing, own) ?? since) : null;
  }
  return standings;
}

/** A notice is over with its last day, all else when it was written down; null where nothing was. */
function overAt({ step, until }: StepStanding, own: readonly StepMark[]): Date | null {
  if (step.kind === 'publicNotice' && until !== null) return endOfShanghaiDay(until);
  // A plan that is amended does not give more time for what comes after it.
  return own.findLast((mark) => !isAmendment(step, mark))?.at ?? null;
}

/** Whether something is a later version of a plan. */
export function isAmendment({ kind }: Pick<ServiceStepDto, 'kind'>, { words }: StepMark): boolean {
  return kind === 'householdPlan' && Boolean(words.reason);
}

/** Whether a new version of the plan that this matter has can be written. */
export function isAmendable({ step, progress }: Pick<StepStanding, 'step' | 'progress'>): boolean {
  return step.kind === 'householdPlan' && progress === 'passed';
}

interface Place {
  readonly own: readonly StepMark[];
  readonly before: readonly StepStanding[];
  /** When the step before was over; null while one is not. */
  readonly since: Date | null;
}

function standingOf(step: ServiceStepDto, { own, before, since }: Place, context: StepContext): StepStanding {
  const nothing = { step, lacking: null, until: null, dueAt: null };
  const isLeftOut = before.some((one) => one.step.id === step.unless && one.progress === 'passed');
  if (isLeftOut) return { ...nothing, progress: 'leftOut' };
  // What the household has already needs neither visit nor notice again: a matter joins it before its turn.
  const isJoined = step.kind === 'householdPlan' && context.plan === 'joined';
  if (since === null && !isJoined) return { ...nothing, progress: 'ahead' };
  const { progress, lacking = null, until = null } = rules[step.kind](step, own, context);
  const isOver = overStates.includes(progress);
  const dueAt = step.within && !isOver && since !== null ? deadlineAfter(since, step.within) : null;
  return { step, progress, lacking, until, dueAt };
}

/**
 * Whether somebody can write in a step now: it has begun, nobody speaks twice in it, and what another body has decided is not
 * written over.
 */
export function isWritableFor(
  { step, progress }: Pick<StepStanding, 'step' | 'progress'>,
  own: readonly StepMark[],
  personId: string,
): boolean {
  if (progress === 'ahead' || progress === 'leftOut') return false;
  if (step.kind === 'outsideDecision') return outsideOf(own).decided === undefined;
  if (step.kind === 'householdPlan' || step.kind === 'hardshipKind') return progress === 'open';
  return step.kind !== 'statements' || !own.some(({ writtenBy }) => writtenBy === personId);
}

/**
 * Whether a matter can join the plan that its household has: all who have to sign have signed, as their authority is what lets the
 * union look for it; and neither a plan of its own nor another binds it.
 */
export function isJoinable(standing: StepStanding, standings: readonly StepStanding[]): boolean {
  const { step, progress } = standing;
  if (step.kind !== 'householdPlan' || !['ahead', 'open'].includes(progress)) return false;
  return standings
    .slice(0, standings.indexOf(standing))
    .every((one) => one.step.kind !== 'signatures' || one.progress === 'passed');
}

/** What an outcome says about the steps. */
export type OutcomeNeeds = Pick<ServiceOutcomeDto, 'needs' | 'needsFailed'>;

/** Why a matter cannot end in an outcome. */
export interface OutcomeRefusal {
  readonly step: ServiceStepDto;
  readonly code: 'MATTER_STEP_NEEDED' | 'MATTER_OUTCOME_CONTRARY';
}

/** What the first step that does not allow an outcome says against it; null if all of them allow it. */
export function refusalOf(outcome: OutcomeNeeds, standings: readonly StepStanding[]): OutcomeRefusal | null {
  for (const standing of standings) {
    const code = refusalBy(standing, outcome);
    if (code !== null) return { step: standing.step, code };
  }
  return null;
}

/**
 * A step that is left out is not needed. Papers that were forwarded bind every outcome, and not only those that name the step:
 * from then on the other body decides, and never the union itself.
 */
function refusalBy({ step, progress }: StepStanding, outcome: OutcomeNeeds): OutcomeRefusal['code'] | null {
  const wanted = wantedOf(step, outcome);
  if (progress === wanted || (progress === 'leftOut' && wanted !== 'failed')) return null;
  const isOutside = step.kind === 'outsideDecision';
  if (overStates.includes(progress) && (isOutside || wanted !== null)) return 'MATTER_OUTCOME_CONTRARY';
  const isForwarded = isOutside && progress === 'running';
  return wanted !== null || isForwarded ? 'MATTER_STEP_NEEDED' : null;
}

function wantedOf({ id }: ServiceStepDto, { needs, needsFailed }: OutcomeNeeds): 'passed' | 'failed' | null {
  if (needsFailed?.includes(id)) return 'failed';
  return needs?.includes(id) ? 'passed' : null;
}

/** As many people as are needed have spoken, each once; more of them said yes than no. */
function statementsOf(people: number, marks: readonly StepMark[]): StepResult {
  const spoken = new Map(marks.map(({ writtenBy, words }) => [writtenBy, words.agrees === true]));
  const lacking = people - spoken.size;
  if (lacking > 0) return { progress: marks.length > 0 ? 'running' : 'open', lacking };
  const yes = [...spoken.values()].filter(Boolean).length;
  return { progress: yes > spoken.size - yes ? 'passed' : 'failed' };
}

/** The day on which a notice begins does not count; it is over on the day after its last one. */
function noticeOf(days: number, marks: readonly StepMark[], today: string): StepResult {
  const from = marks.at(-1)?.words.on;
  if (!from) return { progress: 'open' };
  const until = lastDayOfNotice(from, days);
  return { progress: today > until ? 'passed' : 'running', until };
}

/** @param from `YYYY-MM-DD` @param days working days */
export function lastDayOfNotice(from: string, days: number): string {
  return workingDaysAfter(from, days);
}

/** Everybody who has to sign has signed; how many that are is what the person has answered, if the service asks it. */
function signaturesOf(
  { question }: ServiceStepDto,
  marks: readonly StepMark[],
  answers: Readonly<Record<string, unknown>>,
): StepResult {
  const last = marks.at(-1)?.words;
  if (last === undefined) return { progress: 'open' };
  const needed = Number(question ? answers[question] : last.adults) || 1;
  const lacking = needed - (last.signed ?? []).length;
  return lacking > 0 ? { progress: 'running', lacking } : { progress: 'passed' };
}

function countsOf({ entitled, present, yes, no }: StepWords): BallotCounts & { readonly no: number } {
  return { entitled: entitled ?? 0, present: present ?? 0, yes: yes ?? 0, no: no ?? 0 };
}

/** The last word of each body counts. */
function opinionsOf(bodies: readonly string[], marks: readonly StepMark[]): StepResult {
  const said = new Map(marks.map(({ words }) => [words.body, words.agrees === true]));
  const lacking = bodies.filter((body) => !said.has(body)).length;
  if (lacking > 0) return { progress: marks.length > 0 ? 'running' : 'open', lacking };
  return { progress: bodies.every((body) => said.get(body)) ? 'passed' : 'failed' };
}

/** What was found is looked at again, each by its day; what is not mended then has failed. */
function remediesOf(marks: readonly StepMark[]): StepResult {
  const found = marks.filter(({ words }) => !words.found);
  if (found.length === 0) return { progress: 'open' };
  const looked = new Map(
    marks.flatMap(({ words }) => (words.found ? [[words.found, words.agrees === true]] : [])),
  );
  const waiting = found.filter(({ id }) => !looked.has(id));
  const [next] = waiting.flatMap(({ words }) => words.on ?? []).toSorted();
  if (waiting.length > 0)
    return { progress: 'running', lacking: waiting.length, ...(next === undefined ? {} : { until: next }) };
  return { progress: found.every(({ id }) => looked.get(id)) ? 'passed' : 'failed' };
}

/** The two that are written of papers which another body decides on: a decision says whether it is granted. */
interface OutsideMarks {
  readonly forwarded: StepMark | undefined;
  readonly decided: StepMark | undefined;
}

function outsideOf(marks: readonly StepMark[]): OutsideMarks {
  return {
    forwarded: marks.find(({ words }) => !isDecision(words)),
    decided: marks.find(({ words }) => isDecision(words)),
  };
}

function isDecision({ agrees }: StepWords): boolean {
  return agrees !== undefined && agrees !== null;
}

/** Where the papers are, for whoever brought the matter as well; null for steps of other kinds. */
export function outsideViewOf(
  { kind, body }: ServiceStepDto,
  own: readonly StepMark[],
): OutsideDecisionView | null {
  if (kind !== 'outsideDecision') return null;
  const { forwarded, decided } = outsideOf(own);
  const papers = { ...nothingWritten, ...forwarded?.words };
  const decision = { ...nothingWritten, ...decided?.words };
  return {
    body: body ?? '',
    forwardedOn: papers.on,
    receipt: papers.number,
    decidedOn: decision.on,
    granted: decision.agrees,
    reference: decision.number,
    amount: decision.amount,
  };
}

const nothingWritten = { on: null, number: null, agrees: null, amount: null };

/** Whether something else in the same step rests on it, so that it cannot be taken back before that is. */
export function isBuiltOn(step: ServiceStepDto, mark: StepMark, own: readonly StepMark[]): boolean {
  const { kind } = step;
  if (kind === 'householdPlan') {
    const [next] = own.slice(own.findIndex(({ id }) => id === mark.id) + 1);
    return next !== undefined && isAmendment(step, next);
  }
  if (kind === 'outsideDecision') return !isDecision(mark.words) && outsideOf(own).decided !== undefined;
  return own.some(({ words }) => words.found === mark.id);
}

/**
 * The reward for a benefit: so many thousandths of it, rounded down to the fen, no more than the cap, in shares that sum to it.
 * @returns fen for each share, in their order
 */
export function rewardOf(
  { rate, cap, shares }: Pick<ServiceStepDto, 'rate' | 'cap' | 'shares'>,
  benefit: IncomingMoney,
): bigint[] {
  const share = (fromWire(benefit, '/benefit') * BigInt(rate ?? 0)) / 1_000n;
  const most = cap ? fromWire(cap) : share;
  return allocate(
    share < most ? share : most,
    (shares ?? []).map(({ weight }) => BigInt(weight)),
  );
}

/**
 * What is wrong with what somebody writes in a step.
 * @throws DomainError `MATTER_STEP_VALUE`, `MATTER_STEP_SAID`, `MATTER_BALLOT_SUM`, `MATTER_SIGNED_TWICE`,
 * `MATTER_NOTICE_PAST`, `MATTER_REMEDY_EARLY`, `MATTER_NOT_FORWARDED`, `MATTER_OUTSIDE_DECIDED`, `MATTER_OUTSIDE_DAY`,
 * `MATTER_OUTSIDE_AMOUNT`, `AMOUNT_NEGATIVE`
 */
export function checkWords(
  step: ServiceStepDto,
  words: StepWords,
  {
    own,
    writtenBy,
    today,
  }: { readonly own: readonly StepMark[]; readonly writtenBy: string; readonly today: string },
): void {
  checkKind(step, words);
  for (const field of neededOf(step, words, own))
    if (words[field] === undefined || words[field] === null)
      throw new DomainError('MATTER_STEP_VALUE', { pointer: `/${field}` });
  checks[step.kind]?.(step, words, { own, writtenBy, today });
}

/** @throws DomainError `MATTER_STEP_VALUE` of what is for steps of another kind */
function checkKind(step: ServiceStepDto, words: StepWords): void {
  if (words.voteId && step.kind !== 'ballot')
    throw new DomainError('MATTER_STEP_VALUE', { pointer: '/voteId' });
  if (words.hardshipKindId && step.kind !== 'hardshipKind')
    throw new DomainError('MATTER_STEP_VALUE', { pointer: '/hardshipKindId' });
  if (words.joins && step.kind !== 'householdPlan')
    throw new DomainError('MATTER_STEP_VALUE', { pointer: '/joins' });
  if (words.reason && (step.kind !== 'householdPlan' || words.joins))
    throw new DomainError('MATTER_STEP_VALUE', { pointer: '/reason' });
}

function neededOf(step: ServiceStepDto, words: StepWords, own: readonly StepMark[]): readonly WordField[] {
  return neededNow[step.kind]?.(step, words, own) ?? neededOfKind[step.kind];
}

type WordField = keyof StepWords;

/** Where more than the kind of a step says what is needed. */
const neededNow: Partial<
  Readonly<
    Record<
      ServiceStepDto['kind'],
      (step: ServiceStepDto, words: StepWords, own: readonly StepMark[]) => readonly WordField[] | null
    >
  >
> = {
  householdPlan: (_step, { joins }) => (joins ? ['text'] : null),
  outsideDecision: (_step, _words, own) => (own.length > 0 ? ['on', 'agrees', 'number', 'text'] : null),
  hardshipKind: (_step, { agrees }) => (agrees ? ['hardshipKindId', 'income', 'text'] : null),
  signatures: ({ question }) => (question ? ['signed'] : null),
  remedies: (_step, { found }) => (found ? ['agrees', 'text'] : null),
};

/** What is counted in a ballot. */
export const ballotFields = ['entitled', 'present', 'yes', 'no'] as const satisfies readonly WordField[];

const neededOfKind: Readonly<Record<ServiceStepDto['kind'], readonly WordField[]>> = {
  record: ['text'],
  statements: ['agrees', 'text'],
  publicNotice: ['on', 'text'],
  signatures: ['adults', 'signed'],
  ballot: ballotFields,
  opinions: ['body', 'agrees'],
  remedies: ['on', 'text'],
  reward: ['benefit', 'text'],
  outsideDecision: ['on', 'number'],
  hardshipKind: ['agrees', 'text'],
  householdPlan: ['text', 'responsible', 'helper'],
};

type Check = (
  step: ServiceStepDto,
  words: StepWords,
  place: { readonly own: readonly StepMark[]; readonly writtenBy: string; readonly today: string },
) => void;

const checks: Partial<Readonly<Record<ServiceStepDto['kind'], Check>>> = {
  statements: (_step, _words, { own, writtenBy }) => {
    if (own.some((mark) => mark.writtenBy === writtenBy)) throw new DomainError('MATTER_STEP_SAID');
  },
  publicNotice: (_step, { on }, { today }) => {
    if (on && on < today) throw new DomainError('MATTER_NOTICE_PAST', { pointer: '/on' });
  },
  signatures: (_step, { signed }) => {
    const names = (signed ?? []).map((name) => name.normalize('NFKC').replaceAll(/\s/gu, ''));
    if (new Set(names).size < names.length)
      throw new DomainError('MATTER_SIGNED_TWICE', { pointer: '/signed' });
  },
  ballot: (_step, words) => {
    const { entitled, present, yes, no } = countsOf(words);
    if (present > entitled) throw new DomainError('MATTER_BALLOT_SUM', { pointer: '/present' });
    if (yes + no > present) throw new DomainError('MATTER_BALLOT_SUM', { pointer: '/yes' });
  },
  opinions: ({ bodies }, { body }) => {
    if (!bodies?.includes(body ?? '')) throw new DomainError('MATTER_STEP_VALUE', { pointer: '/body' });
  },
  remedies: (_step, { found, on }, { own, today }) => {
    const isKnown = own.some(({ id, words }) => id === found && !words.found);
    if (found && !isKnown) throw new DomainError('MATTER_STEP_VALUE', { pointer: '/found' });
    if (!found && on && on <= today) throw new DomainError('MATTER_REMEDY_EARLY', { pointer: '/on' });
  },
  reward: (_step, { benefit }) => {
    if (benefit && fromWire(benefit, '/benefit') <= 0n)
      throw new DomainError('MATTER_STEP_VALUE', { pointer: '/benefit' });
  },
  hardshipKind: (_step, { agrees, hardshipKindId, income }) => {
    if (!agrees && hardshipKindId) throw new DomainError('MATTER_STEP_VALUE', { pointer: '/hardshipKindId' });
    if (income && fromWire(income, '/income') < 0n)
      throw new DomainError('AMOUNT_NEGATIVE', { pointer: '/income' });
  },
  outsideDecision: (_step, words, { own, today }) => checkOutside(words, outsideOf(own), today),
};

/** Papers are forwarded once and decided on once. What was entered wrongly is taken back, and never written over. */
function checkOutside(words: StepWords, { forwarded, decided }: OutsideMarks, today: string): void {
  if (decided !== undefined) throw new DomainError('MATTER_OUTSIDE_DECIDED');
  if (forwarded === undefined && isDecision(words))
    throw new DomainError('MATTER_NOT_FORWARDED', { pointer: '/agrees' });
  if (!isBetween(words.on ?? today, forwarded?.words.on ?? null, today))
    throw new DomainError('MATTER_OUTSIDE_DAY', { pointer: '/on' });
  if (words.amount && !isGrantedAmount(words, words.amount))
    throw new DomainError('MATTER_OUTSIDE_AMOUNT', { pointer: '/amount' });
}

/** Days as `YYYY-MM-DD` compare as they follow each other. @param earliest null for any day */
function isBetween(day: string, earliest: string | null, latest: string): boolean {
  return day <= latest && (earliest === null || day >= earliest);
}

function isGrantedAmount({ agrees }: StepWords, amount: IncomingMoney): boolean {
  return agrees === true && fromWire(amount, '/amount') > 0n;
}

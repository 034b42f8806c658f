import type { MatterStepProgress, StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import type {
  BallotMajority,
  BallotQuorum,
  ServiceStepDto,
} from '@gongxiang/contracts/affairs/matters/service-step';
import { allocate, DomainError, fromWire, type IncomingMoney } from '@gongxiang/domain';
import { daysLater, workingDaysAfter } from '@gongxiang/domain/holidays';
import { deadlineAfter } from '../term.model.js';

/** Something written in a step: by whom, when, and what. Those that were taken back are left out. */
export interface StepMark {
  readonly id: string;
  readonly stepId: string;
  readonly writtenBy: string;
  readonly at: Date;
  readonly words: StepWords;
}

/** What the rules of steps read beside what is written in them. */
export interface StepContext {
  /** `YYYY-MM-DD` in China. */
  readonly today: string;
  /** Of the matter, by question. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** When the first step begins. */
  readonly startedAt: Date;
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
};

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
  if (step.kind === 'publicNotice' && until !== null) return new Date(`${until}T23:59:59+08:00`);
  return own.at(-1)?.at ?? null;
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
  if (since === null) return { ...nothing, progress: 'ahead' };
  const { progress, lacking = null, until = null } = rules[step.kind](step, own, context);
  const isOver = overStates.includes(progress);
  const dueAt = step.within && !isOver ? deadlineAfter(since, step.within) : null;
  return { step, progress, lacking, until, dueAt };
}

/** The first step that an outcome needs and that has not passed; null if none is missing. A step that is left out is not needed. */
export function missingFor(
  needs: readonly string[],
  standings: readonly StepStanding[],
): ServiceStepDto | null {
  const missing = standings.find(
    ({ step, progress }) => needs.includes(step.id) && progress !== 'passed' && progress !== 'leftOut',
  );
  return missing?.step ?? null;
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

export interface BallotCounts {
  readonly entitled: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
}

function isEnough(
  yes: number,
  { entitled, present }: Pick<BallotCounts, 'entitled' | 'present'>,
  majority: BallotMajority,
): boolean {
  if (majority === 'halfOfAll') return yes * 2 >= entitled;
  return yes * 2 > (majority === 'all' ? entitled : present);
}

function countsOf({ entitled, present, yes, no }: StepWords): BallotCounts {
  return { entitled: entitled ?? 0, present: present ?? 0, yes: yes ?? 0, no: no ?? 0 };
}

/**
 * Whether an assembly has carried something: enough of those who may vote were there, and enough said yes. Exactly two thirds
 * are enough to vote; exactly half is enough for `halfOfAll` alone, as what is “半数以上” has half in it (民法典 1259).
 */
export function isCarried(
  { entitled, present, yes }: BallotCounts,
  quorum: BallotQuorum,
  majority: BallotMajority,
): boolean {
  const isQuorate = quorum === 'half' ? present * 2 > entitled : present * 3 >= entitled * 2;
  return isQuorate && isEnough(yes, { entitled, present }, majority);
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
 * `MATTER_NOTICE_PAST`, `MATTER_REMEDY_EARLY`
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
  for (const field of neededOf(step, words))
    if (words[field] === undefined || words[field] === null)
      throw new DomainError('MATTER_STEP_VALUE', { pointer: `/${field}` });
  checks[step.kind]?.(step, words, { own, writtenBy, today });
}

function neededOf({ kind, question }: ServiceStepDto, { found }: StepWords): readonly (keyof StepWords)[] {
  if (kind === 'signatures' && question) return ['signed'];
  if (kind === 'remedies' && found) return ['agrees', 'text'];
  return neededOfKind[kind];
}

const neededOfKind: Readonly<Record<ServiceStepDto['kind'], readonly (keyof StepWords)[]>> = {
  record: ['text'],
  statements: ['agrees', 'text'],
  publicNotice: ['on', 'text'],
  signatures: ['adults', 'signed'],
  ballot: ['entitled', 'present', 'yes', 'no'],
  opinions: ['body', 'agrees'],
  remedies: ['on', 'text'],
  reward: ['benefit', 'text'],
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
};

/**
 * The last day of a right that ends so many months after a day: the same day of the month, or the last of a shorter month
 * (民法典 202).
 * @param since `YYYY-MM-DD`
 */
export function limitationOf(since: string, months: number): string {
  const [year = 0, month = 0, day = 0] = since.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const lastDay = last.getUTCDate();
  return daysLater(last.toISOString().slice(0, 10), Math.min(day, lastDay) - lastDay);
}

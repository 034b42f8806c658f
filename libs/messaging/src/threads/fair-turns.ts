import { type CallContext, DomainError } from '@gongxiang/domain';

/** Who asks for work, and until when they wait for it. */
export interface Asker {
  /** One budget each: a person's id, or the name of work that nobody asked for. */
  readonly person: string;
  /** In milliseconds since 1970; `Infinity` where nobody waits. */
  readonly deadline: number;
}

/** Who asks by a call: the person who is signed in, or else the address. */
export function askerOf({ actor, from, deadline }: CallContext): Asker {
  return { person: actor?.personId ?? from, deadline };
}

export interface TurnLimits {
  /** Tasks that run at a time, of all people together. */
  readonly atOnce: number;
  /** Tasks of one person that run at a time. */
  readonly atOncePerPerson: number;
  /** Tasks of one person that wait. */
  readonly waitingPerPersonMax: number;
  /** Tasks of all people that wait. */
  readonly waitingMax: number;
  /** Milliseconds of running that one person may use in a minute; null where nobody is refused for that. */
  readonly budgetMs: number | null;
}

interface Waiting {
  readonly asker: Asker;
  readonly begin: () => void;
  readonly refuse: (error: DomainError) => void;
}

interface Line {
  running: number;
  readonly waiting: Waiting[];
  /** Milliseconds used, of which the budget is forgiven each minute. */
  usedMs: number;
  usedAt: number;
}

const minuteMs = 60_000;
/** What is forgiven a minute where there is no budget: it is counted all the same, as it says who goes first. */
const forgivenMs = 20_000;
/**
 * Whoever has used so much in the last minute leaves the last free place to those who have not: small tasks need not wait
 * for large ones.
 */
const muchMs = 200;

/**
 * Whose task runs next: that of whoever has used least in the last minute, so somebody's first task waits for what is running,
 * and not for what others have waiting. Each person has a budget of running time beyond which they are refused.
 */
export class FairTurns {
  private running = 0;
  private waiting = 0;
  private readonly lines = new Map<string, Line>();
  /** The lines with somebody waiting, in the order of their turns. */
  private readonly round: Line[] = [];

  constructor(
    private readonly limits: TurnLimits,
    /** Milliseconds that only ever grow. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param work is started once, or not at all
   * @throws DomainError `BUSY` where too many tasks wait or the person's budget is used up, `TIME_UP` where the deadline
   *   has passed before the turn came
   */
  async take<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    const line = this.lineOf(asker.person);
    try {
      await this.turnOf(line, asker);
    } catch (error) {
      this.forget(asker.person, line);
      throw error;
    }
    const startedAt = this.now();
    try {
      return await work();
    } finally {
      this.running -= 1;
      line.running -= 1;
      line.usedMs = Math.min(minuteMs, this.usedMs(line) + this.now() - startedAt);
      this.startNext();
      this.forget(asker.person, line);
    }
  }

  private turnOf(line: Line, asker: Asker): Promise<void> {
    this.requireBudget(line);
    if (line.waiting.length >= this.limits.waitingPerPersonMax) throw busy(1);
    if (this.waiting >= this.limits.waitingMax) this.makeRoom(line);
    return new Promise((begin, refuse) => {
      if (line.waiting.length === 0) this.round.push(line);
      line.waiting.push({ asker, begin, refuse });
      this.waiting += 1;
      this.startNext();
    });
  }

  /** Where all places to wait are taken, whoever has the most of them gives up their last: few cannot lock out many. */
  private makeRoom(line: Line): void {
    const longest = this.round.reduce(
      (most, one) => (one.waiting.length > most.waiting.length ? one : most),
      line,
    );
    if (longest.waiting.length <= line.waiting.length + 1) throw busy(1);
    this.waiting -= 1;
    longest.waiting.pop()?.refuse(busy(1));
  }

  private startNext(): void {
    while (this.running < this.limits.atOnce) {
      const line = this.nextLine();
      const next = line?.waiting.shift();
      if (line === undefined || next === undefined) return;
      this.waiting -= 1;
      this.round.splice(this.round.indexOf(line), 1);
      if (line.waiting.length > 0) this.round.push(line);
      this.start(line, next);
    }
  }

  /** Whoever has used least goes first, and among equals whoever has waited for a turn longest. */
  private nextLine(): Line | undefined {
    const { atOnce, atOncePerPerson } = this.limits;
    const isLastPlace = atOnce > 1 && this.running === atOnce - 1;
    const free = this.round.filter(
      (line) => line.running < atOncePerPerson && !(isLastPlace && this.usedMs(line) >= muchMs),
    );
    return free.reduce<Line | undefined>(
      (least, one) => (least === undefined || this.usedMs(one) < this.usedMs(least) ? one : least),
      undefined,
    );
  }

  private start(line: Line, { asker, begin, refuse }: Waiting): void {
    if (Date.now() > asker.deadline) return refuse(timeUp());
    try {
      this.requireBudget(line);
    } catch (error) {
      return refuse(error as DomainError);
    }
    this.running += 1;
    line.running += 1;
    begin();
  }

  private requireBudget(line: Line): void {
    const { budgetMs } = this.limits;
    if (budgetMs === null) return;
    const overMs = this.usedMs(line) - budgetMs;
    if (overMs >= 0) throw busy(Math.ceil((overMs / budgetMs) * (minuteMs / 1_000)));
  }

  /** After what has been forgiven since it was last counted. */
  private usedMs(line: Line): number {
    const now = this.now();
    const forgiven = ((now - line.usedAt) / minuteMs) * (this.limits.budgetMs ?? forgivenMs);
    line.usedMs = Math.max(0, line.usedMs - forgiven);
    line.usedAt = now;
    return line.usedMs;
  }

  private lineOf(person: string): Line {
    const known = this.lines.get(person);
    if (known !== undefined) return known;
    if (this.lines.size >= this.limits.waitingMax) this.forgetForgiven();
    const line: Line = { running: 0, waiting: [], usedMs: 0, usedAt: this.now() };
    this.lines.set(person, line);
    return line;
  }

  /** What a person has used is kept for a minute or so, though they ask for no more. */
  private forgetForgiven(): void {
    for (const [person, line] of this.lines) this.forget(person, line);
  }

  private forget(person: string, line: Line): void {
    const isIdle = line.running === 0 && line.waiting.length === 0;
    if (isIdle && this.usedMs(line) === 0 && this.lines.get(person) === line) this.lines.delete(person);
  }
}

/**
 * Turns for work that takes little of the processor itself: half of the places are the most that one person takes, and a
 * quarter of the line. Nobody is refused for the time that it takes.
 */
export function fairTurns(atOnce: number, waitingMax: number): FairTurns {
  return new FairTurns({
    atOnce,
    atOncePerPerson: Math.ceil(atOnce / 2),
    waitingPerPersonMax: Math.ceil(waitingMax / 4),
    waitingMax,
    budgetMs: null,
  });
}

function busy(afterSeconds: number): DomainError {
  return new DomainError('BUSY', { retryAfterSeconds: Math.max(1, afterSeconds) });
}

export function timeUp(): DomainError {
  return new DomainError('TIME_UP', { retryAfterSeconds: 1 });
}

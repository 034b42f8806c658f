import { errors, type NatsConnection } from '@nats-io/transport-node';
import { aliveSubjectOf, type HeldAnswer, type HeldQuestion } from './wire.js';

/** A call that has waited for so long may be with a copy that is gone; most have their answer by then. */
const oldAfterMs = 1_000;
const everyMs = 500;
const answerWithinMs = 400;

export interface RespondersOptions {
  /** Where this caller's answers go: what a copy names the calls by that it holds. */
  readonly inbox: string;
  /** @returns the calls to a service that have waited at least for so long, by their ids */
  readonly waitingOf: (service: string, ms: number) => readonly number[];
  /** Told of calls that nobody will answer. */
  readonly lost: (ids: readonly number[]) => void;
}

/**
 * Finds out that a copy of a service died with calls in its hands: NATS knows at once that nobody listens any more where a copy
 * listened. A copy that is only busy still listens, and whoever holds a call says so; what none of those who live holds went with the
 * dead one. It costs nothing while answers come within a second.
 */
export class Responders {
  /** The copies of each service that have answered something. */
  private readonly known = new Map<string, Set<string>>();
  private readonly timer: NodeJS.Timeout;
  private isLooking = false;

  constructor(
    private readonly nats: NatsConnection,
    private readonly options: RespondersOptions,
  ) {
    this.timer = setInterval(() => void this.look(), everyMs);
    this.timer.unref();
  }

  /** A copy has answered. */
  heard(service: string, copy: string): void {
    const copies = this.known.get(service);
    if (copies === undefined) this.known.set(service, new Set([copy]));
    else copies.add(copy);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return; // an outage: who is away is known by other means
    this.isLooking = true;
    try {
      await Promise.all([...this.known.keys()].map((service) => this.lookAt(service)));
    } finally {
      this.isLooking = false;
    }
  }

  private async lookAt(service: string): Promise<void> {
    const ids = this.options.waitingOf(service, oldAfterMs);
    if (ids.length === 0) return;
    const copies = [...(this.known.get(service) ?? [])];
    const gone = new Set<string>();
    await Promise.all(copies.map(async (copy) => (await this.isGone(service, copy)) && gone.add(copy)));
    if (gone.size === 0) return;
    const answers = await this.ask(service, ids);
    if (answers === null) return;
    const isSilent = (copy: string): boolean => !gone.has(copy) && !answers.some((one) => one.copy === copy);
    // One that is busy may hold them: it is asked again at the next look.
    if (copies.some(isSilent)) return;
    for (const copy of gone) this.known.get(service)?.delete(copy);
    const held = new Set(answers.flatMap(({ ids: own }) => own));
    this.options.lost(ids.filter((id) => !held.has(id)));
  }

  /** Does nobody listen any more where this copy did? */
  private async isGone(service: string, copy: string): Promise<boolean> {
    try {
      await this.nats.request(aliveSubjectOf(service, copy), '', { timeout: answerWithinMs });
      return false;
    } catch (error) {
      return isNobodyThere(error);
    }
  }

  /** What every copy that lives holds of these; null where the connection is away, and nobody can say. */
  private async ask(service: string, ids: readonly number[]): Promise<HeldAnswer[] | null> {
    const question: HeldQuestion = { inbox: this.options.inbox, ids };
    const subject = aliveSubjectOf(service);
    const answers: HeldAnswer[] = [];
    try {
      const options = { strategy: 'timer', maxWait: answerWithinMs } as const;
      for await (const message of await this.nats.requestMany(subject, JSON.stringify(question), options))
        if (message.data.length > 0) answers.push(message.json<HeldAnswer>());
      return answers;
    } catch (error) {
      return isNobodyThere(error) ? [] : null;
    }
  }
}

function isNobodyThere(error: unknown): boolean {
  if (error instanceof errors.NoRespondersError) return true;
  return error instanceof errors.RequestError && error.isNoResponders();
}

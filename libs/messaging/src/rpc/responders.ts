import { errors, type NatsConnection } from '@nats-io/transport-node';
import { aliveSubjectOf, type HeldCallsReply, type HeldCallsQuery } from './wire.js';

/** A call older than this may be with a replica that is gone; most have their reply by then. */
const staleAfterMs = 1_000;
const intervalMs = 500;
const replyTimeoutMs = 400;

interface RespondersOptions {
  /** The caller's reply inbox, by which a replica identifies its calls. */
  readonly inbox: string;
  /** @returns the ids of calls to a service that have waited at least this long */
  readonly staleCalls: (service: string, ms: number) => readonly number[];
  /** Called with the ids of calls that nobody will answer. */
  readonly handleLost: (ids: readonly number[]) => void;
}

/**
 * Detects that a replica died with calls in its hands: NATS knows at once that nobody listens any more on the
 * replica's own subject. A busy replica still listens, and reports the calls that it holds; calls that no living
 * replica holds were lost with the dead one. This sends nothing while replies arrive within a second.
 */
export class Responders {
  /** The replicas of each service that have replied to something, and since when they are known to be gone. */
  private readonly replicas = new Map<string, Map<string, number | null>>();
  private readonly timer: NodeJS.Timeout;
  private isChecking = false;

  constructor(
    private readonly nats: NatsConnection,
    private readonly options: RespondersOptions,
  ) {
    this.timer = setInterval(() => void this.checkAll(), intervalMs);
    this.timer.unref();
  }

  /** Records that a replica has replied. */
  recordReply(service: string, copy: string): void {
    const members = this.replicas.get(service);
    if (members === undefined) this.replicas.set(service, new Map([[copy, null]]));
    else if (!members.has(copy)) members.set(copy, null);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async checkAll(): Promise<void> {
    if (this.isChecking) return; // an outage, which is detected elsewhere
    this.isChecking = true;
    try {
      await Promise.all([...this.replicas.keys()].map((service) => this.checkService(service)));
    } finally {
      this.isChecking = false;
    }
  }

  private async checkService(service: string): Promise<void> {
    const ids = this.options.staleCalls(service, staleAfterMs);
    if (ids.length === 0) return;
    const members = [...(this.replicas.get(service)?.keys() ?? [])];
    const gone = new Set<string>();
    await Promise.all(members.map(async (copy) => (await this.isGone(service, copy)) && gone.add(copy)));
    if (gone.size === 0) return;
    const answers = await this.heldCalls(service, ids);
    if (answers === null) return;
    const hasNotReported = (copy: string): boolean =>
      !gone.has(copy) && !answers.some((one) => one.copy === copy);
    // A busy replica may hold them: it is asked again in the next round.
    if (members.some(hasNotReported)) return;
    for (const copy of gone) this.forgetLater(service, copy);
    const held = new Set(answers.flatMap(({ ids: own }) => own));
    this.options.handleLost(ids.filter((id) => !held.has(id)));
  }

  /** It may hold calls that were sent right before it died: it is asked about until all of them are old enough to be looked at. */
  private forgetLater(service: string, copy: string): void {
    const members = this.replicas.get(service);
    const goneSince = members?.get(copy) ?? Date.now();
    if (Date.now() - goneSince > staleAfterMs) members?.delete(copy);
    else members?.set(copy, goneSince);
  }

  /** Whether nobody listens any more on the replica's own subject. */
  private async isGone(service: string, copy: string): Promise<boolean> {
    try {
      await this.nats.request(aliveSubjectOf(service, copy), '', { timeout: replyTimeoutMs });
      return false;
    } catch (error) {
      return isNoResponders(error);
    }
  }

  /** Which of these calls each living replica holds; null if the connection is down and nobody can tell. */
  private async heldCalls(service: string, ids: readonly number[]): Promise<HeldCallsReply[] | null> {
    const query: HeldCallsQuery = { inbox: this.options.inbox, ids };
    const subject = aliveSubjectOf(service);
    const answers: HeldCallsReply[] = [];
    try {
      const options = { strategy: 'timer', maxWait: replyTimeoutMs } as const;
      for await (const message of await this.nats.requestMany(subject, JSON.stringify(query), options))
        if (message.data.length > 0) answers.push(message.json<HeldCallsReply>());
      return answers;
    } catch (error) {
      return isNoResponders(error) ? [] : null;
    }
  }
}

function isNoResponders(error: unknown): boolean {
  if (error instanceof errors.NoRespondersError) return true;
  return error instanceof errors.RequestError && error.isNoResponders();
}

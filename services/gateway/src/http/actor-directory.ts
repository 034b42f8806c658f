import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  authChangedSubject,
  type ResolvedSessionView,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import type { Actor, CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { NATS } from '../config/tokens.js';
import type { Identity } from './edge-request.js';

type Known = Exclude<Identity, { kind: 'nobody' }>;

/** A caller whose session or key is alive. */
export interface Caller {
  readonly actor: Actor;
  /** What an API key may be used for; null for a session, which may be used for all. */
  readonly scopes: readonly string[] | null;
}

interface Entry {
  readonly answer: Promise<Caller | null>;
  readonly askedAt: number;
  isAnswered: boolean;
  personId: string | null;
}

/** How old an answer may be: the longest time that a revocation can take, should its message be lost. */
const keptMs = 30_000;
/** A question without an answer after this time may have been lost with its connection: nobody else waits for it then. */
const joinedMs = 1_000;
/** Beyond this many people at a time the oldest answers are forgotten: they cost one call to get back. */
const entriesMax = 100_000;

/** Knows, for half a minute, what each caller is; forgets at once when membership says that something changed. */
@Injectable()
export class ActorDirectory implements OnModuleInit {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly rpc: RpcClient,
    @Inject(NATS) private readonly nats: NatsConnection,
  ) {}

  onModuleInit(): void {
    this.nats.subscribe(authChangedSubject, {
      callback: (error, message) => {
        if (error === null) this.forget(message.json<{ personId: string }>().personId);
      },
    });
  }

  /**
   * Who is behind a token or key, with the roles that he holds now; null where the session or key is at an end.
   * @throws DomainError `UNAVAILABLE` where membership cannot be asked and nothing recent is known
   */
  async resolve(identity: Known, fresh: boolean, call: CallContext): Promise<Caller | null> {
    const key = keyOf(identity);
    const known = this.entries.get(key);
    if (!fresh && known && isGood(known)) return known.answer;
    const personId = identity.kind === 'session' ? identity.personId : null;
    const answer = this.ask(identity, call);
    const entry: Entry = { answer, askedAt: Date.now(), isAnswered: false, personId };
    this.remember(key, entry);
    try {
      const caller = await answer;
      entry.isAnswered = true;
      entry.personId = caller?.actor.personId ?? entry.personId;
      return caller;
    } catch (error) {
      if (this.entries.get(key) === entry) this.restore(key, known);
      throw error;
    }
  }

  /** Whose key this is; null where it has not been found alive. */
  ownerOfKey(hash: string): string | null {
    return this.entries.get(`k:${hash}`)?.personId ?? null;
  }

  private async ask(identity: Known, call: CallContext): Promise<Caller | null> {
    const request =
      identity.kind === 'session'
        ? { personId: identity.personId, sessionId: identity.sessionId }
        : { apiKeyHash: identity.hash };
    const { body } = await this.rpc.call<object, ResolvedSessionView>(sessionContract.resolve, request, call);
    if (!body.active || body.actor === null) return null;
    return { actor: body.actor, scopes: identity.kind === 'apiKey' ? body.scopes : null };
  }

  private remember(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size <= entriesMax) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }

  /** A failure is no knowledge: what was known before stands for as long as it would have, else the next caller asks. */
  private restore(key: string, known: Entry | undefined): void {
    if (known) this.entries.set(key, known);
    else this.entries.delete(key);
  }

  private forget(personId: string): void {
    // Whose a key is stands in the answer: one that is still awaited may be this person's, and be out of date.
    for (const [key, entry] of this.entries)
      if (entry.personId === personId || entry.personId === null) this.entries.delete(key);
  }
}

/** A token may name another person than its session's: what is known of the one is no answer for the other. */
function keyOf(identity: Known): string {
  return identity.kind === 'session' ? `s:${identity.sessionId}:${identity.personId}` : `k:${identity.hash}`;
}

function isGood({ askedAt, isAnswered }: Entry): boolean {
  return Date.now() - askedAt < (isAnswered ? keptMs : joinedMs);
}

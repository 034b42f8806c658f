import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  authChangedSubject,
  type ResolvedSessionView,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import type { Actor, CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { LRUCache } from 'lru-cache';
import { NATS } from '../config/tokens.js';
import type { Identity } from './edge-request.js';

type SignedInIdentity = Exclude<Identity, { kind: 'nobody' }>;

/** A caller with an active session or key. */
interface Caller {
  readonly actor: Actor;
  /** The scopes of an API key; null for a session, which is not restricted. */
  readonly scopes: readonly string[] | null;
}

interface Entry {
  readonly answer: Promise<Caller | null>;
  readonly requestedAt: number;
  /** Milliseconds after which it is asked for again. */
  usableMs: number;
  personId: string | null;
}

/** Maximum age of a cached answer, which is also how long a revocation can take if its message is lost. */
const maxAgeMs = 30_000;
/**
 * A refusal is asked about again sooner: membership may have answered from a copy of merges that is a second old, about
 * somebody who has just got their own account back.
 */
const refusalMaxAgeMs = 2_000;
/** A pending lookup older than this may have been lost with its connection: later callers start a new one. */
const pendingMaxMs = 1_000;
/** Beyond this many entries the longest unused are evicted: they cost one call to load again. */
const entriesMax = 100_000;

/** Caches callers and their roles for half a minute; invalidates them at once when membership reports a change. */
@Injectable()
export class ActorDirectory implements OnModuleInit {
  private readonly entries = new LRUCache<string, Entry>({ max: entriesMax });

  constructor(
    private readonly rpc: RpcClient,
    @Inject(NATS) private readonly nats: NatsConnection,
  ) {}

  onModuleInit(): void {
    this.nats.subscribe(authChangedSubject, {
      callback: (error, message) => {
        if (error === null) this.invalidate(message.json<{ personId: string | null }>().personId);
      },
    });
  }

  /**
   * Resolves a token or key to its person and their current roles; null if the session or key has ended.
   * @throws DomainError `UNAVAILABLE` if membership cannot be reached and no recent answer is cached
   */
  async resolve(identity: SignedInIdentity, fresh: boolean, call: CallContext): Promise<Caller | null> {
    const key = keyOf(identity);
    const cached = this.entries.get(key);
    if (!fresh && cached && isUsable(cached)) return cached.answer;
    const personId = identity.kind === 'session' ? identity.personId : null;
    const answer = this.load(identity, call);
    const entry: Entry = { answer, requestedAt: Date.now(), usableMs: pendingMaxMs, personId };
    this.entries.set(key, entry);
    try {
      const caller = await answer;
      entry.usableMs = caller === null ? refusalMaxAgeMs : maxAgeMs;
      entry.personId = caller?.actor.personId ?? entry.personId;
      return caller;
    } catch (error) {
      if (this.entries.peek(key) === entry) this.restore(key, cached);
      throw error;
    }
  }

  /** The owner of an API key; null if it has not been confirmed as active. */
  ownerOfKey(hash: string): string | null {
    return this.entries.get(`k:${hash}`)?.personId ?? null;
  }

  private async load(identity: SignedInIdentity, call: CallContext): Promise<Caller | null> {
    const request =
      identity.kind === 'session'
        ? { personId: identity.personId, sessionId: identity.sessionId }
        : { apiKeyHash: identity.hash };
    const { body } = await this.rpc.call<object, ResolvedSessionView>(sessionContract.resolve, request, call);
    if (!body.active || body.actor === null) return null;
    return { actor: body.actor, scopes: identity.kind === 'apiKey' ? body.scopes : null };
  }

  /** A failed lookup restores the previous entry with its age; without one the next caller asks again. */
  private restore(key: string, cached: Entry | undefined): void {
    if (cached) this.entries.set(key, cached);
    else this.entries.delete(key);
  }

  private invalidate(personId: string | null): void {
    if (personId === null) return this.entries.clear();
    // The owner of an API key is known only from the reply: a pending lookup may belong to this person and be outdated.
    for (const [key, entry] of this.entries)
      if (entry.personId === personId || entry.personId === null) this.entries.delete(key);
  }
}

/** Includes the person, as a token may name another person than its session's. */
function keyOf(identity: SignedInIdentity): string {
  return identity.kind === 'session' ? `s:${identity.sessionId}:${identity.personId}` : `k:${identity.hash}`;
}

function isUsable({ requestedAt, usableMs }: Entry): boolean {
  return Date.now() - requestedAt < usableMs;
}

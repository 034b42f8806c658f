import { type CallContext, type Clock, DomainError, systemCall } from '@gongxiang/domain';
import { continueTrace, currentTraceparent } from '@gongxiang/observability';
import type { DataSource } from 'typeorm';
import { writeAudit } from './audit.js';
import type { Batch } from './batches.js';
import type { Cipher } from './cipher.js';
import {
  addAnswers,
  boundedLockWait,
  type Claim,
  claimKeys,
  findAnswers,
  keepAnswers,
  keepRefusal,
  type KeptAnswer,
  nameOf,
  requestHash,
} from './idempotency.js';
import { inTransaction, settled } from './in-transaction.js';
import { Transaction } from './transaction.js';
import { type Turn, TurnsTaken } from './turns.js';

/** What came of a command: its view, and whether it made something or found it there. */
export interface Outcome<T> {
  readonly body: T;
  /** The thing was there already: a natural duplicate. */
  readonly existing: boolean;
  /** The answer is that of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** Returned by a use case instead of its view where it found, rather than made, what was asked for. */
export class Existing<T> {
  constructor(readonly body: T) {}
}

/** A request with who makes it, as it waits for its turn. */
export interface Called<Request> {
  readonly call: CallContext;
  readonly request: Request;
  readonly hash: string;
}

/** Its hash is made when it comes, not when all others wait for the lock. */
export function called<Request>(request: Request, call: CallContext): Called<Request> {
  return { request, call, hash: requestHash(request) };
}

/** The same within the transaction that it shares with others. */
export interface Asked<Request> {
  readonly tx: Transaction;
  readonly request: Request;
}

/** How requests of one kind are decided together. */
export interface Deciding<Request, Locked, T> {
  /**
   * Takes what keeps others away until all is committed. What it reads of those who ask may be sent right behind the lock:
   * PostgreSQL looks at that when it has the lock, and nobody waits for an answer in between.
   */
  readonly lock: (tx: Transaction, asked: readonly Asked<Request>[]) => Promise<Locked>;
  /** Decides for all of them, in their order; it has changed nothing for whom it refuses. */
  readonly decide: (
    asked: readonly Asked<Request>[],
    locked: Locked,
  ) => Promise<readonly (T | Existing<T> | DomainError)[]>;
}

/** What a transaction needs to know of a command's contract. */
export interface CommandContract {
  readonly subject: string;
  /** Then the use case is to compare the caller's version ({@link requireVersion}). */
  readonly shownBy?: unknown;
}

export interface CommandOptions<T> {
  /** What a replay shows, where the view holds a secret that must not be kept. */
  readonly keep?: (body: T) => T;
  /** At the thing that it will lock, where it is known before: it is waited for without a connection. */
  readonly turn?: Turn;
}

/** Opens the transactions of a service: one for each command, event and due work. */
export class Transactions {
  /** @param cipher seals the answers that are kept for a replay */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** Runs a command once per idempotency key, and writes what it changed to the audit trail, all in one transaction. */
  async command<T>(
    call: CallContext,
    contract: CommandContract,
    request: unknown,
    work: (tx: Transaction) => Promise<T | Existing<T>>,
    options: CommandOptions<T> = {},
  ): Promise<Outcome<T>> {
    const route = contract.subject;
    const hash = requestHash(request);
    let last: Transaction | undefined;
    try {
      return await inTransaction(
        this.dataSource,
        { ...this.scope(call), turns: new TurnsTaken(options.turn) },
        async (tx) => {
          last = tx;
          const [kept] = await claimKeys(this.cipher, route, [{ tx, hash }]);
          if (kept instanceof DomainError) throw kept;
          if (kept) return replayed<T>(kept);
          const outcome = made(await work(tx));
          if (contract.shownBy && !tx.hasComparedVersion)
            throw new Error(`${route} decides without a look at the version`);
          const { body, existing } = outcome;
          tx.send(writeAudit([tx], route));
          await keepAnswers(this.cipher, route, [
            { tx, hash, answer: { existing, body: options.keep ? options.keep(body) : body } },
          ]);
          return outcome;
        },
      );
    } catch (error) {
      if (error instanceof DomainError && last)
        await keepRefusal({ dataSource: this.dataSource, cipher: this.cipher }, last, route, { hash, error });
      throw error;
    }
  }

  /**
   * Runs a command of which no row tells who made it, neither one under its idempotency key nor one of the audit trail: rows
   * of one transaction are known by it. So the work says nothing to the audit trail, and done again it does no harm.
   */
  async nameless<T>(
    call: CallContext,
    work: (tx: Transaction) => Promise<T | Existing<T>>,
  ): Promise<Outcome<T>> {
    return inTransaction(this.dataSource, this.scope(call), async (tx) => {
      await tx.sql.query(boundedLockWait);
      const outcome = made(await work(tx));
      if (tx.changes.length > 0) throw new Error('what is done without a name is not in the audit trail');
      return outcome;
    });
  }

  /**
   * Runs commands of one kind together, in one database transaction with one commit; each has its own caller, key, audit
   * trail and answer, as if it had come alone. What is refused to one is his answer, and the others' effects stand.
   *
   * @returns an outcome or a refusal for each request, in their order
   * @throws what fails for all; then nothing was done for any
   */
  async commands<Request, Locked, T>(
    contract: { readonly subject: string },
    batch: Batch<Called<Request>>,
    { lock, decide }: Deciding<Request, Locked, T>,
  ): Promise<(Outcome<T> | DomainError)[]> {
    const route = contract.subject;
    const call = systemCall(currentTraceparent() ?? continueTrace(undefined));
    const turns = TurnsTaken.within(batch.turn);
    return inTransaction(this.dataSource, { ...this.scope(call), turns }, async (shared) => {
      const claims = batch.take().map(({ call, request, hash }) => ({ tx: shared.of(call), hash, request }));
      const { firsts, answerOf } = withoutRepeats(claims);
      const [locked, known] = await shared.ahead(boundedLockWait, [], () =>
        Promise.all([lock(shared, firsts), findAnswers(this.cipher, route, firsts)]),
      );
      const fresh = firsts.filter((_one, index) => known[index] === null);
      const results = await decide(fresh, locked);
      const outcomes = results.map((result) => (result instanceof DomainError ? result : made(result)));
      const transactions = fresh.map(({ tx }) => tx);
      shared.send(writeAudit(transactions, route));
      const added = addAnswers(
        this.cipher,
        route,
        outcomes.map((answer, index) => ({ ...atOf(fresh, index), answer })),
      );
      batch.sent();
      await added;
      shared.afterCommit(() => transactions.forEach((tx) => tx.committed()));
      let next = 0;
      const answers = known.map((kept) => {
        if (kept instanceof DomainError) return kept;
        return kept === null ? atOf(outcomes, next++) : replayed<T>(kept);
      });
      return claims.map((claim) => answerOf(claim, answers));
    });
  }

  /** Runs a query: consistent per statement, without a transaction, so that a read holds no connection while it thinks. */
  async read<T>(call: CallContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (Date.now() > call.deadline) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
    const tx = new Transaction(this.dataSource.manager, call, this.clock.now(), null);
    const found = await settled(tx, work);
    await tx.finish();
    return found;
  }

  /** Does a command's work to see what would come of it, and undoes it: nothing of it is kept, or told to anybody. */
  async tentatively<T>(call: CallContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(this.dataSource, this.scope(call), async (tx) => {
        throw new Undone(await settled(tx, work));
      });
    } catch (error) {
      if (error instanceof Undone) return error.result as T;
      throw error;
    }
  }

  /** Runs work that no person asked for: an event, something due, a background step. */
  async system<T>(traceparent: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, this.scope(systemCall(traceparent)), work);
  }

  private scope(call: CallContext): { call: CallContext; now: () => Date } {
    return { call, now: () => this.clock.now() };
  }
}

/** Ends a transaction whose work was only tried. */
class Undone extends Error {
  constructor(readonly result: unknown) {
    super('undone on purpose');
  }
}

function made<T>(result: T | Existing<T>): Outcome<T> {
  const existing = result instanceof Existing;
  return { body: existing ? result.body : result, existing, replayed: false };
}

function replayed<T>({ body, existing }: KeptAnswer): Outcome<T> {
  return { body: body as T, existing, replayed: true };
}

function atOf<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new Error('each request has one result');
  return one;
}

/**
 * Who asks twice under one key at the same moment has asked once.
 * @returns the first of each, and what each is told once those are answered
 */
function withoutRepeats<One extends Claim>(
  claims: readonly One[],
): {
  readonly firsts: readonly One[];
  readonly answerOf: <T>(
    claim: One,
    answers: readonly (Outcome<T> | DomainError)[],
  ) => Outcome<T> | DomainError;
} {
  const firstOf = new Map<string, One>();
  const firsts = claims.filter((claim) => {
    if (claim.tx.call.idempotencyKey === null) return true;
    const name = nameOf(claim.tx);
    if (firstOf.has(name)) return false;
    firstOf.set(name, claim);
    return true;
  });
  const positions = new Map(firsts.map((claim, index) => [claim, index]));
  return {
    firsts,
    answerOf: (claim, answers) => {
      const own = positions.get(claim);
      if (own !== undefined) return atOf(answers, own);
      const first = firstOf.get(nameOf(claim.tx));
      if (first === undefined || first.hash !== claim.hash) return new DomainError('IDEMPOTENCY_KEY_REUSED');
      const answer = atOf(answers, positions.get(first) ?? -1);
      return answer instanceof DomainError ? answer : { ...answer, replayed: true };
    },
  };
}

import { type CallContext, type Clock, DomainError, systemCall, timeUp } from '@gongxiang/domain';
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
  storeAnswers,
  storeRefusal,
  type StoredAnswer,
  keyIdentity,
  requestHash,
} from './idempotency.js';
import { inTransaction, settled } from './in-transaction.js';
import { Transaction } from './transaction.js';
import { type Turn, TurnsTaken } from './turns.js';

/** The result of a command: its view, and whether it created the thing or found it. */
export interface Outcome<T> {
  readonly body: T;
  /** The thing existed already: a natural duplicate. */
  readonly existing: boolean;
  /** This is the answer of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** Returned by a use case instead of its view if what was requested existed already. */
export class ExistingResult<T> {
  constructor(readonly body: T) {}
}

/** A request with its caller, waiting for its turn. */
export interface PendingRequest<Request> {
  readonly call: CallContext;
  readonly request: Request;
  readonly hash: string;
}

/** The hash is computed on arrival, not while others wait for the lock. */
export function pendingRequest<Request>(request: Request, call: CallContext): PendingRequest<Request> {
  return { request, call, hash: requestHash(request) };
}

/** A request within the transaction that it shares with others. */
export interface GroupedRequest<Request> {
  readonly tx: Transaction;
  readonly request: Request;
}

/** How requests of one kind are decided in one transaction. */
export interface GroupDecision<Request, Locked, T> {
  /**
   * Takes the lock that excludes others until the commit. What it reads for the callers may be sent right behind the
   * lock: PostgreSQL executes that once it has the lock, without a round trip in between.
   */
  readonly lock: (tx: Transaction, asked: readonly GroupedRequest<Request>[]) => Promise<Locked>;
  /** Decides all of them, in order; it must have changed nothing for those that it refuses. */
  readonly decide: (
    asked: readonly GroupedRequest<Request>[],
    locked: Locked,
  ) => Promise<readonly (T | ExistingResult<T> | DomainError)[]>;
}

/** The part of a command's contract that a transaction needs. */
export interface CommandContract {
  readonly subject: string;
  /** If set, the use case has to compare the caller's version ({@link requireVersion}). */
  readonly shownBy?: unknown;
}

export interface CommandOptions<T> {
  /** The body to replay if the view contains a secret that must not be stored. */
  readonly keep?: (body: T) => T;
  /** The turn at the aggregate that it will lock, if known beforehand: it is waited for without a connection. */
  readonly turn?: Turn;
}

/** Opens the transactions of a service: one per command, event and item of due work. */
export class Transactions {
  /** @param cipher seals the answers that are stored for replays */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  /** Runs a command once per idempotency key, and writes its changes to the audit trail, all in one transaction. */
  async command<T>(
    call: CallContext,
    contract: CommandContract,
    request: unknown,
    work: (tx: Transaction) => Promise<T | ExistingResult<T>>,
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
          const [stored] = await claimKeys(this.cipher, route, [{ tx, hash }]);
          if (stored instanceof DomainError) throw stored;
          if (stored) return replayed<T>(stored);
          const outcome = toOutcome(await work(tx));
          if (contract.shownBy && !tx.hasComparedVersion)
            throw new Error(`${route} decides without a look at the version`);
          const { body, existing } = outcome;
          tx.send(writeAudit([tx], route));
          await storeAnswers(this.cipher, route, [
            { tx, hash, answer: { existing, body: options.keep ? options.keep(body) : body } },
          ]);
          return outcome;
        },
      );
    } catch (error) {
      if (error instanceof DomainError && last)
        await storeRefusal({ dataSource: this.dataSource, cipher: this.cipher }, last, route, {
          hash,
          error,
        });
      throw error;
    }
  }

  /**
   * Runs a command without any trace of its caller, neither under an idempotency key nor in the audit trail, as rows
   * of one transaction can be correlated. So the work must not record changes, and must be harmless if repeated.
   */
  async untraced<T>(
    call: CallContext,
    work: (tx: Transaction) => Promise<T | ExistingResult<T>>,
  ): Promise<Outcome<T>> {
    return inTransaction(this.dataSource, this.scope(call), async (tx) => {
      await tx.sql.query(boundedLockWait);
      const outcome = toOutcome(await work(tx));
      if (tx.changes.length > 0) throw new Error('what is done without a name is not in the audit trail');
      return outcome;
    });
  }

  /**
   * Runs commands of one kind in one database transaction with one commit; each has its own caller, key, audit trail
   * and answer, as if it were alone. A refusal is the answer to that caller alone, and the effects of the others
   * stand.
   * @returns an outcome or a refusal for each request, in order
   * @throws the error that fails all of them; then nothing was done for any
   */
  async commands<Request, Locked, T>(
    contract: { readonly subject: string },
    batch: Batch<PendingRequest<Request>>,
    { lock, decide }: GroupDecision<Request, Locked, T>,
  ): Promise<(Outcome<T> | DomainError)[]> {
    const route = contract.subject;
    const call = systemCall(currentTraceparent() ?? continueTrace(undefined));
    const turns = TurnsTaken.within(batch.turn);
    return inTransaction(this.dataSource, { ...this.scope(call), turns }, async (shared) => {
      const claims = batch.take().map(({ call, request, hash }) => ({ tx: shared.of(call), hash, request }));
      const { firsts, answerOf } = mergeRepeats(claims);
      const [locked, stored] = await shared.ahead(boundedLockWait, [], () =>
        Promise.all([lock(shared, firsts), findAnswers(this.cipher, route, firsts)]),
      );
      const fresh = firsts.filter((_one, index) => stored[index] === null);
      const results = await decide(fresh, locked);
      const outcomes = results.map((result) => (result instanceof DomainError ? result : toOutcome(result)));
      const transactions = fresh.map(({ tx }) => tx);
      shared.send(writeAudit(transactions, route));
      const added = addAnswers(
        this.cipher,
        route,
        outcomes.map((answer, index) => ({ ...elementAt(fresh, index), answer })),
      );
      batch.sent();
      await added;
      shared.afterCommit(() => transactions.forEach((tx) => tx.committed()));
      let next = 0;
      const answers = stored.map((stored) => {
        if (stored instanceof DomainError) return stored;
        return stored === null ? elementAt(outcomes, next++) : replayed<T>(stored);
      });
      return claims.map((claim) => answerOf(claim, answers));
    });
  }

  /**
   * Runs a query: consistent per statement, without a transaction, so that a read holds no connection between its
   * statements.
   */
  async read<T>(call: CallContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (Date.now() > call.deadline) throw timeUp();
    const tx = new Transaction(this.dataSource.manager, call, this.clock.now(), null);
    const result = await settled(tx, work);
    await tx.finish();
    return result;
  }

  /** Runs a command's work to see its result, and rolls it back: nothing is stored, and nobody is notified. */
  async dryRun<T>(call: CallContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(this.dataSource, this.scope(call), async (tx) => {
        throw new Rollback(await settled(tx, work));
      });
    } catch (error) {
      if (error instanceof Rollback) return error.result as T;
      throw error;
    }
  }

  /** Runs work without a caller: an event, due work, a background step. */
  async system<T>(traceparent: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, this.scope(systemCall(traceparent)), work);
  }

  private scope(call: CallContext): { call: CallContext; now: () => Date } {
    return { call, now: () => this.clock.now() };
  }
}

/** Rolls back a tentative transaction. */
class Rollback extends Error {
  constructor(readonly result: unknown) {
    super('undone on purpose');
  }
}

function toOutcome<T>(result: T | ExistingResult<T>): Outcome<T> {
  const existing = result instanceof ExistingResult;
  return { body: existing ? result.body : result, existing, replayed: false };
}

function replayed<T>({ body, existing }: StoredAnswer): Outcome<T> {
  return { body: body as T, existing, replayed: true };
}

function elementAt<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new Error('each request has one result');
  return one;
}

/**
 * Merges requests that repeat a key within the batch.
 * @returns the first of each, and the answer of every request once those are decided
 */
function mergeRepeats<One extends Claim>(
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
    const name = keyIdentity(claim.tx);
    if (firstOf.has(name)) return false;
    firstOf.set(name, claim);
    return true;
  });
  const positions = new Map(firsts.map((claim, index) => [claim, index]));
  return {
    firsts,
    answerOf: (claim, answers) => {
      const own = positions.get(claim);
      if (own !== undefined) return elementAt(answers, own);
      const first = firstOf.get(keyIdentity(claim.tx));
      if (first === undefined || first.hash !== claim.hash) return new DomainError('IDEMPOTENCY_KEY_REUSED');
      const answer = elementAt(answers, positions.get(first) ?? -1);
      return answer instanceof DomainError ? answer : { ...answer, replayed: true };
    },
  };
}

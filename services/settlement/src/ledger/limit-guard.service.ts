import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, DomainError, partyKey, type Role } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from './actions.js';
import { nameOf } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { AccountRepository } from './account.repository.js';
import type { Posting } from './entry.model.js';
import type { AccountRow } from './ledger.entity.js';
import { changesOf, approvalRefusal, requireCover } from './limit.model.js';
import { LimitRepository } from './limit.repository.js';

/** Kinds that only execute an earlier decision, such as confirming that money arrived; limits do not apply to them. */
const executedKinds: readonly EntryKind[] = [
  'payment',
  'restored',
  'damage',
  'depositHeld',
  'depositKept',
  'depositReleased',
  'loanFee',
  'subsidyPaid',
  'subsidyDrawn',
  'subsidyReturned',
];

/** The part of an entry that the limits apply to. */
interface LimitedEntry {
  readonly kind: EntryKind;
  readonly unionId: string;
  /** The person who decided on it elsewhere; no decision is made here then. */
  readonly postedBy?: string;
  readonly postings: readonly Posting[];
}

/**
 * Enforces the limits on an entry that somebody decides on: the amount they may approve, and the overdraft of
 * accounts.
 */
@Injectable()
export class LimitGuard {
  constructor(
    private readonly limits: LimitRepository,
    private readonly accounts: AccountRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError 403 `AMOUNT_LIMIT` */
  async requireApprovalLimit(tx: Transaction, entry: LimitedEntry): Promise<void> {
    const [refusal] = await this.approvalRefusals(tx, [{ ...entry, actor: tx.call.actor }]);
    if (refusal instanceof DomainError) throw refusal;
  }

  /** The same for several entries, each with its own approver. @returns a refusal or null for each, in order */
  async approvalRefusals(
    tx: Transaction,
    entries: readonly (LimitedEntry & { readonly actor: Actor | null })[],
  ): Promise<(DomainError | null)[]> {
    const approving = entries.map((entry) => (isDecided(entry.actor, entry) ? approvesAt(entry.actor) : []));
    const held = [...new Set(approving.flat().map(({ unionId }) => unionId))];
    const limits = held.length === 0 ? new Map<string, bigint>() : await this.limits.limitsOf(tx, held);
    if (limits.size === 0) return entries.map(() => null);
    const unions = [...new Set(entries.map(({ unionId }) => unionId))];
    const paths = await this.limits.pathsOf(tx, unions);
    return entries.map((entry, index) => {
      const path = paths.get(entry.unionId);
      const above = (approving[index] ?? []).filter((role) => path?.startsWith(role.path));
      const standing = above.map(({ unionId }) => ({ limitFen: limits.get(unionId) ?? null }));
      const amountFen = entry.postings.reduce((sum, posting) => sum + posting.amountFen, 0n);
      return approvalRefusal(amountFen, standing);
    });
  }

  /**
   * Called under the lock of the accounts, so that concurrent entries see each other's postings.
   * @throws DomainError 409 `OVERDRAFT_LIMIT`
   */
  async requireCover(tx: Transaction, entry: LimitedEntry, accounts: readonly AccountRow[]): Promise<void> {
    if (!isDecided(tx.call.actor, entry)) return;
    const changes = changesOf(entry.postings);
    const taken = accounts.filter(({ id, purpose }) => purpose === 'current' && (changes.get(id) ?? 0n) < 0n);
    const rules = await this.limits.overdraftRules(
      tx,
      taken.map(({ id }) => id),
    );
    const limitOf = new Map(
      rules.flatMap(({ account_id: id, limit_fen: limit }) => (limit === null ? [] : [[id, limit] as const])),
    );
    if (limitOf.size === 0) return;
    const balances = await this.accounts.balancesOf(tx, [...limitOf.keys()]);
    const names = await this.references.parties(
      tx,
      balances.map(({ party }) => party),
    );
    requireCover(
      changes,
      balances.map(({ id, party, balance }) => ({
        accountId: id,
        party: nameOf(party, names),
        balanceFen: balance,
        limitFen: limitOf.get(id) ?? 0n,
      })),
    );
  }
}

function isDecided(actor: Actor | null, { kind, postedBy }: LimitedEntry): boolean {
  return actor !== null && postedBy === undefined && !executedKinds.includes(kind);
}

function approvesAt(actor: Actor | null): Role[] {
  const approving: readonly string[] = actions.approveCostPool.roles;
  return (actor?.roles ?? []).filter(({ role }) => approving.includes(role));
}

/** The owner of the account as `union:<id>`. */
export const partyOf = (row: AccountRow): string => partyKey({ kind: row.partyKind, id: row.partyId });

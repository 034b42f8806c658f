import { command, NoRequest, pageOf, PageRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { PersonName } from '../party-names.js';

/** Whether the chain of entries still holds. */
export class LedgerSealView {
  @Flag() intact: boolean;
  @Whole() sealedEntries: number;
  @Whole({ description: 'Committed since the last seal: true to themselves, not yet chained' })
  unsealedEntries: number;
  @Text({ nullable: true, description: 'The first thing that does not fit, e.g. `entry 019a…`' })
  broken: string | null;
  @Instant({ nullable: true }) lastSealAt: string | null;
  @Text({ nullable: true, description: 'The last seal: SHA-256, in hex' }) lastSeal: string | null;
}

/** What a reconciliation proves from the postings alone, in this order. */
export const reconciliationChecks = ['sums', 'snapshots', 'clearing', 'pools', 'closedAccounts'] as const;
export type ReconciliationCheck = (typeof reconciliationChecks)[number];
export const reconciliationStates = ['running', 'done'] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];

export class LedgerDifferenceView {
  @OneOf(reconciliationChecks, { name: 'ReconciliationCheck' }) check: ReconciliationCheck;
  @Text({ description: 'What differs: an account, a run or a pool, by id' }) subjectId: string;
  @Text({ description: 'What stands there, in fen' }) stated: string;
  @Text({ description: 'What the postings come to, in fen' }) found: string;
}

export class ReconciliationIdRequest {
  @Uuid() reconciliationId: string;
}

export class ReconciliationSummaryView {
  @Uuid() id: string;
  @OneOf(reconciliationStates, { name: 'ReconciliationState' }) state: ReconciliationState;
  @Whole({ description: 'Checks that are done' }) checksDone: number;
  @Whole() checksTotal: number;
  @Whole({ description: 'Things that were compared' }) compared: number;
  @Whole() differenceCount: number;
  @Instant() startedAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Uuid({ nullable: true, description: 'Null for those that come by themselves' }) requestedById:
    string | null;
  @PersonName() requestedBy: string | null;
  @Flag({ description: 'It came by itself, at night' }) nightly: boolean;
}

export class ReconciliationView extends ReconciliationSummaryView {
  @ListOf(() => LedgerDifferenceView, { max: 200, description: 'The first of each check' })
  differences: LedgerDifferenceView[];
}

export const ledgerProofContract = {
  verify: slow(
    query('settlement.ledger-proof.verify', NoRequest, LedgerSealView, {
      http: 'GET ledger/seal',
      tag: 'ledger',
      summary: 'Computes the chain of entries again',
    }),
  ),
  reconcile: command('settlement.ledger-proof.reconcile', NoRequest, ReconciliationView, {
    http: 'POST ledger/reconciliations',
    tag: 'ledger',
    summary: 'Proves balances, months, runs and pools from the postings, check by check',
    status: 202,
  }),
  listReconciliations: query(
    'settlement.ledger-proof.list-reconciliations',
    PageRequest,
    pageOf(ReconciliationSummaryView),
    {
      http: 'GET ledger/reconciliations',
      tag: 'ledger',
      summary: 'What was proved from the postings, the newest first',
    },
  ),
  getReconciliation: query(
    'settlement.ledger-proof.get-reconciliation',
    ReconciliationIdRequest,
    ReconciliationView,
    {
      http: 'GET ledger/reconciliations/:reconciliationId',
      tag: 'ledger',
      summary: 'A reconciliation with its progress and what it found',
    },
  ),
};

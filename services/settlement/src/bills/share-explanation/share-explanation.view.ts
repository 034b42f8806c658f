import type {
  ExplainedPaymentView,
  ExplainedPostingView,
  ShareExplanationView,
} from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import { partyKey, toWire } from '@gongxiang/domain';
import type { CostPoolRow, CostShareRow } from '../cost-pool/cost-pool.entity.js';
import { namedParty, type PartyNames, personName, withNames } from '../../reference/named-party.js';
import type { PersonNames } from '../../reference/reference.repository.js';
import type { Share } from '../../splits/split/split.model.js';
import { type TraceLocale, traceText } from '../../splits/split/split-trace.model.js';
import { placeView } from '../../splits/split/split-tree.view.js';
import { type ExplainedNode, hasOddFen, tieOrderOf } from './share-explanation.model.js';
import type { PaymentOfParty, PostingOfParty } from './share-explanation.repository.js';

/** A share with its inputs and everything that followed from it. */
export interface Explained {
  readonly pool: CostPoolRow;
  readonly rows: readonly CostShareRow[];
  readonly party: string;
  readonly share: Share;
  readonly paid: bigint;
  readonly nodes: readonly ExplainedNode[];
  readonly isReproduced: boolean;
  readonly agreementHash: string | null;
  readonly postedOn: string | null;
  readonly reversedBy: string | null;
  readonly postings: readonly PostingOfParty[];
  readonly payments: readonly PaymentOfParty[];
}

interface ExplanationContext {
  readonly names: PartyNames;
  readonly people: PersonNames;
  readonly title: string;
  readonly locale: TraceLocale;
}

/** The keys of all parties that the explanation names. */
export function keysIn({ rows, party, share, postings, payments }: Explained): string[] {
  return [
    party,
    ...rows.map(keyOf),
    ...share.trace.flatMap(({ params }) => (params['source'] === undefined ? [] : String(params['source']))),
    ...postings.flatMap(({ debit, credit }) => [debit, credit]),
    ...payments.flatMap(({ payer, payee }) => [payer, payee]),
  ];
}

export function explanationView(explained: Explained, context: ExplanationContext): ShareExplanationView {
  const { pool, party, share, paid, nodes, isReproduced, postings, payments } = explained;
  const { names, title, locale } = context;
  return {
    costPoolId: pool.id,
    state: pool.state,
    activityId: pool.activityId,
    title,
    party: namedParty(party, names),
    amount: toWire(share.amount),
    paid: toWire(paid),
    total: toWire(pool.totalFen ?? 0n),
    subsidy: pool.subsidyFen === null ? null : toWire(pool.subsidyFen),
    trace: share.trace.map((step) => traceText({ ...step, params: withNames(step.params, names) }, locale)),
    nodes: nodes.map(({ mine, others, weight, weightSum, ...node }) => ({
      ...placeView(node),
      weight,
      weightSum,
      others: toWire(others),
      mine: mine === null ? null : toWire(mine),
    })),
    reproduced: isReproduced,
    oddFen: hasOddFen(share.trace),
    ...factsView(explained, names),
    ...whoView(explained, context.people),
    postings: postings.map((posting) => postingView(posting, names)),
    payments: payments.map((payment) => paymentView(payment, names)),
  };
}

/** The rotation and facts that the share is based on. */
function factsView({ pool, rows }: Explained, names: PartyNames) {
  const usages = new Map(Object.entries(pool.usage ?? {}));
  return {
    rotation: pool.rotation,
    poolNumber: pool.sequence + 1,
    tieOrder: tieOrderOf(rows.map(keyOf), pool.rotation).map((key) => namedParty(key, names)),
    factsHash: pool.factsHash,
    facts: rows.map((row) => ({
      party: namedParty(keyOf(row), names),
      headcount: row.headcount,
      usage: usages.get(keyOf(row)) ?? null,
    })),
  };
}

/** The agreement, entry and people behind the share. */
function whoView({ pool, agreementHash, postedOn, reversedBy }: Explained, people: PersonNames) {
  const { agreementId, agreementVersion, entryId } = pool;
  return {
    agreementId,
    agreementVersion,
    agreementHash,
    entryId,
    postedOn,
    reversedBy,
    submittedBy: pool.submittedBy,
    submittedByName: personName(pool.submittedBy, people),
    submittedAt: pool.submittedAt?.toISOString() ?? null,
    approvedBy: pool.approvedBy,
    approvedByName: personName(pool.approvedBy, people),
    approvedAt: pool.approvedAt?.toISOString() ?? null,
  };
}

function postingView(posting: PostingOfParty, names: PartyNames): ExplainedPostingView {
  const { line, debit, credit, amountFen, incomeKind, nettingRunId, nettingMode, nettedAt } = posting;
  return {
    line,
    incomeKind,
    nettingRunId,
    nettingMode,
    debitParty: namedParty(debit, names),
    creditParty: namedParty(credit, names),
    amount: toWire(amountFen),
    nettedAt: nettedAt?.toISOString() ?? null,
  };
}

function paymentView(
  { payer, payee, amountFen, ...payment }: PaymentOfParty,
  names: PartyNames,
): ExplainedPaymentView {
  return {
    ...payment,
    payer: namedParty(payer, names),
    payee: namedParty(payee, names),
    amount: toWire(amountFen),
  };
}

function keyOf({ partyKind: kind, partyId: id }: CostShareRow): string {
  return partyKey({ kind, id });
}

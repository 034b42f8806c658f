import type {
  PreviewNettingRequest,
  PreviewNettingView,
} from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import type { SplitTreeView } from '@gongxiang/contracts/settlement/splits/split-tree.contract';
import type {
  PreviewSplitRequest,
  PreviewSplitView,
} from '@gongxiang/contracts/settlement/splits/split.contract';
import { DomainError, fromWire, type Locale, toWire } from '@gongxiang/domain';
import { threadTask } from '@gongxiang/messaging/threads';
import { netDebts } from '../netting/netting.model.js';
import { nettingText } from '../netting/netting-trace.model.js';
import { readAmounts, readRule } from '../../splits/split/incoming-rule.model.js';
import type { SplitInput } from '../../splits/split/rule.model.js';
import { splitCost, type SplitResult } from '../../splits/split/split.model.js';
import { type SplitNode, treeOf } from '../../splits/split/split-tree.model.js';
import { nodeView } from '../../splits/split/split-tree.view.js';
import { traceText } from '../../splits/split/split-trace.model.js';

export interface Previewed<Request> {
  readonly request: Request;
  readonly locale: Locale;
}

/** @throws DomainError `TOO_MANY` {max} if the response would be too long, and the errors of the split */
export function previewSplit({ request, locale }: Previewed<PreviewSplitRequest>): PreviewSplitView {
  return splitView(splitCost(splitOf(request)), locale);
}

/** @throws DomainError as `previewSplit` does */
export function previewTree({ request, locale }: Previewed<PreviewSplitRequest>): SplitTreeView {
  const input = splitOf(request);
  const result = splitCost(input);
  const nodes = treeOf({ ...input, ...result });
  requireShowable(nodes);
  return { ...splitView(result, locale), nodes: nodes.map(nodeView) };
}

/** @throws DomainError as netting does */
export function previewNetting({ request, locale }: Previewed<PreviewNettingRequest>): PreviewNettingView {
  const debts = request.debts.map(({ from, to, amount }, index) => ({
    from,
    to,
    amount: fromWire(amount, `/debts/${index}/amount`),
  }));
  const { transfers, balances, optimal, trace } = netDebts({
    mode: request.mode,
    hub: request.hub ?? null,
    debts,
  });
  return {
    transfers: transfers.map(({ from, to, amount }) => ({ from, to, amount: toWire(amount) })),
    balances: Object.fromEntries([...balances].map(([party, balance]) => [party, String(balance)])),
    optimal,
    trace: trace.map((step) => nettingText(step, locale)),
  };
}

const smallPartiesMax = 50;
const smallRuleCharactersMax = 1_000;
const smallDebtsMax = 200;
const smallNettedPartiesMax = 10;

/** The work grows with the parties and with the nodes of the rule, which are bounded by its length. */
function isSmallSplit({ request: { parties, rule } }: Previewed<PreviewSplitRequest>): boolean {
  return parties.length <= smallPartiesMax && JSON.stringify(rule).length <= smallRuleCharactersMax;
}

/** The minimal transfers are searched among all subsets of the parties: 2^10 are fast, 2^20 are not. */
function isSmallNetting({ request: { debts } }: Previewed<PreviewNettingRequest>): boolean {
  if (debts.length > smallDebtsMax) return false;
  return new Set(debts.flatMap(({ from, to }) => [from, to])).size <= smallNettedPartiesMax;
}

export const splitPreview = threadTask(import.meta.url, previewSplit, isSmallSplit);
export const treePreview = threadTask(import.meta.url, previewTree, isSmallSplit);
export const nettingPreview = threadTask(import.meta.url, previewNetting, isSmallNetting);

/** The maximum number of assignments in a tree; more would be unreadable and too large for a response. */
const assignmentsMax = 10_000;
/**
 * The maximum number of sentences in all traces together. A sentence takes about 60 bytes, at most 200; a NATS
 * message holds 8 MB.
 */
const stepsMax = 40_000;

function requireShowable(nodes: readonly SplitNode[]): void {
  const count = nodes.reduce((sum, { assignments }) => sum + assignments.length, 0);
  if (count > assignmentsMax) throw tooMany(assignmentsMax);
}

function splitOf(request: PreviewSplitRequest): SplitInput {
  return {
    total: fromWire(request.total, '/total'),
    parties: request.parties,
    rotation: request.rotation ?? 0,
    rule: readRule(request.rule),
    caps: readAmounts(request.caps, '/caps'),
    floors: readAmounts(request.floors, '/floors'),
  };
}

function splitView({ shares, subsidy }: SplitResult, locale: Locale): PreviewSplitView {
  const steps = shares.reduce((sum, { trace }) => sum + trace.length, 0);
  if (steps > stepsMax) throw tooMany(stepsMax);
  return {
    shares: shares.map(({ party, amount, trace }) => ({
      party,
      amount: toWire(amount),
      trace: trace.map((step) => traceText(step, locale)),
    })),
    subsidy: subsidy === null ? null : toWire(subsidy),
  };
}

function tooMany(max: number): DomainError {
  return new DomainError('TOO_MANY', { pointer: '/parties', params: { max } });
}

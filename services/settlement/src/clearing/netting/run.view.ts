import type {
  NettingLineView,
  NettingOverlapView,
  NettingProposalView,
  NettingRunSummaryView,
  NettingRunView,
  PartyBalanceView,
  PartyTransferView,
  StayedOutView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type Locale, partyKey, sum, toWire } from '@gongxiang/domain';
import { namedParty, nameOf, type PartyNames, personName, withNames } from '../../reference/named-party.js';
import type { KnownParty, PersonNames } from '../../reference/reference.repository.js';
import type { PayeeAccountRow } from '../payee-account/payee-account.entity.js';
import { standingOf } from '../payee-account/payee-account.model.js';
import { balancesOf, type Debt, type NettingResult, type Transfer } from './netting.model.js';
import { explainNetting, nettingText } from './netting-trace.model.js';
import { ownPartOf, type OwnParties } from './own-part.model.js';
import type { NettingLineRow, NettingRunRow, StayedOut } from './run.entity.js';

/** Names in a run: its union, hub and parties, and the people who proposed and confirmed it. */
export interface RunNames {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly people: PersonNames;
}

interface RunToShow {
  readonly row: NettingRunRow;
  readonly lines: readonly NettingLineRow[];
  readonly names: RunNames;
  /** Other proposals with the same debts. */
  readonly overlaps: readonly NettingOverlapView[];
  readonly own: OwnParties;
  /** Of the payees that are unions, by their keys. */
  readonly accounts: ReadonlyMap<string, PayeeAccountRow>;
  readonly locale: Locale;
}

/** The maximum number of transfers in a response; lines and payments have paged lists of their own. */
const shownMax = 1_000;
const linesShownMax = 200;
const stayedOutPartiesMax = 100;

/** The trace is not stored: it is derived from the lines and transfers, which never change. */
export function runView(run: RunToShow): NettingRunView {
  const { row, lines: all, names, overlaps, own, accounts, locale } = run;
  const lines = ownPartOf(all, own, ({ fromParty, toParty }) => [fromParty, toParty]);
  const debts = lines.map(({ fromParty: from, toParty: to, amountFen: amount }) => ({ from, to, amount }));
  const balances = [...balancesOf(debts)].filter(([party]) => own === null || own.has(party));
  const transfers = transfersOf(row, own);
  const { parties, people } = names;
  return {
    ...runSummary(row, names, own),
    lineCount: lines.length,
    overlaps: [...overlaps],
    payWithinDays: row.payWithinDays,
    withdrawnBy: row.withdrawnBy,
    withdrawReason: row.withdrawReason,
    withdrawnByName: personName(row.withdrawnBy, people),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    // What was left out concerns the others.
    stayedOut: own === null ? stayedOutViews(row.stayedOut, parties) : [],
    lines: lines.slice(0, linesShownMax).map((line) => lineView(line, parties)),
    transfers: transfers
      .slice(0, shownMax)
      .map((one) => ({ ...transferView(one, parties), ...standingOf(accounts.get(one.to) ?? null) })),
    balances: balanceViews(balances, parties),
    trace: own === null ? traceOf(row, debts, parties, locale) : [],
  };
}

/** What a proposal with these debts would be. */
export function proposalView(
  { transfers, balances, optimal }: NettingResult,
  { lineCount, stayedOut }: { readonly lineCount: number; readonly stayedOut: readonly StayedOut[] },
  parties: PartyNames,
): NettingProposalView {
  return {
    lineCount,
    optimal,
    transferCount: transfers.length,
    total: toWire(sum(transfers.map(({ amount }) => amount))),
    transfers: transferViews(transfers, parties),
    balances: balanceViews([...balances], parties),
    stayedOut: stayedOutViews(stayedOut, parties),
  };
}

function traceOf(row: NettingRunRow, debts: readonly Debt[], parties: PartyNames, locale: Locale): string[] {
  const { mode, optimal } = row;
  const transfers = transfersOf(row, null);
  return explainNetting({ mode, debts, transfers, balances: balancesOf(debts), optimal })
    .slice(0, shownMax)
    .map((step) => nettingText({ ...step, params: withNames(step.params, parties) }, locale));
}

function transfersOf({ transfers }: NettingRunRow, own: OwnParties): Transfer[] {
  const shown = ownPartOf(transfers, own, ({ from, to }) => [from, to]);
  return shown.map(({ from, to, amountFen }) => ({ from, to, amount: BigInt(amountFen) }));
}

function transferViews(transfers: readonly Transfer[], parties: PartyNames): PartyTransferView[] {
  return transfers.slice(0, shownMax).map((one) => transferView(one, parties));
}

function transferView({ from, to, amount }: Transfer, parties: PartyNames): PartyTransferView {
  return { from: namedParty(from, parties), to: namedParty(to, parties), amount: toWire(amount) };
}

function balanceViews(
  balances: readonly (readonly [party: string, balance: bigint])[],
  parties: PartyNames,
): PartyBalanceView[] {
  return balances.map(([party, balance]) => ({
    party: namedParty(party, parties),
    balance: toWire(balance),
  }));
}

function stayedOutViews(stayedOut: readonly StayedOut[], parties: PartyNames): StayedOutView[] {
  return stayedOut.map(({ reason, count, amountFen, parties: whose }) => ({
    reason,
    count,
    amount: toWire(BigInt(amountFen)),
    parties: whose.slice(0, stayedOutPartiesMax).map((key) => namedParty(key, parties)),
  }));
}

export function lineView(row: NettingLineRow, names: PartyNames): NettingLineView {
  const { number, entryId, line } = row;
  return {
    number,
    entryId,
    line,
    from: namedParty(row.fromParty, names),
    to: namedParty(row.toParty, names),
    amount: toWire(row.amountFen),
  };
}

/** The party keys of a run's union, its hub and the parties left out, for looking up names. */
export function keysOfRun({ unionId, hub, stayedOut }: NettingRunRow): string[] {
  return [unionKey(unionId), ...(hub === null ? [] : [hub]), ...keysOfStayedOut(stayedOut)];
}

export function keysOfStayedOut(stayedOut: readonly StayedOut[]): string[] {
  return stayedOut.flatMap(({ parties }) => parties.slice(0, stayedOutPartiesMax));
}

/** The keys of the parties of some lines. */
export function keysOfLines(lines: readonly NettingLineRow[]): string[] {
  return [...new Set(lines.flatMap(({ fromParty, toParty }) => [fromParty, toParty]))];
}

export function runSummary(
  row: NettingRunRow,
  { parties, people }: RunNames,
  own: OwnParties,
): NettingRunSummaryView {
  const transfers = transfersOf(row, own);
  const { id, version, mode, unionId, periodFrom, periodTo, state, optimal } = row;
  const { createdBy, confirmedBy, entryId } = row;
  return {
    id,
    version,
    mode,
    unionId,
    periodFrom,
    periodTo,
    state,
    optimal,
    createdBy,
    confirmedBy,
    entryId,
    unionName: nameOf(unionKey(unionId), parties),
    hub: row.hub === null ? null : namedParty(row.hub, parties),
    createdByName: personName(createdBy, people),
    confirmedByName: personName(confirmedBy, people),
    ownPart: own !== null,
    transferCount: transfers.length,
    total: toWire(sum(transfers.map(({ amount }) => amount))),
    createdAt: row.createdAt.toISOString(),
  };
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}

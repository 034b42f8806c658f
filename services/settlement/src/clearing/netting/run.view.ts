import type {
  NettingLineView,
  NettingOverlapView,
  NettingRunSummaryView,
  NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type Locale, partyKey, sum, toWire } from '@gongxiang/domain';
import { namedParty, nameOf, type PartyNames, personName, withNames } from '../../reference/named-party.js';
import type { PersonNames } from '../../reference/reference.repository.js';
import { balancesOf } from './netting.model.js';
import { explainNetting, nettingText } from './netting-trace.model.js';
import type { NettingLineRow, NettingRunRow } from './run.entity.js';

/** Names in a run: its union, hub and parties, and the people who proposed and confirmed it. */
export interface RunNames {
  readonly parties: PartyNames;
  readonly people: PersonNames;
}

interface RunToShow {
  readonly row: NettingRunRow;
  readonly lines: readonly NettingLineRow[];
  readonly names: RunNames;
  /** Other proposals with the same debts. */
  readonly overlaps: readonly NettingOverlapView[];
  readonly locale: Locale;
}

/** The maximum number of transfers in a response; lines and payments have paged lists of their own. */
const shownMax = 1_000;
const linesShownMax = 200;
const stayedOutPartiesMax = 100;

/** The trace is not stored: it is derived from the lines and transfers, which never change. */
export function runView({ row, lines, names, overlaps, locale }: RunToShow): NettingRunView {
  const debts = lines.map(({ fromParty: from, toParty: to, amountFen: amount }) => ({ from, to, amount }));
  const balances = balancesOf(debts);
  const transfers = row.transfers.map(({ from, to, amountFen }) => ({ from, to, amount: BigInt(amountFen) }));
  const { mode, optimal } = row;
  const { parties, people } = names;
  const trace = explainNetting({ mode, debts, transfers, balances, optimal });
  return {
    ...runSummary(row, names),
    lineCount: lines.length,
    overlaps: [...overlaps],
    payWithinDays: row.payWithinDays,
    withdrawnBy: row.withdrawnBy,
    withdrawReason: row.withdrawReason,
    withdrawnByName: personName(row.withdrawnBy, people),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    stayedOut: row.stayedOut.map(({ reason, count, amountFen, parties: whose }) => ({
      reason,
      count,
      amount: toWire(BigInt(amountFen)),
      parties: whose.slice(0, stayedOutPartiesMax).map((key) => namedParty(key, parties)),
    })),
    lines: lines.slice(0, linesShownMax).map((line) => lineView(line, parties)),
    transfers: transfers.slice(0, shownMax).map(({ from, to, amount }) => ({
      from: namedParty(from, parties),
      to: namedParty(to, parties),
      amount: toWire(amount),
    })),
    balances: [...balances].map(([party, balance]) => ({
      party: namedParty(party, parties),
      balance: toWire(balance),
    })),
    trace: trace
      .slice(0, shownMax)
      .map((step) => nettingText({ ...step, params: withNames(step.params, parties) }, locale)),
  };
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
  const whose = stayedOut.flatMap(({ parties }) => parties.slice(0, stayedOutPartiesMax));
  return [unionKey(unionId), ...(hub === null ? [] : [hub]), ...whose];
}

/** The keys of the parties of some lines. */
export function keysOfLines(lines: readonly NettingLineRow[]): string[] {
  return [...new Set(lines.flatMap(({ fromParty, toParty }) => [fromParty, toParty]))];
}

export function runSummary(row: NettingRunRow, { parties, people }: RunNames): NettingRunSummaryView {
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
    transferCount: row.transfers.length,
    total: toWire(sum(row.transfers.map(({ amountFen }) => BigInt(amountFen)))),
    createdAt: row.createdAt.toISOString(),
  };
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}

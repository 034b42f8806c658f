import type { NettingLineView, NettingRunSummaryView, NettingRunView } from '@gongxiang/contracts';
import { type Locale, partyKey, sum, toWire } from '@gongxiang/domain';
import { namedParty, nameOf, type PartyNames, withNames } from '../reference/named-party.js';
import { balancesOf } from './netting.model.js';
import { explainNetting, nettingText } from './netting-trace.model.js';
import type { NettingLineRow, NettingRunRow } from './run.entity.js';

export interface RunToShow {
  readonly row: NettingRunRow;
  readonly lines: readonly NettingLineRow[];
  readonly names: PartyNames;
  readonly locale: Locale;
}

/** A run may have more than one answer holds: lines and payments are listed page by page. */
const shownMax = 1_000;
const linesShownMax = 200;

/** The trace is not stored: it follows from the lines and the transfers, which never change. */
export function runView({ row, lines, names, locale }: RunToShow): NettingRunView {
  const debts = lines.map(({ fromParty: from, toParty: to, amountFen: amount }) => ({ from, to, amount }));
  const balances = balancesOf(debts);
  const transfers = row.transfers.map(({ from, to, amountFen }) => ({ from, to, amount: BigInt(amountFen) }));
  const { mode, optimal } = row;
  const trace = explainNetting({ mode, debts, transfers, balances, optimal });
  return {
    ...runSummary(row, names),
    lineCount: lines.length,
    lines: lines.slice(0, linesShownMax).map((line) => lineView(line, names)),
    transfers: transfers.slice(0, shownMax).map(({ from, to, amount }) => ({
      from: namedParty(from, names),
      to: namedParty(to, names),
      amount: toWire(amount),
    })),
    balances: [...balances].map(([party, balance]) => ({
      party: namedParty(party, names),
      balance: toWire(balance),
    })),
    trace: trace
      .slice(0, shownMax)
      .map((step) => nettingText({ ...step, params: withNames(step.params, names) }, locale)),
  };
}

export function lineView(row: NettingLineRow, names: PartyNames): NettingLineView {
  const { number, entryId, line } = row;
  return {
    ...{ number, entryId, line },
    from: namedParty(row.fromParty, names),
    to: namedParty(row.toParty, names),
    amount: toWire(row.amountFen),
  };
}

/** The union of a run as a key, by which its name is found. */
export function unionKey({ unionId }: NettingRunRow): string {
  return partyKey({ kind: 'union', id: unionId });
}

export function runSummary(row: NettingRunRow, names: PartyNames): NettingRunSummaryView {
  const {
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
  } = row;
  return {
    ...{ id, version, mode, unionId, periodFrom, periodTo, state, optimal, createdBy, confirmedBy, entryId },
    unionName: nameOf(unionKey(row), names),
    transferCount: row.transfers.length,
    total: toWire(sum(row.transfers.map(({ amountFen }) => BigInt(amountFen)))),
    createdAt: row.createdAt.toISOString(),
  };
}

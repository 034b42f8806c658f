import { Injectable } from '@nestjs/common';
import type {
  NettingOverlapView,
  NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { mayDo, partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../ledger/actions.js';
import { bookReach } from '../../reference/bookkeeping.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { PayeeAccountRepository } from '../payee-account/payee-account.repository.js';
import { type OwnParties, partiesWithin } from './own-part.model.js';
import type { NettingRunRow } from './run.entity.js';
import { NettingRunRepository } from './run.repository.js';
import { keysOfLines, keysOfRun, type RunNames, runView } from './run.view.js';

const overlapsMax = 20;

/** Views of runs, with names and with overlaps with other proposals. */
@Injectable()
export class RunViews {
  constructor(
    private readonly runs: NettingRunRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
    private readonly accounts: PayeeAccountRepository,
  ) {}

  /**
   * Returns the view and sends hints to the proposer, to those who see the run, and at its confirmation to the payers
   * and payees.
   */
  async viewAndHint(tx: Transaction, row: NettingRunRow, paths: readonly string[]): Promise<NettingRunView> {
    const { id, version, createdBy } = row;
    const audience = { rule: actions.seeLedger, paths, personIds: [createdBy] };
    await this.hints.send(tx, { resource: 'nettingRun', id, version }, audience);
    return this.view(tx, row, null);
  }

  /** @param own the parties whose part is shown; null for the whole run */
  async view(tx: Transaction, row: NettingRunRow, own: OwnParties): Promise<NettingRunView> {
    const lines = await this.runs.linesOf(tx, row.id);
    const names = await this.namesOf(tx, [row], keysOfLines(lines));
    const overlaps = row.state === 'proposed' && own === null ? await this.overlaps(tx, row.id) : [];
    const payees = row.transfers.map(({ to }) => to);
    const accounts = await this.accounts.ofParties(tx, payees);
    return runView({ row, lines, names, overlaps, own, accounts, locale: tx.call.locale });
  }

  /**
   * What of some runs the caller sees: all of a run of their union or below it, else the part of their own unions.
   * @param runs the path of each one's union, and its parties
   */
  async ownPartiesOf(
    tx: Transaction,
    runs: readonly { readonly path: string; readonly parties: readonly string[] }[],
  ): Promise<OwnParties[]> {
    const { actor } = tx.call;
    const isWhole = (path: string): boolean =>
      actor !== null && mayDo(actor, actions.seeLedger, { paths: [path] });
    const partly = runs.filter(({ path }) => !isWhole(path)).flatMap(({ parties }) => parties);
    if (partly.length === 0) return runs.map(() => null);
    const reach = await bookReach(tx, actions.seeLedger);
    const known = await this.references.parties(tx, [...new Set(partly)]);
    return runs.map(({ path, parties }) => (isWhole(path) ? null : partiesWithin(parties, known, reach)));
  }

  async namesOf(
    tx: Transaction,
    rows: readonly NettingRunRow[],
    partyKeys: readonly string[] = [],
  ): Promise<RunNames> {
    const keys = [...new Set([...partyKeys, ...rows.flatMap(keysOfRun)])];
    const personIds = rows.flatMap((row) => [row.createdBy, row.confirmedBy, row.withdrawnBy]);
    const parties = await this.references.parties(tx, keys);
    return { parties, people: await this.references.namesOf(tx, personIds) };
  }

  /** Other proposals with the same debts: the confirmer should know of them before either takes the debts. */
  private async overlaps(tx: Transaction, runId: string): Promise<NettingOverlapView[]> {
    const rows = await this.runs.overlaps(tx, runId, overlapsMax);
    const keyOfUnion = (id: string): string => partyKey({ kind: 'union', id });
    const unions = await this.references.parties(tx, [
      ...new Set(rows.map(({ union_id: unionId }) => keyOfUnion(unionId))),
    ]);
    return rows.map((row) => {
      const key = keyOfUnion(row.union_id);
      const path = unions.get(key)?.unionPath;
      const { actor } = tx.call;
      const sees = path !== undefined && actor !== null && mayDo(actor, actions.seeLedger, { paths: [path] });
      return {
        nettingRunId: sees ? row.run_id : null,
        unionName: nameOf(key, unions),
        lineCount: row.lines,
        amount: toWire(row.amount_fen),
      };
    });
  }
}

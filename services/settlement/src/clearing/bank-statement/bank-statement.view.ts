import { Injectable } from '@nestjs/common';
import type { BankStatementView } from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf, type PartyNames, personName } from '../../reference/named-party.js';
import { type PersonNames, ReferenceRepository } from '../../reference/reference.repository.js';
import type { BankStatementRow } from './bank-statement.entity.js';

/** Views of imports with the names of unions and people. */
@Injectable()
export class BankStatementViews {
  constructor(private readonly references: ReferenceRepository) {}

  async view(tx: Transaction, row: BankStatementRow): Promise<BankStatementView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('an import has a view');
    return view;
  }

  async views(tx: Transaction, rows: readonly BankStatementRow[]): Promise<BankStatementView[]> {
    const unions = await this.references.parties(tx, [
      ...new Set(rows.map(({ unionId }) => keyOfUnion(unionId))),
    ]);
    const people = await this.references.namesOf(
      tx,
      rows.map(({ importedBy }) => importedBy),
    );
    return rows.map((row) => statementView(row, unions, people));
  }
}

function keyOfUnion(id: string): string {
  return partyKey({ kind: 'union', id });
}

function statementView(row: BankStatementRow, unions: PartyNames, people: PersonNames): BankStatementView {
  const { id, version, unionId, account, state, encoding, lineCount, knownCount, usedCount } = row;
  const { skippedCount, skipped, firstOn, lastOn, importedBy } = row;
  return {
    id,
    version,
    unionId,
    account,
    state,
    encoding,
    lineCount,
    knownCount,
    usedCount,
    skippedCount,
    skipped,
    firstOn,
    lastOn,
    importedBy,
    unionName: nameOf(keyOfUnion(unionId), unions),
    importedByName: personName(importedBy, people),
    importedAt: row.importedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

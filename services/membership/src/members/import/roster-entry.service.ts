import { Injectable } from '@nestjs/common';
import {
  type PutRosterEntriesRequest,
  type PutRosterEntriesResponse,
  rosterEntryContract,
  type RosterEntryInput,
  type RosterEntryResult,
} from '@gongxiang/contracts/membership/members/roster-entry.contract';
import { type CallContext, DomainError, normaliseIdentifier } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { ChunkLoader } from './chunk-loader.js';
import { readRow } from './chunk-reader.model.js';
import type { RosterEntryRow } from './member-import.entity.js';
import type { RowReport } from './member-import.model.js';
import { RosterEntryRepository } from './roster-entry.repository.js';
import { EarlierRows } from './earlier-rows.model.js';
import { UnionDirectory } from './union-directory.js';

/** Enters members in batches from a program, by the rules of rosters. */
@Injectable()
export class RosterEntryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly entries: RosterEntryRepository,
    private readonly loader: ChunkLoader,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Each entry is decided by itself: one that is refused does not hold back the others. An entry that was sent before
   * under its key, with the same content, is answered as unchanged and not looked at again.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ENTRY_KEY_TWICE`, `MEMBER_REFUSALS_TOO_MANY`
   */
  @Handles(rosterEntryContract.put)
  put(request: PutRosterEntriesRequest, call: CallContext): Promise<Outcome<PutRosterEntriesResponse>> {
    // The stored request hash must not allow trying out resident numbers.
    const comparable = { keyed: this.personalData.hash('request', canonicalJson(request)) };
    return this.transactions.command(call, rosterEntryContract.put, comparable, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.importMembers, { paths: [union.path], visible: true });
      requireOpen(union, '/unionId');
      requireKeysOnce(request.entries);
      // Two batches with the same keys would overwrite each other.
      await this.unions.lockById(tx, union.id);
      const results = await this.putAll(tx, union, request.entries);
      const changed = results.filter(({ state }) => state === 'created' || state === 'updated').length;
      if (changed > 0)
        tx.audit({ noun: 'roster-entries', id: union.id, after: { entries: results.length, changed } });
      return new ExistingResult({ results });
    });
  }

  private async putAll(
    tx: Transaction,
    union: UnionRow,
    entries: readonly RosterEntryInput[],
  ): Promise<RosterEntryResult[]> {
    const known = await this.entries.find(
      tx,
      union.id,
      entries.map(({ key }) => key),
    );
    const results = new Map<string, RosterEntryResult>();
    const context = { unionId: union.id, directory: new UnionDirectory([]), now: tx.now };
    const pending: { input: RosterEntryInput; row: RosterEntryRow }[] = [];
    for (const input of entries) {
      const before = known.get(input.key);
      const row = this.rowOf(tx, union.id, input);
      if (before !== undefined && before.numberHash !== row.numberHash)
        results.set(input.key, refusalOf(input.key, 'ENTRY_KEY_OF_ANOTHER', 'residentNumber'));
      else if (before?.contentHash === row.contentHash)
        results.set(input.key, unchangedOf(input.key, before.personId));
      else pending.push({ input, row });
    }
    const place = { importId: null, dryRun: false, unionPath: union.path, requestedBy: tx.personId };
    const rows = pending.map(({ input }, index) => readRow(fileRowOf(input, index), context));
    const loaded = await this.loader.load(tx, place, rows, {
      choices: new Map(),
      earlier: new EarlierRows(),
    });
    const reports = new Map(loaded.map((report) => [report.rowNumber, report]));
    const taken: RosterEntryRow[] = [];
    pending.forEach(({ input, row }, index) => {
      const report = reports.get(index);
      if (report === undefined) return;
      results.set(input.key, resultOf(input.key, report));
      // A refused entry may be right tomorrow: it is looked at again whenever it is sent.
      if (report.state !== 'rejected' && report.state !== 'ambiguous')
        taken.push({ ...row, personId: report.personId });
    });
    await this.entries.save(tx, taken);
    return entries.flatMap(({ key }) => results.get(key) ?? []);
  }

  private rowOf(tx: Transaction, unionId: string, input: RosterEntryInput): RosterEntryRow {
    const { key, ...content } = input;
    return {
      unionId,
      key,
      contentHash: this.personalData.hash('request', canonicalJson(content)),
      numberHash: this.personalData.hash('residentNumber', normaliseIdentifier(input.residentNumber)),
      personId: null,
      updatedAt: tx.now,
    };
  }
}

function unchangedOf(key: string, personId: string | null): RosterEntryResult {
  return { key, state: 'unchanged', code: null, field: null, personId, warnings: [] };
}

function refusalOf(key: string, code: string, field: string): RosterEntryResult {
  return { key, state: 'rejected', code, field, personId: null, warnings: [] };
}

function resultOf(key: string, report: RowReport): RosterEntryResult {
  const { state, code, field, personId, warnings } = report;
  return { key, state, code, field, personId, warnings: [...warnings] };
}

function fileRowOf(input: RosterEntryInput, rowNumber: number): Parameters<typeof readRow>[0] {
  const { name, residentNumber, phone, validFrom, employmentKind } = input;
  return {
    rowNumber,
    isHidden: false,
    marks: {},
    cells: {
      name,
      residentNumber,
      phone: phone ?? '',
      validFrom: validFrom ?? '',
      employmentKind: employmentKind ?? '',
      union: '',
      enterprise: '',
      sex: '',
    },
  };
}

function requireKeysOnce(entries: readonly RosterEntryInput[]): void {
  const seen = new Set<string>();
  entries.forEach(({ key }, index) => {
    if (seen.has(key)) throw new DomainError('ENTRY_KEY_TWICE', { pointer: `/entries/${index}/key` });
    seen.add(key);
  });
}

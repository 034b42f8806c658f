import { Injectable } from '@nestjs/common';
import {
  recordImportContract,
  type RecordImportLine,
  type RecordImportLines,
  type RecordImportReport,
} from '@gongxiang/contracts/affairs/records/record-import.contract';
import { type CallContext, isSelf, mayDo, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type RecordMember, RecordRepository } from '../record/record.repository.js';
import { RecordSeal } from '../record/record-seal.js';
import { type NewRecord, RecordService } from '../record/record.service.js';
import { decidedLines, type ImportedPerson, recordNameOf } from './record-import.model.js';

interface Decided extends RecordImportReport {
  /** The unions of those who belong to one. */
  readonly members: ReadonlyMap<string, RecordMember>;
}

/**
 * Records of many members at once, from the lines of an officer's file. The file is read where the officer is, and is
 * never sent. The same lines once more enter nothing: what is on record is known by what it says.
 */
@Injectable()
export class RecordImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: RecordRepository,
    private readonly service: RecordService,
    private readonly seal: RecordSeal,
  ) {}

  @Handles(recordImportContract.preview)
  preview({ lines }: RecordImportLines, call: CallContext): Promise<RecordImportReport> {
    return this.transactions.read(call, async (tx) => {
      this.requireOfficer(tx);
      const decided = await this.decide(tx, lines);
      return { lines: decided.lines };
    });
  }

  @Handles(recordImportContract.enter)
  enter(request: RecordImportLines, call: CallContext): Promise<Outcome<RecordImportReport>> {
    return this.transactions.command(call, recordImportContract.enter, request, async (tx) => {
      this.requireOfficer(tx);
      await this.records.lockMembers(tx, peopleOf(request.lines));
      const { lines, members } = await this.decide(tx, request.lines);
      await this.service.enterAll(
        tx,
        request.lines.flatMap((line, index): NewRecord[] => {
          const member = members.get(line.personId);
          if (member === undefined || lines[index]?.outcome !== 'entered') return [];
          const { line: _number, personId, ...content } = line;
          return [{ personId, member, content }];
        }),
      );
      return { lines };
    });
  }

  private requireOfficer(tx: Transaction): void {
    const paths = reachOf(tx.call.actor, actions.importRecords);
    tx.authorise(actions.importRecords, { paths, visible: true });
  }

  private async decide(tx: Transaction, lines: readonly RecordImportLine[]): Promise<Decided> {
    const people = peopleOf(lines);
    const titles = [...new Set(lines.map(({ title }) => title))];
    const members = await this.records.membersOf(tx, people);
    const counts = await this.records.countsOf(tx, people);
    const names = new Map<string, Set<string>>();
    for (const row of await this.records.titled(tx, people, titles)) {
      const number = this.seal.open('number', row.id, row.sealedNumber);
      const known = names.get(row.personId) ?? new Set();
      names.set(row.personId, known.add(recordNameOf({ ...row, number })));
    }
    const { actor } = tx.call;
    const personOf = (personId: string): ImportedPerson => {
      const member = members.get(personId);
      return {
        isInReach:
          actor !== null &&
          member !== undefined &&
          mayDo(actor, actions.importRecords, { paths: [member.unionPath] }),
        isCaller: actor !== null && isSelf(actor, personId),
        count: counts.get(personId) ?? 0,
        names: names.get(personId) ?? new Set(),
      };
    };
    return { lines: decidedLines(lines, personOf), members };
  }
}

function peopleOf(lines: readonly RecordImportLine[]): string[] {
  return [...new Set(lines.map(({ personId }) => personId))];
}

import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChooseLeavingRequest,
  type DecideRowsRequest,
  type LeavingMemberView,
  type ListLeavingMembersRequest,
  type ListMemberImportRowsRequest,
  memberImportContract,
  type MemberImportRowView,
  type MemberImportView,
  type RowChoiceInput,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { noteLook, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { CandidateRepository } from './candidate.repository.js';
import { LeavingRepository } from './leaving.repository.js';
import type { MemberImportReportRow, MemberImportRow, RowChoiceRow } from './member-import.entity.js';
import { MemberImportRepository } from './member-import.repository.js';
import { auditOf, MemberImportService, viewOf } from './member-import.service.js';

/** They end in the transaction that begins the load. */
const endedMax = 200;

/** What officers look at and decide between the check of a roster and its load. */
@Injectable()
export class RosterReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly service: MemberImportService,
    private readonly imports: MemberImportRepository,
    private readonly candidates: CandidateRepository,
    private readonly leavingMembers: LeavingRepository,
    private readonly unions: UnionRepository,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(memberImportContract.rows)
  rows(request: ListMemberImportRowsRequest, call: CallContext): Promise<Page<MemberImportRowView>> {
    return this.transactions.read(call, async (tx) => {
      const { unionPath } = await this.service.seen(tx, request.importId);
      const rows = await this.imports.report(tx, request.importId, request);
      const choices = await this.imports.choices(
        tx,
        request.importId,
        rows.map(({ rowNumber }) => rowNumber),
      );
      const views = await this.viewsOf(tx, { unionPath, rows, choices });
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.row] });
    });
  }

  /** @throws DomainError `IMPORT_NOT_CHECKED`, `IMPORT_ROW_NOT_AMBIGUOUS`, `IMPORT_NOT_CANDIDATE` */
  @Handles(memberImportContract.decide)
  decide(request: DecideRowsRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.change(call, memberImportContract.decide, request, async (tx, row) => {
      const numbers = request.choices.map((choice) => choice.row);
      const reported = await this.imports.findReportRows(tx, row.id, numbers);
      const byNumber = new Map(reported.map((one) => [one.rowNumber, one]));
      const choices = request.choices.map((choice) => choiceOf(row.id, choice, byNumber.get(choice.row)));
      await this.imports.saveChoices(tx, [...new Map(choices.map((one) => [one.rowNumber, one])).values()]);
      return row;
    });
  }

  @Handles(memberImportContract.leaving)
  leaving(request: ListLeavingMembersRequest, call: CallContext): Promise<Page<LeavingMemberView>> {
    return this.transactions.read(call, async (tx) => {
      const { row, unionPath } = await this.service.seen(tx, request.importId);
      const place = { importId: row.id, unionPath };
      const found = await this.leavingMembers.list(tx, place, request);
      const seesNames = this.seesNames(tx, unionPath);
      const page = toPage(found, { limit: request.limit, cursorOf: (one) => [one.unionPath, one.id] });
      if (seesNames)
        noteLook(
          tx,
          'record',
          page.items.map(({ personId }) => personId),
        );
      return {
        ...page,
        items: page.items.map(({ name, maskedName, unionPath: _path, ...view }) => ({
          ...view,
          name: seesNames ? this.personalData.open(view.personId, 'name', name) : maskedName,
        })),
      };
    });
  }

  /** @throws DomainError `IMPORT_NOT_CHECKED`, `IMPORT_NOT_LEAVING`, `IMPORT_LEAVING_TOO_MANY` */
  @Handles(memberImportContract.chooseLeaving)
  chooseLeaving(request: ChooseLeavingRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.change(call, memberImportContract.chooseLeaving, request, async (tx, row) => {
      const union = await this.unions.findById(tx, row.unionId);
      const place = { importId: row.id, unionPath: union?.path ?? '' };
      if (request.ends && !(await this.leavingMembers.isAbsent(tx, place, request.memberId)))
        throw new DomainError('IMPORT_NOT_LEAVING', { pointer: '/memberId' });
      const ended = await this.leavingMembers.tick(tx, row.id, request);
      if (ended > endedMax) throw new DomainError('IMPORT_LEAVING_TOO_MANY', { params: { max: endedMax } });
      return { ...row, ended };
    });
  }

  /** Changes a checked import that the caller has seen. */
  private change<Request extends { readonly importId: string }>(
    call: CallContext,
    contract: typeof memberImportContract.decide | typeof memberImportContract.chooseLeaving,
    request: Request,
    work: (tx: Transaction, row: MemberImportRow) => Promise<MemberImportRow>,
  ): Promise<Outcome<MemberImportView>> {
    return this.transactions.command(call, contract, request, async (tx) => {
      const before = await this.service.lock(tx, request.importId);
      requireVersion(tx, before.version);
      if (before.state !== 'checked') throw new DomainError('IMPORT_NOT_CHECKED');
      const row = { ...(await work(tx, before)), version: before.version + 1 };
      await this.imports.update(tx, row);
      tx.audit({ noun: 'member-import', id: row.id, before: auditOf(before), after: auditOf(row) });
      return viewOf(row);
    });
  }

  private async viewsOf(
    tx: Transaction,
    {
      unionPath,
      rows,
      choices,
    }: {
      unionPath: string;
      rows: readonly MemberImportReportRow[];
      choices: readonly RowChoiceRow[];
    },
  ): Promise<MemberImportRowView[]> {
    const personIds = rows.flatMap(({ candidates }) => candidates.map(({ personId }) => personId));
    const named = await this.candidates.named(tx, unionPath, personIds);
    const seesNames = this.seesNames(tx, unionPath);
    const choiceOfRow = new Map(choices.map((one) => [one.rowNumber, one]));
    return rows.map(({ rowNumber: row, state, code, field, personId, hint, keptBecause, ...rest }) => ({
      row,
      state,
      code,
      field,
      personId,
      hint,
      keptBecause,
      warnings: [...rest.warnings],
      more: [...rest.more],
      // The kind of employment is for officers only.
      changes: rest.changes.map((one) =>
        one.field === 'employmentKind' && !seesNames ? { ...one, before: null, after: null } : one,
      ),
      candidates: rest.candidates.flatMap((one) => {
        const who = named.get(one.personId);
        if (who === undefined) return [];
        if (seesNames) noteLook(tx, 'record', [one.personId]);
        const name = seesNames ? this.personalData.open(one.personId, 'name', who.name) : who.maskedName;
        return [{ ...one, name, unionName: who.unionName }];
      }),
      choice: choiceOfRow.get(row)?.choice ?? null,
      chosenPersonId: choiceOfRow.get(row)?.personId ?? null,
    }));
  }

  private seesNames(tx: Transaction, unionPath: string): boolean {
    const { actor } = tx.call;
    return actor !== null && mayDo(actor, actions.importMembers, { paths: [unionPath] });
  }
}

function choiceOf(
  importId: string,
  { row, choice, personId }: RowChoiceInput,
  reported: MemberImportReportRow | undefined,
): RowChoiceRow {
  const params = { row };
  if (reported?.state !== 'ambiguous')
    throw new DomainError('IMPORT_ROW_NOT_AMBIGUOUS', { pointer: '/choices', params });
  // A number that fails its check belongs to nobody: such a row can only be about a candidate.
  const isNew = choice === 'new' && reported.code === 'MAYBE_KNOWN';
  const isCandidate =
    choice === 'same' && reported.candidates.some((candidate) => candidate.personId === personId);
  if (choice !== 'skip' && !isNew && !isCandidate)
    throw new DomainError('IMPORT_NOT_CANDIDATE', { pointer: '/choices', params });
  return { importId, rowNumber: row, choice, personId: isCandidate ? (personId ?? null) : null };
}

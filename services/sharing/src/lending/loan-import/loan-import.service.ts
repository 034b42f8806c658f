import { Injectable } from '@nestjs/common';
import {
  type ImportedLineView,
  type ImportLoansRequest,
  loanImportContract,
  type LoanImportView,
} from '@gongxiang/contracts/sharing/lending/loan-import.contract';
import {
  type CallContext,
  DomainError,
  type FieldProblem,
  isLastingRefusal,
  isUuid,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { attempt, dryRun } from '../loan/attempt.js';
import { LoanRequestService } from '../loan/loan-request.service.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BlockService } from '../resource/block.service.js';
import { BookingService } from '../resource/booking.service.js';
import { managedBy } from '../resource/resource.model.js';
import { type ImportRow, pointerOf, readImport } from './import-rows.js';

/** The remark of an imported loan, which is approved at once. */
const enteredByOwner = '由出借方从表格导入 / Imported by the owner';

/** Imports an owner's external calendar: loans and times out of service, through the same guard as any (E51). */
@Injectable()
export class LoanImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: LoanRequestService,
    private readonly blocks: BlockService,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * All rows or none; a dry run does the same and undoes it.
   * @throws DomainError `LOAN_IMPORT_REFUSED` with the problems by line
   */
  @Handles(loanImportContract.create)
  create(request: ImportLoansRequest, call: CallContext): Promise<Outcome<LoanImportView>> {
    return this.transactions.command(call, loanImportContract.create, request, async (tx) => {
      const { resource } = await this.booking.lock(tx, request.resourceId);
      const owner = await this.references.union(tx, resource.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
      const { rows, problems } = readImport(request.csv);
      const takeAll = (part: Transaction): Promise<Taken> => this.takeAll(part, resource.id, rows);
      const taken = await (request.dryRun ? dryRun(tx, takeAll) : takeAll(tx));
      const all = [...problems, ...taken.problems].sort(byLine);
      if (all.length > 0) {
        throw new DomainError('LOAN_IMPORT_REFUSED', { params: { count: all.length }, errors: all });
      }
      const lines = request.dryRun ? taken.lines.map((line) => ({ ...line, id: null })) : taken.lines;
      return { dryRun: request.dryRun, lines: [...lines] };
    });
  }

  /** Continues after a refused row, so that all problems are reported at once. */
  private async takeAll(tx: Transaction, resourceId: string, rows: readonly ImportRow[]): Promise<Taken> {
    const taken: Taken = { lines: [], problems: [] };
    for (const row of rows) {
      try {
        taken.lines.push(await attempt(tx, (part) => this.take(part, resourceId, row)));
      } catch (error) {
        if (!isLastingRefusal(error)) throw error;
        taken.problems.push({ pointer: pointerOf(row.line), code: error.code, params: error.params });
      }
    }
    return taken;
  }

  private async take(tx: Transaction, resourceId: string, row: ImportRow): Promise<ImportedLineView> {
    const { line, kind, purpose } = row;
    const [from, to] = [row.startsAt.toISOString(), row.endsAt.toISOString()];
    const fields = { line, kind, startsAt: from, endsAt: to, purpose };
    if (kind === 'block') {
      const { id } = await this.blocks.blockIn(tx, { resourceId, from, to, reason: purpose });
      return { ...fields, unionName: null, id };
    }
    const union = await unionOf(tx, row.union);
    const loan = await this.requests.lend(tx, {
      resourceId,
      borrowerUnionId: union.id,
      startsAt: from,
      endsAt: to,
      purpose,
      overrideReason: enteredByOwner,
    });
    return { ...fields, unionName: union.name, id: loan.id };
  }
}

interface Taken {
  readonly lines: ImportedLineView[];
  readonly problems: FieldProblem[];
}

/** By id, or by full name if it is unique. @throws DomainError `LOAN_IMPORT_UNION` */
async function unionOf(tx: Transaction, named: string): Promise<UnionRef> {
  const where = isUuid(named) ? { id: named } : { name: named };
  const found = named === '' ? [] : await tx.sql.find(UnionRef, { where, take: 2 });
  const [union] = found;
  if (union === undefined || found.length > 1) {
    throw new DomainError('LOAN_IMPORT_UNION', { params: { name: named } });
  }
  return union;
}

function byLine(left: FieldProblem, right: FieldProblem): number {
  const lineOf = ({ pointer }: FieldProblem): number => Number(pointer.split('/').at(-1));
  return lineOf(left) - lineOf(right);
}

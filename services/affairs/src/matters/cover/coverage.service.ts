import { Injectable } from '@nestjs/common';
import {
  coverageContract,
  type CoverageRequest,
  coverageUnionsMax,
  type CoverageView,
  type StateAudience,
} from '@gongxiang/contracts/affairs/matters/coverage.contract';
import { type ActionRule, type CallContext, DomainError, officesOf, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import {
  branchesOf,
  countedWithin,
  coverageFigures,
  coverageLines,
  monthsBegun,
} from './coverage-figures.js';
import { CoverageRepository } from './coverage.repository.js';

/** Whom care has reached in a year, of whom it is for: counted of matters, and of what unions say of their people. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly coverage: CoverageRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(coverageContract.get)
  get({ unionId, year }: CoverageRequest, call: CallContext): Promise<CoverageView> {
    return this.transactions.read(call, async (tx) =>
      this.view(tx, await this.requireUnion(tx, unionId, actions.seeFigures), year),
    );
  }

  @Handles(coverageContract.state)
  state(request: StateAudience, call: CallContext): Promise<Outcome<CoverageView>> {
    return this.transactions.command(call, coverageContract.state, request, async (tx) => {
      const { unionId, kind, year, count } = request;
      const union = await this.requireUnion(tx, unionId, actions.stateAudience);
      // Those above have people of their own: a number of theirs would be counted beside those below.
      if (!officesOf(tx.call.actor, actions.stateAudience).includes(unionId))
        throw new DomainError('NOT_PERMITTED');
      const before = await this.coverage.stated(tx, request);
      if (count === null) await this.coverage.takeBack(tx, request);
      else await this.coverage.state(tx, { unionId, year, kind, people: count });
      tx.audit({
        noun: 'cover-audience',
        id: unionId,
        before: before && { year, kind, people: before.people },
        after: count === null ? null : { year, kind, people: count },
      });
      return this.view(tx, union, year);
    });
  }

  private async requireUnion(tx: Transaction, unionId: string, action: ActionRule): Promise<UnionRef> {
    const union = await this.references.findUnion(tx, unionId);
    tx.authorise(action, { paths: union === null ? [] : [union.path] });
    if (union === null) throw new DomainError('NOT_FOUND');
    return union;
  }

  private async view(tx: Transaction, { id, name, path }: UnionRef, year: number): Promise<CoverageView> {
    const counted = {
      reached: await this.coverage.reached(tx, path, year),
      audiences: await this.coverage.audiences(tx, path, year),
    };
    const branches = branchesOf(await this.coverage.unions(tx, path), path);
    return {
      unionId: id,
      unionName: name,
      year,
      lines: coverageLines(counted, id, monthsBegun(year, shanghaiDate(tx.now))),
      unions: branches.slice(0, coverageUnionsMax).map((branch) => ({
        unionId: branch.id,
        unionName: branch.name,
        figures: coverageFigures(countedWithin(counted, branch.within)),
      })),
      mayState: officesOf(tx.call.actor, actions.stateAudience).includes(id),
    };
  }
}

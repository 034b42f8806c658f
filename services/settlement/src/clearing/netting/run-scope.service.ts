import { Injectable } from '@nestjs/common';
import type { CreateNettingRunRequest } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { DomainError, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { FreezeGuard } from '../freeze/freeze-guard.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { RunScope } from './run.repository.js';

/** Determines the scope and the hub of a requested run. */
@Injectable()
export class RunScopes {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly freezes: FreezeGuard,
  ) {}

  /**
   * The period, the subtree and the chosen parties, without excluded and frozen ones.
   * @throws DomainError `DATES_REVERSED`, `PARTY_CHOSEN_AND_EXCLUDED`
   */
  async scopeOf(tx: Transaction, request: CreateNettingRunRequest, unionPath: string): Promise<RunScope> {
    const { periodFrom, periodTo } = request;
    if (periodTo < periodFrom) throw new DomainError('DATES_REVERSED', { pointer: '/periodTo' });
    const parties = request.parties?.map(partyKey) ?? null;
    const excluded = (request.excluded ?? []).map(partyKey);
    const both = excluded.findIndex((key) => parties?.includes(key));
    if (both !== -1) throw new DomainError('PARTY_CHOSEN_AND_EXCLUDED', { pointer: `/excluded/${both}` });
    const frozen = await this.freezes.frozen(tx);
    return { periodFrom, periodTo, unionPath, parties, excluded: [...new Set(excluded)], frozen };
  }

  /**
   * The hub must lie below the union of the run or above it, so that nobody makes a stranger pay and collect the
   * debts of others.
   * @returns null if the mode has no hub
   * @throws DomainError `HUB_REQUIRED`, `HUB_OUT_OF_REACH`, `PARTY_FROZEN`, `REFERENCE_PENDING`
   */
  async hubOf(
    tx: Transaction,
    { mode, hub }: CreateNettingRunRequest,
    runPath: string,
  ): Promise<string | null> {
    if (mode !== 'hub') return null;
    if (!hub) throw new DomainError('HUB_REQUIRED', { pointer: '/hub' });
    const { unionPath } = await this.references.party(tx, hub, '/hub');
    if (!unionPath.startsWith(runPath) && !runPath.startsWith(unionPath))
      throw new DomainError('HUB_OUT_OF_REACH', { pointer: '/hub' });
    await this.freezes.requireFree(tx, [partyKey(hub)]);
    return partyKey(hub);
  }
}

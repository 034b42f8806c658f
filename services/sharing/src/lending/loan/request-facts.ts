import { Injectable } from '@nestjs/common';
import type { CreateLoanRequest } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { GroupedRequest, Transaction } from '@gongxiang/persistence';
import { type Mandated, mandatesFor } from '../../reference/mandate/acting.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import type { BookableResource } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { LoanGuard } from './loan-guard.js';
import { LoanRepository } from './loan.repository.js';
import type { LoanNames } from './loan.view.js';

/** The known borrowing unions, and the mandates by which others may request for them. */
export interface KnownBorrowers {
  readonly borrowers: ReadonlyMap<string, UnionRef>;
  readonly mandates: readonly Mandated[];
}

/** The facts shared by requests that are decided together. */
export interface RequestFacts extends KnownBorrowers {
  readonly overdueIds: ReadonlySet<string>;
  readonly names: LoanNames;
  /** Whoever lends; null if that is a person. */
  readonly owner: Pick<KnownParty, 'name' | 'active'> | null;
  /** Loans of others affect the next request. */
  readonly countsLoans: boolean;
}

const nothingKnown: Omit<RequestFacts, keyof KnownBorrowers> = {
  overdueIds: new Set(),
  names: { resources: new Map(), unions: new Map() },
  owner: null,
  countsLoans: false,
};

@Injectable()
export class RequestFactsReader {
  constructor(
    private readonly loans: LoanRepository,
    private readonly references: ReferenceRepository,
    private readonly guard: LoanGuard,
  ) {}

  /** @param locked null if there is no such resource */
  async of(
    tx: Transaction,
    asked: readonly GroupedRequest<CreateLoanRequest>[],
    locked: BookableResource | null,
  ): Promise<RequestFacts> {
    const ids = [...new Set(asked.map(({ request }) => request.borrowerUnionId))];
    if (locked === null) return { ...(await this.borrowers(tx, ids)), ...nothingKnown };
    const { resource } = locked;
    const [known, countsLoans] = await Promise.all([
      this.sides(tx, ids, resource),
      this.guard.readAhead(tx, resource),
    ]);
    return { ...known, countsLoans };
  }

  /** The facts of the borrowing unions and the lending one. */
  async sides(
    tx: Transaction,
    ids: readonly string[],
    { id, title, ownerUnionId, ownerKind, ownerId }: ResourceRow,
  ): Promise<Omit<RequestFacts, 'countsLoans'>> {
    const unions = await this.references.unionsOf(tx, [...ids, ownerUnionId]);
    const [mandates, overdueIds, owner] = await Promise.all([
      mandatesFor(tx, { scope: 'lending', forPaths: pathsOf(unions, ids) }),
      this.loans.overdueAmong(tx, ids, { id: ownerUnionId, path: unions.get(ownerUnionId)?.path ?? null }),
      this.references.standingOf(tx, { kind: ownerKind, id: ownerId }),
    ]);
    const names = {
      resources: new Map([[id, title]]),
      unions: new Map([...unions.values()].map((union) => [union.id, union.name])),
    };
    return { borrowers: unions, mandates, overdueIds, names, owner };
  }

  async borrowers(tx: Transaction, ids: readonly string[]): Promise<KnownBorrowers> {
    const borrowers = await this.references.unionsOf(tx, ids);
    const forPaths = pathsOf(borrowers, ids);
    return { borrowers, mandates: await mandatesFor(tx, { scope: 'lending', forPaths }) };
  }
}

function pathsOf(unions: ReadonlyMap<string, UnionRef>, ids: readonly string[]): string[] {
  return ids.flatMap((id) => unions.get(id.toLowerCase())?.path ?? []);
}

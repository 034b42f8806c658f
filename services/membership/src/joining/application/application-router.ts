import { Injectable } from '@nestjs/common';
import type {
  EmployerKind,
  RouteStepView,
  WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import type { WorkLine } from '@gongxiang/contracts/membership/joining/work-line';
import { type Coordinates, DomainError, rootPath } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { routeOf, sectorFor, type UnionOnTheWay, wayUp } from './application.model.js';
import { type FoundEnterprise, RouteRepository } from './route.repository.js';
import { workLineOf } from './work-line.model.js';

/** A workplace that is complete, and the way that follows from it. */
export interface Routed {
  readonly enterpriseId: string | null;
  readonly employerHidden: boolean;
  /** The union that decides, and those that follow; never empty. */
  readonly steps: readonly [UnionOnTheWay, ...UnionOnTheWay[]];
  /** For which line of work the first is the sector union, and who decides by the place; null where it is not asked as one. */
  readonly sector: { readonly workLine: WorkLine; readonly byPlace: UnionOnTheWay } | null;
}

/** Finds the union that decides on an application. */
@Injectable()
export class ApplicationRouter {
  constructor(private readonly repository: RouteRepository) {}

  /** @throws DomainError `APPLICATION_EMPLOYER`, `APPLICATION_PLACE`, `APPLICATION_WORK` */
  async route(tx: Transaction, workplace: WorkplaceDto): Promise<Routed> {
    requireComplete(workplace);
    const enterprise = await this.enterpriseOf(tx, workplace);
    const employerHidden = workplace.employerHidden === true;
    const position = positionOf(workplace);
    const areaUnionId = areaOf(workplace, enterprise);
    const enterprisePath = enterprise?.unionPath ?? null;
    const unions = await this.candidates(tx, { enterprisePath, areaUnionId, position });
    const [first, ...others] = routeOf(
      { kind: workplace.kind, enterprisePath, employerHidden, areaUnionId, position },
      unions,
    );
    // Only the root's enterprise has no union above that it could be hidden from: there the root decides after all.
    const decider = first ?? unions.find(({ path }) => path === rootPath);
    if (decider === undefined) throw new DomainError('NOT_FOUND');
    const way = { enterpriseId: enterprise?.id ?? null, employerHidden };
    const bySector = await this.bySector(tx, workplace, decider);
    return { ...way, ...(bySector ?? { steps: [decider, ...others], sector: null }) };
  }

  /** The way by the sector union for what somebody does; null where there is none, or another has been chosen. */
  private async bySector(
    tx: Transaction,
    workplace: WorkplaceDto,
    byPlace: UnionOnTheWay,
  ): Promise<Pick<Routed, 'steps' | 'sector'> | null> {
    const workLine = lineOf(workplace);
    if (workLine === null) return null;
    const unions = await this.repository.sectorUnions(tx, workLine, byPlace.path);
    const first = sectorFor(workLine, byPlace.path, unions);
    if (first === undefined || first.id === byPlace.id) return null;
    return { steps: [first, ...(await this.following(tx, first.path))], sector: { workLine, byPlace } };
  }

  private async enterpriseOf(
    tx: Transaction,
    { kind, enterpriseId }: WorkplaceDto,
  ): Promise<FoundEnterprise | null> {
    if (kind !== 'enterprise') return null;
    const enterprise = await this.repository.findEnterprise(tx, enterpriseId ?? '');
    if (enterprise === null) throw missingEmployer('enterpriseId');
    return enterprise;
  }

  /** The unions that follow if this one is silent. */
  async following(tx: Transaction, path: string): Promise<UnionOnTheWay[]> {
    return wayUp(path, await this.repository.unionsUpwards(tx, path));
  }

  private async candidates(
    tx: Transaction,
    of: {
      readonly enterprisePath: string | null;
      readonly areaUnionId: string | null;
      readonly position: Coordinates | null;
    },
  ): Promise<UnionOnTheWay[]> {
    const named = of.areaUnionId === null ? null : await this.repository.findUnion(tx, of.areaUnionId);
    const near =
      of.position === null ? [] : await this.repository.findDirect(tx, { q: null, position: of.position });
    const paths = [of.enterprisePath, named?.path, ...near.map(({ path }) => path), rootPath];
    const found = new Map<string, UnionOnTheWay>();
    for (const path of new Set(paths.flatMap((one) => one ?? [])))
      for (const union of await this.repository.unionsUpwards(tx, path)) found.set(union.id, union);
    return [...found.values()];
  }
}

export function stepOf({ id, name, tier }: UnionOnTheWay): RouteStepView {
  return { unionId: id, unionName: name, tier };
}

/** Whoever has no employer is led by what they do, unless they would rather be with the union of the place. */
function lineOf({ kind, work, bySector = true }: WorkplaceDto): WorkLine | null {
  return kind === 'none' && bySector ? workLineOf(work ?? '') : null;
}

/** The union of the named place; where nothing is said of the place, the one that maintains the record of the enterprise. */
function areaOf(workplace: WorkplaceDto, enterprise: FoundEnterprise | null): string | null {
  if (workplace.areaUnionId) return workplace.areaUnionId;
  return positionOf(workplace) === null && enterprise !== null ? enterprise.keeperUnionId : null;
}

/** Both or neither are given. */
export function positionOf({
  longitude,
  latitude,
}: Pick<WorkplaceDto, 'longitude' | 'latitude'>): Coordinates | null {
  return typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : null;
}

/** Refuses what is left out at its field. */
function requireComplete(workplace: WorkplaceDto): void {
  const missing = missingFields[workplace.kind].find(([field]) => !textOf(workplace, field));
  if (missing === undefined) return;
  const [field, code] = missing;
  throw new DomainError(code, { pointer: `/workplace/${field}` });
}

type Field = 'enterpriseId' | 'enterpriseName' | 'work' | 'place';

const place = ['place', 'APPLICATION_PLACE'] as const;
const employer = ['enterpriseName', 'APPLICATION_EMPLOYER'] as const;
/** What each kind of workplace has to name, and the refusal without it. */
const missingFields: Readonly<Record<EmployerKind, readonly (readonly [field: Field, code: string])[]>> = {
  enterprise: [['enterpriseId', 'APPLICATION_EMPLOYER']],
  notHere: [employer, place],
  noUnion: [employer, place],
  none: [['work', 'APPLICATION_WORK'], place],
};

function textOf(workplace: WorkplaceDto, field: Field): string {
  return workplace[field]?.trim() ?? '';
}

function missingEmployer(field: string): DomainError {
  return new DomainError('APPLICATION_EMPLOYER', { pointer: `/workplace/${field}` });
}

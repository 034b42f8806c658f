import { Injectable } from '@nestjs/common';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { programmeAwaitsDue } from '../awaits-due.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { SubsidyApplicationRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { nextApplicationState } from './subsidy-life.model.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { programmePaths } from './subsidy-reach.model.js';

/** Locking, authorising and saving programmes and applications; shared by their use cases. */
@Injectable()
export class ProgrammeAccess {
  constructor(
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly applications: SubsidyApplicationRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  /** Locks the programme until the commit. @throws DomainError `NOT_FOUND` */
  async lockProgramme(tx: Transaction, id: string): Promise<SubsidyProgrammeRow> {
    return (await this.programmes.lock(tx, id)) ?? notFound();
  }

  /** Locks an application and its programme, the programme first. @throws DomainError `NOT_FOUND` */
  async lockApplication(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly programme: SubsidyProgrammeRow; readonly application: SubsidyApplicationRow }> {
    const found = (await this.applications.find(tx, id)) ?? notFound();
    const programme = await this.lockProgramme(tx, found.programmeId);
    return { programme, application: (await this.applications.lock(tx, id)) ?? notFound() };
  }

  /**
   * Authorises an act on a programme at its giver. Everybody below the giver may see the programme once it is
   * published.
   */
  async authoriseAtGiver(
    tx: Transaction,
    { unionId, state }: Pick<SubsidyProgrammeRow, 'unionId' | 'state'>,
    rule: ActionRule,
  ): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const { actor } = tx.call;
    const visible =
      state === 'draft'
        ? maySee(actor, actions.seeSubsidies, [path])
        : maySee(
            actor,
            actions.seeSubsidyProgramme,
            programmePaths(path, actor, actions.seeSubsidyProgramme),
          );
    tx.authorise(rule, { paths: [path], visible });
  }

  /** Authorises reading a programme and acts open to everybody below its giver. */
  async authoriseBelow(
    tx: Transaction,
    { unionId, state }: Pick<SubsidyProgrammeRow, 'unionId' | 'state'>,
    rule: ActionRule = actions.seeSubsidyProgramme,
  ): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    if (state === 'draft') tx.authorise(actions.seeSubsidies, { paths: [path] });
    else tx.authorise(rule, { paths: programmePaths(path, tx.call.actor, rule) });
  }

  /** Authorises an act at one of the two unions of an application or subsidy. */
  async authoriseAt(
    tx: Transaction,
    rule: ActionRule,
    { unionId, sides }: { readonly unionId: string; readonly sides: readonly string[] },
  ): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const paths = await this.pathsOf(tx, sides);
    tx.authorise(rule, { paths: [path], visible: maySee(tx.call.actor, actions.seeSubsidies, paths) });
  }

  async pathsOf(tx: Transaction, unionIds: readonly string[]): Promise<string[]> {
    const unions = await Promise.all(unionIds.map((id) => this.references.union(tx, id)));
    return unions.map(({ path }) => path);
  }

  async saveProgramme(
    tx: Transaction,
    before: SubsidyProgrammeRow,
    changes: Partial<SubsidyProgrammeRow>,
  ): Promise<SubsidyProgrammeRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.programmes.update(tx, row);
    await awaitsMayChange(tx, programmeAwaitsDue, row.id);
    tx.audit({ noun: 'subsidyProgramme', id: row.id, before: recordOf(before), after: recordOf(row) });
    const hint = { resource: 'subsidyProgramme', id: row.id, version: row.version };
    await this.hints.send(tx, hint, {
      rule: actions.seeSubsidies,
      paths: await this.pathsOf(tx, [row.unionId]),
    });
    return row;
  }

  /** Saves an application; the caller saves the programme's total of awards. */
  async saveApplication(
    tx: Transaction,
    before: SubsidyApplicationRow,
    changes: Partial<SubsidyApplicationRow>,
  ): Promise<SubsidyApplicationRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.applications.update(tx, row);
    await awaitsMayChange(tx, programmeAwaitsDue, row.programmeId);
    const record = ({ state, grade, awardFen, reason }: SubsidyApplicationRow): Record<string, unknown> => ({
      state,
      grade,
      reason,
      awardFen: awardFen === null ? null : String(awardFen),
    });
    tx.audit({ noun: 'subsidyApplication', id: row.id, before: record(before), after: record(row) });
    const hint = { resource: 'subsidyApplication', id: row.id, version: row.version };
    const paths = await this.pathsOf(tx, [row.unionId]);
    await this.hints.send(tx, hint, { rule: actions.seeSubsidies, paths });
    return row;
  }

  /**
   * Ends undecided applications when the programme or its round ends.
   * @returns the awards that become available again
   */
  async lapse(
    tx: Transaction,
    programme: SubsidyProgrammeRow,
    states: readonly ('draft' | 'submitted' | 'proposed' | 'rejected')[],
  ): Promise<bigint> {
    let freedFen = 0n;
    for (const row of await this.applications.ofRound(tx, programme, states)) {
      freedFen += row.awardFen ?? 0n;
      await this.saveApplication(tx, row, {
        state: nextApplicationState(row.state, 'lapse'),
        awardFen: null,
      });
    }
    return freedFen;
  }
}

function notFound(): never {
  throw new DomainError('NOT_FOUND');
}

function recordOf({ state, round, awardedFen, title }: SubsidyProgrammeRow): Record<string, unknown> {
  return { state, round, title, awardedFen: String(awardedFen) };
}

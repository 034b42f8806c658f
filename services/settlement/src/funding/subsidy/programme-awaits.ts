import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { programmeAwaitsDue } from '../awaits-due.js';
import { awaitsOfProgramme } from './programme-awaits.model.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import type { SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';

/** Says whom a programme waits for. */
@Injectable()
export class ProgrammeAwaits {
  constructor(
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly applications: SubsidyApplicationRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(programmeAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.programmes.find(tx, id);
    if (row === null) return;
    const awaits = awaitsOfProgramme(row, await this.factsOf(tx, row), actions);
    await syncAwaits(tx, 'settlement', 'subsidyProgramme', [{ id, awaits }]);
  }

  private async factsOf(tx: Transaction, programme: SubsidyProgrammeRow) {
    const involved = await this.applications.involvedIn(tx, programme);
    return {
      undecided: await this.applications.undecided(tx, programme),
      involvedIds: await this.references.permittedAmong(
        tx,
        actions.approveSubsidies,
        [programme.unionId],
        involved,
      ),
      objectorIds: await this.programmes.objectorsOf(tx, programme.id),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import { awaitsOfApplication } from './application.model.js';
import { type ApplicationRecord, ApplicationRepository } from './application.repository.js';

/** Says whom an application waits for: the officers of the union that has it. */
@Injectable()
export class ApplicationAwaits {
  constructor(private readonly applications: ApplicationRepository) {}

  @OnDue(awaitsDue.application)
  async sync(tx: Transaction, id: string): Promise<void> {
    const application = await this.applications.findById(tx, id);
    const awaits =
      application === null ? [] : awaitsOfApplication(application, await this.deciderOf(tx, application));
    await syncAwaits(tx, 'membership', 'application', [{ id, awaits }]);
  }

  /** Nobody above decides over the head of the union, and nobody of the employer hears of what is hidden from it. */
  private async deciderOf(
    tx: Transaction,
    { unionId, hiddenPath }: Pick<ApplicationRecord, 'unionId' | 'hiddenPath'>,
  ): Promise<Whom> {
    const exceptIds =
      hiddenPath === null ? [] : await this.applications.officersOfEmployer(tx, unionId, hiddenPath);
    return officeAt(unionId, actions.seeApplication, { exceptIds, isHereAlone: true });
  }
}

import { Injectable } from '@nestjs/common';
import type {
  ApplicationStatusView,
  RouteStepView,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ApplicationAdmission } from './application-admission.js';
import { ApplicationPresenter } from './application-presenter.js';
import { type ApplicationRecord, ApplicationRepository } from './application.repository.js';
import { ApplicationRouter, stepOf } from './application-router.js';

/** What an applicant is shown. */
@Injectable()
export class ApplicationStatus {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly router: ApplicationRouter,
    private readonly admission: ApplicationAdmission,
    private readonly presenter: ApplicationPresenter,
  ) {}

  async view(tx: Transaction, applicationId: string): Promise<ApplicationStatusView> {
    const record = await this.applications.findById(tx, applicationId);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.statusOf(tx, record, {
      turns: await this.applications.turns(tx, applicationId),
      next: await this.next(tx, record),
      showsTransfer: await this.showsTransfer(tx, record),
    });
  }

  /** The unions that follow while one has to decide. */
  async next(tx: Transaction, { state, union }: ApplicationRecord): Promise<RouteStepView[]> {
    return state === 'waiting' ? (await this.router.following(tx, union.path)).map(stepOf) : [];
  }

  /**
   * Whether the applicant is told that they belong to another union: only where they have proven the phone that is on record.
   * Otherwise somebody with another's name and number could find out.
   */
  private async showsTransfer(tx: Transaction, record: ApplicationRecord): Promise<boolean> {
    if (record.state !== 'transfer') return false;
    const person = await this.admission.personOf(tx, record);
    return person !== null && person.phoneHash !== null && person.phoneHash === record.phoneHash;
  }
}

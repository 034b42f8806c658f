import { Injectable } from '@nestjs/common';
import type { ErasureSteps } from '@gongxiang/messaging/events';
import { StoredFiles } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { VacancyInterestService } from '../listings/vacancy-interest/vacancy-interest.service.js';
import { CommentWaits } from '../bulletins/commenting/comment-waits.js';
import { CircleWaits } from '../circles/circle/circle-waits.js';
import { MatterRepository } from '../matters/matter/matter.repository.js';
import { OccasionWaits } from '../matters/occasion/occasion-waits.js';
import { ServiceHandlerService } from '../matters/service-handler/service-handler.service.js';
import { RecordWaits } from '../records/record/record-waits.js';
import { VisitWaits } from '../records/visit/visit-waits.js';
import { WorkRepository } from '../works/work/work.repository.js';
import { Triage } from '../matters/triage/triage.service.js';
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

/**
 * What erasing a person does in this service, beside rows: the papers of their matters and the files of their works go, counts of words forget
 * them while their matters can still be opened, what they had in hand as somebody named for a service is given back, and neither their
 * interests in vacancies nor their requests to join circles nor their comments to be checked nor their records to be verified nor what
 * was promised on visits to them nor what they told their union wait any more.
 */
@Injectable()
export class PersonErasureSteps implements ErasureSteps {
  readonly plan = erasurePlan;
  readonly data = personData;

  constructor(
    private readonly matters: MatterRepository,
    private readonly triage: Triage,
    private readonly handlers: ServiceHandlerService,
    private readonly works: WorkRepository,
    private readonly interests: VacancyInterestService,
    private readonly files: StoredFiles,
    private readonly circleWaits: CircleWaits,
    private readonly occasionWaits: OccasionWaits,
    private readonly commentWaits: CommentWaits,
    private readonly recordWaits: RecordWaits,
    private readonly visitWaits: VisitWaits,
  ) {}

  async prepare(tx: Transaction, personId: string): Promise<void> {
    await this.triage.forgetPerson(tx, personId);
    await this.handlers.forgetPerson(tx, personId);
    await this.interests.forgetPerson(tx, personId);
    await this.circleWaits.forgetPerson(tx, personId);
    await this.occasionWaits.forgetPerson(tx, personId);
    await this.commentWaits.forgetPerson(tx, personId);
    await this.recordWaits.forgetPerson(tx, personId);
    await this.visitWaits.forgetPerson(tx, personId);
    await this.files.forget(tx, [
      ...(await this.matters.filesOfPerson(tx, personId)),
      ...(await this.works.filesOfPerson(tx, personId)),
    ]);
  }
}

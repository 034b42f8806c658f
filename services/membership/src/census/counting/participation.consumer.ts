import { Injectable } from '@nestjs/common';
import { type AttendanceRecorded, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ParticipationService } from './participation.service.js';

/** Hears who came to an activity. */
@Consumer('census-participation-consumer')
@Injectable()
export class ParticipationConsumer {
  constructor(private readonly participation: ParticipationService) {}

  @Consumes(sharingEvents.attendanceRecorded)
  attendanceRecorded(tx: Transaction, { facts }: AttendanceRecorded): Promise<void> {
    return this.participation.record(tx, facts);
  }
}

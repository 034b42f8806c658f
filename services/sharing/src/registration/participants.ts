import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityHints } from '../activity/activity.hints.js';
import { RegistrationRepository } from './registration.repository.js';

/** Lets those who are registered, or wait for a seat, hear of it when their activity changes. */
@Injectable()
export class Participants implements OnModuleInit {
  constructor(
    private readonly hints: ActivityHints,
    private readonly registrations: RegistrationRepository,
  ) {}

  onModuleInit(): void {
    this.hints.findParticipantsBy((tx, activityId) => this.registrations.participantsOf(tx, activityId));
  }
}

import { Module } from '@nestjs/common';
import { PendingChangeDesk } from './pending-change.desk.js';
import { PendingChangeRepository } from './pending-change.repository.js';

/** On its own: roles, unions and enterprises propose changes, and deciding on one needs all three. */
@Module({
  providers: [PendingChangeRepository, PendingChangeDesk],
  exports: [PendingChangeRepository, PendingChangeDesk],
})
export class PendingChangeRepositoryModule {}

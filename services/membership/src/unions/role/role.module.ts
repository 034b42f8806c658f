import { Module } from '@nestjs/common';
import { PendingChangeRepositoryModule } from '../pending-change/pending-change-repository.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { UnionModule } from '../union/union.module.js';
import { RoleController } from './role.controller.js';
import { RoleEnding } from './role-ending.js';
import { RoleRepository } from './role.repository.js';
import { RoleService } from './role.service.js';
import { RoleWriter } from './role-writer.js';

@Module({
  imports: [PersonModule, UnionModule, PendingChangeRepositoryModule],
  controllers: [RoleController],
  providers: [RoleService, RoleRepository, RoleWriter, RoleEnding],
  exports: [RoleEnding, RoleRepository, RoleWriter],
})
export class RoleModule {}

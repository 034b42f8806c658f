import { Module } from '@nestjs/common';
import { PersonModule } from '../person/person.module.js';
import { UnionModule } from '../union/union.module.js';
import { RoleController } from './role.controller.js';
import { RoleEnding } from './role-ending.js';
import { RoleRepository } from './role.repository.js';
import { RoleService } from './role.service.js';

@Module({
  imports: [PersonModule, UnionModule],
  controllers: [RoleController],
  providers: [RoleService, RoleRepository, RoleEnding],
  exports: [RoleEnding],
})
export class RoleModule {}

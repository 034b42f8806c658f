import { Module } from '@nestjs/common';
import { CryptoModule } from '../../persons/crypto/crypto.module.js';
import { EnterpriseModule } from '../enterprise/enterprise.module.js';
import { RoleModule } from '../role/role.module.js';
import { UnionModule } from '../union/union.module.js';
import { PendingChangeController } from './pending-change.controller.js';
import { PendingChangePresenter } from './pending-change.presenter.js';
import { PendingChangeReader } from './pending-change.reader.js';
import { PendingChangeRepositoryModule } from './pending-change-repository.module.js';
import { PendingChangeService } from './pending-change.service.js';

@Module({
  imports: [CryptoModule, PendingChangeRepositoryModule, RoleModule, UnionModule, EnterpriseModule],
  controllers: [PendingChangeController],
  providers: [PendingChangeService, PendingChangeReader, PendingChangePresenter],
})
export class PendingChangeModule {}

import { Module } from '@nestjs/common';
import { EnterpriseRepository } from './enterprise.repository.js';

/** On its own, as the union needs it for its size class and the enterprise needs the union. */
@Module({ providers: [EnterpriseRepository], exports: [EnterpriseRepository] })
export class EnterpriseRepositoryModule {}

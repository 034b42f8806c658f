import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { CardIssuing } from './card-issuing.js';
import { CardRepository } from './card.repository.js';
import { CardService } from './card.service.js';

@Module({
  imports: [PersonsModule],
  providers: [CardService, CardIssuing, CardRepository],
})
export class CardModule {}

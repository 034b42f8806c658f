import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { AvailabilityService } from './availability.service.js';
import { BookingRepository } from './booking.repository.js';
import { BookingService } from './booking.service.js';
import { GrantRepository } from './grant.repository.js';
import { GrantService } from './grant.service.js';
import { OfferDesk } from './offer-desk.js';
import { ResourceController } from './resource.controller.js';
import { ResourceRepository } from './resource.repository.js';
import { ResourceService } from './resource.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [ResourceController],
  providers: [
    ResourceService,
    GrantService,
    AvailabilityService,
    BookingService,
    OfferDesk,
    ResourceRepository,
    GrantRepository,
    BookingRepository,
  ],
  exports: [BookingService, OfferDesk],
})
export class ResourceModule {}

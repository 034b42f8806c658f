import { Module } from '@nestjs/common';
import { CustodyModule } from '../custody/custody.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { AttributesController } from './attributes.controller.js';
import { AttributesService } from './attributes.service.js';
import { AvailabilityService } from './availability.service.js';
import { BlockService } from './block.service.js';
import { BookingRepository } from './booking.repository.js';
import { BookingService } from './booking.service.js';
import { GrantChanges } from './grant.changes.js';
import { GrantController } from './grant.controller.js';
import { GrantPreviewService } from './grant-preview.service.js';
import { GrantRepository } from './grant.repository.js';
import { GrantService } from './grant.service.js';
import { KitController } from './kit.controller.js';
import { KitRepository } from './kit.repository.js';
import { KitService } from './kit.service.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { GroundsRepository } from './grounds.repository.js';
import { MyRightService } from './my-right.service.js';
import { KeeperDesk } from './keeper-desk.js';
import { OfferDesk } from './offer-desk.js';
import { OpeningHoursController } from './opening-hours.controller.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { OpeningHoursService } from './opening-hours.service.js';
import { ResourceController } from './resource.controller.js';
import { ResourceRepository } from './resource.repository.js';
import { ResourceService } from './resource.service.js';
import { ResourceTurns } from './resource-turns.js';
import { RevocationService } from './revocation.service.js';
import { RightService } from './right.service.js';
import { UsageRepository } from './usage.repository.js';

@Module({
  imports: [ReferenceModule, CustodyModule],
  controllers: [
    ResourceController,
    AttributesController,
    GrantController,
    KitController,
    OpeningHoursController,
  ],
  providers: [
    ResourceService,
    GrantService,
    GrantChanges,
    GrantPreviewService,
    RevocationService,
    RightService,
    MyRightService,
    AvailabilityService,
    BlockService,
    BookingService,
    KitService,
    OfferDesk,
    KeeperDesk,
    AttributesService,
    ResourceRepository,
    ResourceTurns,
    GrantRepository,
    GroundsRepository,
    UsageRepository,
    BookingRepository,
    KitRepository,
    OccupancyRepository,
    OpeningHoursRepository,
    OpeningHoursService,
  ],
  exports: [
    BlockService,
    BookingService,
    BookingRepository,
    ResourceRepository,
    ResourceTurns,
    OfferDesk,
    KeeperDesk,
    GrantChanges,
    GrantRepository,
    OpeningHoursRepository,
  ],
})
export class ResourceModule {}

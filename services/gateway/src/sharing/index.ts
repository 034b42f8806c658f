import { ActivityController } from './activity.controller.js';
import { ActivitySeriesController } from './activity-series.controller.js';
import { AgreementController } from './agreement.controller.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CheckInController } from './check-in.controller.js';
import { CoHostController } from './co-host.controller.js';
import { DraftController } from './draft.controller.js';
import { LoanController } from './loan.controller.js';
import { NeedController } from './need.controller.js';
import { PoolController } from './pool.controller.js';
import { RegistrationController } from './registration.controller.js';
import { ResourceController } from './resource.controller.js';

export const sharingControllers = [
  ActivityController,
  DraftController,
  ActivitySeriesController,
  CoHostController,
  AgreementController,
  PoolController,
  RegistrationController,
  CheckInController,
  CalendarFeedController,
  CalendarController,
  ResourceController,
  LoanController,
  NeedController,
];

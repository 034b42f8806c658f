import { ActivityController } from './activity.controller.js';
import { ActivitySeriesController } from './activity-series.controller.js';
import { AgreementController } from './agreement.controller.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CheckInController } from './check-in.controller.js';
import { CoHostController } from './co-host.controller.js';
import { DraftController } from './draft.controller.js';
import { DrawController } from './draw.controller.js';
import { EligibilityController } from './eligibility.controller.js';
import { LoanController } from './loan.controller.js';
import { MessageController } from './message.controller.js';
import { NeedController } from './need.controller.js';
import { NoShowController } from './no-show.controller.js';
import { NoticeController } from './notice.controller.js';
import { PoolController } from './pool.controller.js';
import { QuestionController } from './question.controller.js';
import { RegistrationController } from './registration.controller.js';
import { ReminderController } from './reminder.controller.js';
import { ResourceController } from './resource.controller.js';
import { SignUpFormController } from './sign-up-form.controller.js';
import { MutualInterestController } from './mutual-interest.controller.js';

export const sharingControllers = [
  ActivityController,
  DraftController,
  ActivitySeriesController,
  CoHostController,
  AgreementController,
  PoolController,
  SignUpFormController,
  RegistrationController,
  DrawController,
  EligibilityController,
  NoShowController,
  CheckInController,
  NoticeController,
  ReminderController,
  MessageController,
  QuestionController,
  MutualInterestController,
  CalendarFeedController,
  CalendarController,
  ResourceController,
  LoanController,
  NeedController,
];

import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { AttendanceModule } from '../../attendance/attendance.module.js';
import { GiveAwayModule } from '../../seats/give-away/give-away.module.js';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { RegistrationModule } from '../../seats/registration/registration.module.js';
import { ListFileController } from './list-file.controller.js';
import { ListFileService } from './list-file.service.js';
import { ListSource } from './list-source.js';

@Module({
  imports: [PrintingModule, ActivityModule, RegistrationModule, AttendanceModule, GiveAwayModule],
  controllers: [ListFileController],
  providers: [ListFileService, ListSource],
})
export class ListFileModule {}

import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { SignUpFormController } from './sign-up-form.controller.js';
import { SignUpFormRepository } from './sign-up-form.repository.js';
import { SignUpFormService } from './sign-up-form.service.js';

@Module({
  imports: [ActivityModule],
  controllers: [SignUpFormController],
  providers: [SignUpFormService, SignUpFormRepository],
  exports: [SignUpFormService, SignUpFormRepository],
})
export class SignUpFormModule {}

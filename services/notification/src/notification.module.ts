import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/notification';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import type { NotificationConfig } from './config/config.js';
import { entities } from './data-source.js';
import { InboxModule } from './inbox/inbox.module.js';
import { SendingModule } from './sending/sending.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { PersonsModule } from './persons/persons.module.js';
import { TextsModule } from './texts/texts.module.js';
import { WaitingModule } from './waiting/waiting.module.js';

/** In the one direction in which they may import each other. */
const districts = [ReferenceModule, SendingModule, TextsModule, InboxModule, WaitingModule, PersonsModule];

@Module({})
export class NotificationModule {
  static with(config: NotificationConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'notification',
      config,
      contracts,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: NotificationModule, imports: [foundation, ...districts] };
  }
}

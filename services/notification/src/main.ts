import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { NotificationConfig } from './config/config.js';
import { NotificationModule } from './notification.module.js';

const config = loadConfig(NotificationConfig, process.env);
await serve('notification', NotificationModule.with(config), config);

import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { SharingConfig } from './config/config.js';
import { SharingModule } from './sharing.module.js';

const config = loadConfig(SharingConfig, process.env);
await serve('sharing', SharingModule.with(config), config);

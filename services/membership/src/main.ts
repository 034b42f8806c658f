import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { MembershipConfig } from './config/config.js';
import { MembershipModule } from './membership.module.js';

const config = loadConfig(MembershipConfig, process.env);
await serve('membership', MembershipModule.with(config), config);

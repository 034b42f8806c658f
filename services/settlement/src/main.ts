import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { SettlementConfig } from './config/config.js';
import { SettlementModule } from './settlement.module.js';

const config = loadConfig(SettlementConfig, process.env);
await serve('settlement', SettlementModule.with(config), config);

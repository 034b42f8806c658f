import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { AffairsModule } from './affairs.module.js';
import { AffairsConfig } from './config/config.js';

const config = loadConfig(AffairsConfig, process.env);
await serve('affairs', AffairsModule.with(config), config);

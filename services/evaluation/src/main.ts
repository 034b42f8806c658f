import 'reflect-metadata';
import { serve } from '@gongxiang/messaging/service';
import { loadConfig } from '@gongxiang/observability';
import { EvaluationConfig } from './config/config.js';
import { EvaluationModule } from './evaluation.module.js';

const config = loadConfig(EvaluationConfig, process.env);
await serve('evaluation', EvaluationModule.with(config), config);

import 'reflect-metadata';
import { runMigrations } from '@gongxiang/messaging/service';
import { migrations } from './migrations/index.js';

await runMigrations('affairs', migrations);

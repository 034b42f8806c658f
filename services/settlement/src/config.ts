import { DatabaseConfig } from '@gongxiang/observability';

export class SettlementConfig extends DatabaseConfig {}

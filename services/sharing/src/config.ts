import { DatabaseConfig } from '@gongxiang/observability';

export class SharingConfig extends DatabaseConfig {}

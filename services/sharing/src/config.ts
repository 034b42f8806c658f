import { DataKeyConfig } from '@gongxiang/observability';

export class SharingConfig extends DataKeyConfig {}

import { DatabaseConfig } from '@gongxiang/observability';

export class EvaluationConfig extends DatabaseConfig {}

import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import { IsString, MinLength } from 'class-validator';

export class EvaluationConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;

  /** Where keys lie that open answers: shared by all replicas, outside of the database, its data and every backup. */
  @IsString()
  @MinLength(1)
  sealingDirectory: string;
}

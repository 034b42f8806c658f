import { DataKeyConfig, IsKey } from '@gongxiang/observability';

export class AffairsConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;
}

import { DatabaseConfig, IsKey } from '@gongxiang/observability';

export class SettlementConfig extends DatabaseConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;
}

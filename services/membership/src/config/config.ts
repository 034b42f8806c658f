import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import { IsOptional, IsString, MinLength } from 'class-validator';

export class MembershipConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;

  /** Signs access tokens; the gateway verifies with the same. */
  @IsString()
  @MinLength(32)
  jwtSecret: string;

  /** Hashes personal values for look-up: 32 bytes, base64. */
  @IsKey()
  lookupKey: string;

  /** Where text messages are put, a file each; without it none leaves. */
  @IsOptional()
  @IsString()
  mailboxDirectory?: string;

  /** Makes the federation and its first operator on an empty database. */
  @IsOptional()
  @IsString()
  @MinLength(10)
  firstOperatorPassword?: string;

  /** What that federation is called. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  federationName = '工会联合体';
}

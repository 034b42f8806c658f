import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import { IsOptional, IsString, IsUrl, MinLength } from 'class-validator';

export class MembershipConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with this key: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;

  /** Signs access tokens; the gateway verifies with the same secret. */
  @IsString()
  @MinLength(32)
  jwtSecret: string;

  /** Key of the hashes by which personal values are looked up: 32 bytes, base64. */
  @IsKey()
  lookupKey: string;

  /** Directory to which text messages are written, one file each; without it none is sent. */
  @IsOptional()
  @IsString()
  mailboxDirectory?: string;

  /** The address of the portal, for links in text messages, which without it say only what to add to it, and for passkeys. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  publicUrl?: string;

  /** Password of the first operator, who is created with the federation on an empty database. */
  @IsOptional()
  @IsString()
  @MinLength(10)
  firstOperatorPassword?: string;

  /** The name of that federation. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  federationName = '工会联合体';
}

import { DatabaseConfig } from '@gongxiang/observability';
import { IsOptional, Matches } from 'class-validator';

/** The keys of what is encrypted: all that the service and the command that seals anew are told alike. */
export class DataKeyConfig extends DatabaseConfig {
  /** Encrypts personal values: 32 bytes, base64. */
  @Matches(/^[A-Za-z0-9+/]{43}=$/)
  dataKey: string;

  /** Opens what was sealed under another key than `dataKey`: one key, or several with commas between them. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/)
  dataKeyPrevious?: string;
}

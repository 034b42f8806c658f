import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import { IsEmail, IsIn, IsOptional, IsString, IsUrl, Matches, ValidateIf } from 'class-validator';

export class NotificationConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;

  /** The address of the portal, which the links in messages lead to: without it nothing leaves the platform. */
  @ValidateIf(
    ({ publicUrl, pushKey, mailUrl }: NotificationConfig) => (publicUrl ?? pushKey ?? mailUrl) !== undefined,
  )
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  publicUrl?: string;

  /**
   * The private key that this platform shows itself with to push services of browsers (VAPID): 32 bytes, base64url. Without
   * it none is sent; with another one, every browser has to be asked again.
   */
  @IsOptional()
  @Matches(/^[\w-]{43}$/)
  pushKey?: string;

  /** Where a push service reaches whoever runs this platform: `mailto:` or `https:`. */
  @ValidateIf(({ pushKey }: NotificationConfig) => pushKey !== undefined)
  @Matches(/^(mailto:|https:\/\/)\S+$/)
  pushContact?: string;

  /** Also push services on this machine, which are never a browser's: for trials only. */
  @IsOptional()
  @IsIn(['true'])
  pushLocal?: 'true';

  /** The mail server, as `smtp://user:password@host:587` or `smtps://…`; without it no mail is sent. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['smtp', 'smtps'], require_protocol: true })
  mailUrl?: string;

  @ValidateIf(({ mailUrl }: NotificationConfig) => mailUrl !== undefined)
  @IsString()
  @IsEmail({ allow_display_name: true, require_tld: false })
  mailFrom?: string;
}

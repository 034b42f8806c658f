import { messagePurposes, textKinds } from '@gongxiang/contracts/membership/membership-events';
import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Min, ValidateIf } from 'class-validator';

/** Read only where text messages are sent, and then it must not be missing. */
function IsNeededBySms(): PropertyDecorator {
  return ValidateIf(({ smsProvider }: NotificationConfig) => smsProvider !== undefined);
}

/** As of WeCom. */
function IsNeededByWecom(): PropertyDecorator {
  return ValidateIf(({ wecomCorpId }: NotificationConfig) => wecomCorpId !== undefined);
}

/** As of WeChat; signing in by it is membership's, and needs no template. */
function IsNeededByWechat(): PropertyDecorator {
  return ValidateIf(({ wechatTemplateId }: NotificationConfig) => wechatTemplateId !== undefined);
}

/** `activation=SMS_1,totpAdded=SMS_2`. */
function AreTemplates(): PropertyDecorator {
  const pair = `(${[...messagePurposes, ...textKinds].join('|')})=[\\w-]+`;
  return Matches(new RegExp(`^${pair}(,${pair})*$`), {
    message: 'it must be kind=template, with commas between them, of the kinds in deploy/README.md',
  });
}

/** `heading=thing2,title=thing4,time=time3`. */
function AreWechatFields(): PropertyDecorator {
  const pair = '((heading|title)=thing|time=time)\\d+';
  return Matches(new RegExp(`^(?=(.*,)?heading=)${pair}(,${pair})*$`), {
    message: 'it must be heading=thingN, and where the template has them ,title=thingN and ,time=timeN',
  });
}

export class NotificationConfig extends DataKeyConfig {
  /** The gateway seals this service's requests with it: 32 bytes, base64. */
  @IsKey()
  rpcKey: string;

  /**
   * Opens the text messages that membership seals with the public part of it: the seed of a key pair (X25519), 32 bytes, base64.
   * With another one those of the last minutes are lost.
   */
  @IsKey()
  textKey: string;

  /** Directory to which text messages about accounts are written, one file each, where no provider sends them. */
  @IsOptional()
  @IsString()
  mailboxDirectory?: string;

  /** The address of the portal, which the links in messages lead to: without it nothing leaves the platform. */
  @ValidateIf(({ publicUrl, pushKey, mailUrl, smsProvider, webhooks, ...wechats }: NotificationConfig) =>
    [publicUrl, pushKey, mailUrl, smsProvider, webhooks, wechats.wecomCorpId, wechats.wechatTemplateId].some(
      (one) => one !== undefined,
    ),
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

  /** Addresses that people enter may be on this machine or in its network, as none outside is: for trials only. */
  @IsOptional()
  @IsIn(['true'])
  localAddresses?: 'true';

  /** The mail server, as `smtp://user:password@host:587` or `smtps://…`; without it no mail is sent. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['smtp', 'smtps'], require_protocol: true })
  mailUrl?: string;

  @ValidateIf(({ mailUrl }: NotificationConfig) => mailUrl !== undefined)
  @IsString()
  @IsEmail({ allow_display_name: true, require_tld: false })
  mailFrom?: string;

  /** Whether people may have their notices posted to systems of their own. */
  @IsOptional()
  @IsIn(['true'])
  webhooks?: 'true';

  /** The enterprise in WeCom 企业微信, as of membership, by whose application messages go; without it none does. */
  @IsOptional()
  @IsString()
  wecomCorpId?: string;

  @IsNeededByWecom()
  @Matches(/^\d+$/)
  wecomAgentId?: string;

  @IsNeededByWecom()
  @IsString()
  wecomSecret?: string;

  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  wecomApiUrl = 'https://qyapi.weixin.qq.com';

  /** The template by which the service account 微信公众号 of membership sends messages; without it none goes to WeChat. */
  @IsOptional()
  @IsString()
  wechatTemplateId?: string;

  /** What the fields of the template are called there. */
  @IsNeededByWechat()
  @AreWechatFields()
  wechatTemplateFields?: string;

  @IsNeededByWechat()
  @IsString()
  wechatAppId?: string;

  @IsNeededByWechat()
  @IsString()
  wechatAppSecret?: string;

  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  wechatApiUrl = 'https://api.weixin.qq.com';

  /** Where the app lets people in. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  wechatOpenUrl = 'https://open.weixin.qq.com';

  /** How many mails leave in a month; without it as many as there are. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  mailMonthMax?: number;

  /** Whose text messages are sent; without it none is. */
  @IsOptional()
  @IsIn(['aliyun', 'tencent'])
  smsProvider?: 'aliyun' | 'tencent';

  /** Of the provider's interface; as published where nothing is said. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  smsUrl?: string;

  /** `AccessKeyId`, or `SecretId`. */
  @IsNeededBySms()
  @IsString()
  smsKeyId?: string;

  /** `AccessKeySecret`, or `SecretKey`. */
  @IsNeededBySms()
  @IsString()
  smsKeySecret?: string;

  /** What stands before each text in 【】, as the provider has approved it. */
  @IsNeededBySms()
  @IsString()
  smsSignName?: string;

  /** The template for codes, whose gap is `${code}` or `{1}`. */
  @IsNeededBySms()
  @IsString()
  smsCodeTemplate?: string;

  /** The template for notices, whose gap is `${notice}` or `{1}`. */
  @IsNeededBySms()
  @IsString()
  smsNoticeTemplate?: string;

  /** Templates that kinds of text messages about accounts have for themselves. */
  @IsOptional()
  @AreTemplates()
  smsTemplates?: string;

  /** How many text messages leave in a month: each is paid for. */
  @IsNeededBySms()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  smsMonthMax?: number;

  /** Of the application at Tencent. */
  @ValidateIf(({ smsProvider }: NotificationConfig) => smsProvider === 'tencent')
  @IsString()
  smsAppId?: string;

  /** Of the data centre of Tencent. */
  @IsString()
  smsRegion = 'ap-guangzhou';
}

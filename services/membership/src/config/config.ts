import { DataKeyConfig, IsKey } from '@gongxiang/observability';
import {
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';

/** The address of a provider: https, or this machine. */
function IsProviderUrl(): PropertyDecorator {
  return Matches(/^(https:\/\/[^/?#\s]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/[^?#\s]*)?$/, {
    message: 'it must be an address with https',
  });
}

/** Read only if the first variable of its bridge is set, and then it must not be missing. */
function IsNeededBy(first: 'oidcIssuer' | 'wecomCorpId' | 'wechatAppId'): PropertyDecorator {
  return ValidateIf((config: MembershipConfig) => config[first] !== undefined);
}

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

  /** The public part of notification's `TEXT_KEY`, to which text messages are sealed: 32 bytes, base64. */
  @IsKey()
  textPublicKey: string;

  /**
   * The address of the portal, for links in text messages, which without it say only what to add to it, for passkeys, and for
   * providers of sign-ins to lead back to: these need it.
   */
  @ValidateIf(
    ({ publicUrl, oidcIssuer, wecomCorpId, wechatAppId }: MembershipConfig) =>
      (publicUrl ?? oidcIssuer ?? wecomCorpId ?? wechatAppId) !== undefined,
  )
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

  /** The federation's own provider (OpenID Connect), as it names itself; without it none is offered. */
  @IsOptional()
  @IsProviderUrl()
  oidcIssuer?: string;

  @IsNeededBy('oidcIssuer')
  @IsString()
  @MinLength(1)
  oidcClientId?: string;

  @IsNeededBy('oidcIssuer')
  @IsString()
  @MinLength(1)
  oidcClientSecret?: string;

  /** By which people know it; without it the pages have a general word. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  oidcName?: string;

  /** The enterprise in WeCom 企业微信; without it WeCom is not offered. */
  @IsOptional()
  @IsString()
  wecomCorpId?: string;

  /** The application there, and its secret. */
  @IsNeededBy('wecomCorpId')
  @IsString()
  @MinLength(1)
  wecomAgentId?: string;

  @IsNeededBy('wecomCorpId')
  @IsString()
  @MinLength(1)
  wecomSecret?: string;

  @IsProviderUrl()
  wecomApiUrl = 'https://qyapi.weixin.qq.com';

  /** Where people scan. */
  @IsProviderUrl()
  wecomScanUrl = 'https://login.work.weixin.qq.com';

  /** The service account 微信公众号; without it WeChat is not offered. */
  @IsOptional()
  @IsString()
  wechatAppId?: string;

  @IsNeededBy('wechatAppId')
  @IsString()
  @MinLength(1)
  wechatAppSecret?: string;

  /** `snsapi_base` asks people nothing; `snsapi_userinfo` asks them, and comes with a union id. */
  @IsIn(['snsapi_base', 'snsapi_userinfo'])
  wechatScope = 'snsapi_base';

  @IsProviderUrl()
  wechatApiUrl = 'https://api.weixin.qq.com';

  /** Where the apps WeChat and WeCom let people in. */
  @IsProviderUrl()
  wechatOpenUrl = 'https://open.weixin.qq.com';
}

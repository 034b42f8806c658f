import { IsKey, ServiceConfig } from '@gongxiang/observability';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsIP, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';

export class GatewayConfig extends ServiceConfig {
  /** Verifies access tokens; membership signs with the same secret. */
  @IsString()
  @MinLength(32)
  jwtSecret: string;

  /** The seal key of each service: requests to it are sealed with this, 32 bytes in base64. */
  @IsKey()
  membershipRpcKey: string;

  @IsKey()
  sharingRpcKey: string;

  @IsKey()
  settlementRpcKey: string;

  @IsKey()
  evaluationRpcKey: string;

  @IsKey()
  notificationRpcKey: string;

  @IsKey()
  affairsRpcKey: string;

  /** Listen address of the metrics, separate from the public port. */
  @IsIP()
  metricsAddress = '127.0.0.1';

  /** Marks the portal as a demo. */
  @IsOptional()
  @IsIn(['true'])
  demo?: 'true';

  /** Number of the site's filing with the ministry (ICP备案), such as `沪ICP备12345678号-1`; the foot of each page shows it. */
  @IsOptional()
  @Matches(/^[^\s<>"'&]{1,60}$/)
  icpNumber?: string;

  /** Number of its filing with the police (公安备案), such as `沪公网安备31010102000000号`. */
  @IsOptional()
  @Matches(/^[^\s<>"'&\d]{1,20}\d{14}号$/)
  policeNumber?: string;

  /** The built portal; without it only the REST interface is served. */
  @IsOptional()
  @IsString()
  portalDirectory?: string;

  /** The one other origin whose pages may call the API; none if absent. */
  @IsOptional()
  @IsString()
  corsOrigin?: string;

  /** The public address of the platform, such as `https://union.example`: for link cards, calendars and posters. */
  @IsOptional()
  @Matches(/^https?:\/\/[\w.:[\]-]+$/)
  publicUrl?: string;

  /** Comma-separated addresses or networks of our proxies, whose `X-Forwarded-For` is trusted. */
  @IsOptional()
  @IsString()
  trustedProxies?: string;

  /** How long a caller waits for a response at most. */
  @Type(() => Number)
  @IsInt()
  @Min(1_000)
  @Max(120_000)
  requestTimeoutMs = 15_000;

  /** Requests per minute of one signed-in person. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limitPerPerson = 1_200;

  /** Megabytes per day that a person with a role may upload: rosters, receipts, albums of a whole day. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  uploadMbPerOfficer = 500;

  /** Megabytes per day that a member without a role may upload: the pictures of an outing. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  uploadMbPerMember = 200;

  /** Requests per minute of one address without a sign-in: a factory of 5,000 people may share an address. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limitPerAddress = 12_000;
}

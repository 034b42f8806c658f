import { IsKey, ServiceConfig } from '@gongxiang/observability';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsIP, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';

export class GatewayConfig extends ServiceConfig {
  /** Verifies access tokens; membership signs with the same. */
  @IsString()
  @MinLength(32)
  jwtSecret: string;

  /** Each service's own: what goes to it is sealed with this, 32 bytes in base64. */
  @IsKey()
  membershipRpcKey: string;

  @IsKey()
  sharingRpcKey: string;

  @IsKey()
  settlementRpcKey: string;

  @IsKey()
  evaluationRpcKey: string;

  /** Where its metrics listen, apart from everybody's port. */
  @IsIP()
  metricsAddress = '127.0.0.1';

  /** Its page says that what it shows is a demo. */
  @IsOptional()
  @IsIn(['true'])
  demo?: 'true';

  /** The built portal; without it only the REST interface is served. */
  @IsOptional()
  @IsString()
  portalDirectory?: string;

  /** The one other origin whose pages may call the interface; none where absent. */
  @IsOptional()
  @IsString()
  corsOrigin?: string;

  /** Where people reach the platform, such as `https://union.example`: for cards of links, calendars and posters. */
  @IsOptional()
  @Matches(/^https?:\/\/[\w.:[\]-]+$/)
  publicUrl?: string;

  /** Addresses or networks, parted by commas, of the proxies in front: what they say of the caller's address is believed. */
  @IsOptional()
  @IsString()
  trustedProxies?: string;

  /** How long a caller waits for an answer, at most. */
  @Type(() => Number)
  @IsInt()
  @Min(1_000)
  @Max(120_000)
  requestTimeoutMs = 15_000;

  /** Requests a minute of one signed-in person. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limitPerPerson = 1_200;

  /** Megabytes a day that somebody may upload who has a role at a union: rosters, receipts, albums of a whole day. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  uploadMbPerOfficer = 500;

  /** Likewise of a member without any: the pictures of an outing. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  uploadMbPerMember = 200;

  /** Requests a minute of one address where nobody is signed in: a factory of 5,000 may stand behind it. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limitPerAddress = 12_000;
}

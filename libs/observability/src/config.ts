import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import {
  getMetadataStorage,
  IsIn,
  IsInt,
  IsIP,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { Type } from 'class-transformer';

/** A key of 32 bytes in base64, as `openssl rand -base64 32` writes it. */
export function IsKey(): PropertyDecorator {
  return Matches(/^[A-Za-z0-9+/]{43}=$/);
}

/** Configuration of every service, from the environment. `databaseUrl` is read from `DATABASE_URL`, and so on. */
export class ServiceConfig {
  @IsString()
  natsUrl: string;

  /** URL with the service's user for events and files, if NATS has one; otherwise `natsUrl` is used. */
  @IsOptional()
  @IsString()
  natsStoreUrl?: string;

  /** HTTP port of health and metrics; for the gateway, of the REST API. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port = 3000;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  metricsPort = 0;

  /** Listen address; by default only this machine can connect. */
  @IsIP()
  listenAddress = '127.0.0.1';

  /**
   * Returned by the health endpoint, so that the launcher can tell its own process from another one on the same port.
   */
  @IsOptional()
  @IsString()
  startMark?: string;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  logLevel = 'info';

  /** The OpenTelemetry collector, e.g. `http://collector:4318`; without it no spans are created. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  otelExporterOtlpEndpoint?: string;

  /**
   * The fraction of traces started here that is exported, from 0 to 1. The sampling decision of a caller is followed.
   */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  otelTracesSamplerArg = 0.01;
}

/** Configuration of a service with a database. */
export class DatabaseConfig extends ServiceConfig {
  @IsString()
  @MinLength(10)
  databaseUrl: string;

  /** Maximum number of connections per process. */
  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(200)
  poolSize = 10;

  /** Concurrent requests; more are refused with BUSY. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  maxConcurrency = 2_000;
}

/** Configuration of a service with sealed values: the same for all its processes and for the reseal command. */
export class DataKeyConfig extends DatabaseConfig {
  /** The key that seals confidential values in tables: 32 bytes, base64. */
  @IsKey()
  dataKey: string;

  /** Keys that open values sealed under another key than `dataKey`: one, or several separated by commas. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/)
  dataKeyPrevious?: string;
}

type ConfigClass<T> = new () => T;

/** The environment variables that a configuration class reads. */
export function variablesOf(type: ConfigClass<object>): string[] {
  const found = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  return [...new Set(found.map((rule) => toVariable(rule.propertyName)))].sort();
}

/**
 * Reads the configuration once, when the process starts.
 * @throws Error with one sentence per missing or invalid variable; values are not repeated, as some are secrets
 */
export function loadConfig<T extends object>(type: ConfigClass<T>, environment: NodeJS.ProcessEnv): T {
  const values = Object.fromEntries(
    variablesOf(type)
      .map((variable) => [toProperty(variable), environment[variable]])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const config = plainToInstance(type, values, { exposeDefaultValues: true });
  const problems = validateSync(config, { forbidUnknownValues: true });
  if (problems.length === 0) return config;
  const sentences = problems.map(
    (problem) => `${toVariable(problem.property)}: ${Object.values(problem.constraints ?? {}).join(', ')}`,
  );
  throw new Error(`The configuration is not complete.\n  ${sentences.join('\n  ')}`);
}

function toVariable(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function toProperty(variable: string): string {
  return variable.toLowerCase().replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

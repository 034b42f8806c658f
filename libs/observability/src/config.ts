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

/** What every service is told by its environment. `databaseUrl` is read from `DATABASE_URL`, and so on. */
export class ServiceConfig {
  @IsString()
  natsUrl: string;

  /** With the service's user for events and files, where NATS has one; else they go by `natsUrl`. */
  @IsOptional()
  @IsString()
  natsStoreUrl?: string;

  /** HTTP port of health and metrics; of the REST interface for the gateway. */
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

  /** Where it listens: on this machine alone, unless asked otherwise. */
  @IsIP()
  listenAddress = '127.0.0.1';

  /** Told by its health, so that whoever has started it knows that it is no other's process which answers on the port. */
  @IsOptional()
  @IsString()
  startMark?: string;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  logLevel = 'info';

  /** OpenTelemetry's collector, e.g. `http://collector:4318`; without it no span is made. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  otelExporterOtlpEndpoint?: string;

  /** Which part of the traces that begin here is exported, from 0 to 1. A caller who samples is followed. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  otelTracesSamplerArg = 0.01;
}

/** What a service with a database is told besides. */
export class DatabaseConfig extends ServiceConfig {
  @IsString()
  @MinLength(10)
  databaseUrl: string;

  /** Connections that one process holds at most. */
  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(200)
  poolSize = 10;

  /** Requests worked on at a time; more are answered BUSY. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  maxConcurrency = 2_000;
}

/** What a service is told that keeps something sealed: all its processes, and the command that seals anew, are told alike. */
export class DataKeyConfig extends DatabaseConfig {
  /** Seals what nobody may read in the tables: 32 bytes, base64. */
  @IsKey()
  dataKey: string;

  /** Opens what was sealed under another key than `dataKey`: one key, or several with commas between them. */
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
 * Reads the configuration once, at the start of the process.
 * @throws Error with one sentence per variable that is missing or wrong; values are not repeated, as some are secrets
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

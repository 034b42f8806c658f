import { describe, expect, it } from '@jest/globals';
import { IsOptional, IsString, MinLength } from 'class-validator';
import { DatabaseConfig, loadConfig, ServiceConfig, variablesOf } from './config.js';

class SecretConfig extends ServiceConfig {
  @IsString()
  @MinLength(32)
  jwtSecret: string;

  @IsOptional()
  @IsString()
  motto?: string;
}

const environment = { NATS_URL: 'nats://localhost:4222', JWT_SECRET: 's'.repeat(32) };

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'nothing was wrong';
}

describe('the configuration', () => {
  it('is read from variables named after the properties, numbers as numbers', () => {
    const config = loadConfig(SecretConfig, { ...environment, PORT: '4000', OTHER: 'x' });
    expect(config).toBeInstanceOf(SecretConfig);
    expect({ ...config }).toEqual({
      natsUrl: environment.NATS_URL,
      jwtSecret: environment.JWT_SECRET,
      port: 4000,
      metricsPort: 0,
      listenAddress: '127.0.0.1',
      logLevel: 'info',
      otelTracesSamplerArg: 0.01,
    });
  });

  it('takes an empty variable for one that is not there', () => {
    expect(loadConfig(SecretConfig, { ...environment, PORT: '', MOTTO: '' }).port).toBe(3000);
    expect(failureOf(() => loadConfig(SecretConfig, { ...environment, NATS_URL: '' }))).toContain('NATS_URL');
  });

  it('names every variable that is missing, in a sentence each', () => {
    const failure = failureOf(() => loadConfig(DatabaseConfig, {}));
    expect(failure).toContain('The configuration is not complete.');
    expect(failure).toMatch(/^ {2}NATS_URL: /m);
    expect(failure).toMatch(/^ {2}DATABASE_URL: /m);
    expect(failure).not.toContain('PORT');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['LISTEN_ADDRESS', 'everywhere'],
    ['LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['JWT_SECRET', 'too short a secret'],
  ])('refuses %s=%s without repeating the value, as some are secrets', (variable, value) => {
    const failure = failureOf(() => loadConfig(SecretConfig, { ...environment, [variable]: value }));
    expect(failure).toContain(`${variable}: `);
    expect(failure).not.toContain(value);
  });

  it('says which variables it reads, those of its ancestors included', () => {
    expect(variablesOf(SecretConfig)).toEqual([
      'JWT_SECRET',
      'LISTEN_ADDRESS',
      'LOG_LEVEL',
      'METRICS_PORT',
      'MOTTO',
      'NATS_STORE_URL',
      'NATS_URL',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'OTEL_TRACES_SAMPLER_ARG',
      'PORT',
      'START_MARK',
    ]);
    expect(variablesOf(DatabaseConfig)).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'POOL_SIZE', 'NATS_URL']),
    );
  });
});

import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentTraceparent, traceIdOf } from './trace.js';

/** Fields that are never written, wherever they stand in what is logged. */
export const redactedFields = [
  'password',
  'accessToken',
  'refreshToken',
  'token',
  'secret',
  'authorization',
  'cookie',
  'name',
  'phone',
  'residentNumber',
  'value',
];

export type Logger = PinoLogger;

export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}

/** One structured line per thing that happened, with the trace it belongs to. */
export function createLogger(options: LoggerOptions): Logger {
  const paths = redactedFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  return pino(
    {
      level: options.level,
      base: { service: options.service, pid: process.pid },
      redact: { paths, censor: '[redacted]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const traceId = traceIdOf(currentTraceparent());
        return traceId === null ? {} : { traceId };
      },
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

/** Lets Nest speak through the same logger: its start-up chatter is debug, its warnings and errors keep their level. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.logger.debug({ context: context.at(-1) }, String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn({ context: context.at(-1) }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    const stack = message instanceof Error ? message.stack : context[0];
    this.logger.error({ context: context.at(-1), stack }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.logger.debug({ context: context.at(-1) }, String(message));
  }
}

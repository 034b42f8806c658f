import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isUuid, plainFigures } from '@gongxiang/domain';

/**
 * The vocabulary of requests and views. Each decorator says once what a field is: to the validator, to the
 * transformer and to OpenAPI, so that the three cannot drift apart.
 */
export interface FieldOptions {
  /** May be absent, or null. */
  readonly optional?: boolean;
  /** Must be there, but may be null. */
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

/** The group under which numbers and flags are read from text, as a query string carries nothing else. */
export const fromText = 'fromText';

/** The group of one field that comes as text beside others that do not: a path parameter of a command. */
export const fromTextOf = (field: string): string => `${fromText}:${field}`;

function isText(field: string, groups: readonly string[] | undefined): boolean {
  return groups !== undefined && (groups.includes(fromText) || groups.includes(fromTextOf(field)));
}

/** A secret in an address, or of a device: 256 random bits as base64url. */
export const secretPattern = /^[A-Za-z0-9_-]{43}$/;

export type ClassOf<T extends object> = abstract new (...args: never[]) => T;

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const described = {
    ...api,
    required: !options.optional,
    ...(options.nullable || options.optional ? { nullable: true } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
  } as ApiPropertyOptions;
  const presence: PropertyDecorator[] = [];
  if (options.optional) presence.push(IsOptional());
  else if (options.nullable) presence.push(ValidateIf((_object, value) => value !== null));
  return applyDecorators(ApiProperty(described), ...presence, ...rules);
}

/**
 * A line or a paragraph of text; 1 to 200 characters where nothing else is said. NUL is refused: PostgreSQL cannot keep it.
 * @param options `figures`: a number such as that of an invoice, which is read however wide it was typed
 */
export function Text(
  options: FieldOptions & { min?: number; max?: number; pattern?: RegExp; figures?: true } = {},
): PropertyDecorator {
  const { min = 1, max = 200, pattern, figures } = options;
  const api = {
    type: String,
    minLength: min,
    maxLength: max,
    ...(pattern ? { pattern: pattern.source } : {}),
  };
  const rules = [IsString(), Length(min, max), withoutNul()];
  if (pattern !== undefined) rules.push(Matches(pattern));
  if (figures) rules.push(readFigures());
  return field(options, api, ...rules);
}

/** A number as a Chinese keyboard types it, full-width or with blanks, is the same number. */
function readFigures(): PropertyDecorator {
  return Transform(({ value }): unknown => (typeof value === 'string' ? plainFigures(value) : value));
}

function withoutNul(each = false): PropertyDecorator {
  const validate = (text: unknown): boolean =>
    typeof text === 'string' && !text.includes(String.fromCharCode(0));
  return ValidateBy({ name: 'matches', validator: { validate } }, { each });
}

/** The id of something: a UUID. */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, uuidRule());
}

export function UuidList(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    { type: String, format: 'uuid', isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    uuidRule(true),
  );
}

function uuidRule(each = false): PropertyDecorator {
  return ValidateBy({ name: 'isUuid', validator: { validate: isUuid } }, { each });
}

/** A whole number. In a query string or a path it arrives as text and is converted. */
export function Whole(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = 1_000_000_000 } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    Transform(({ key, value, options: how }): unknown =>
      isText(key, how.groups) ? numberFromText(value) : value,
    ),
    IsInt(),
    Min(min),
    Max(max),
  );
}

function numberFromText(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** A number with a fraction: scores, weights, coordinates. Never money. */
export function Fraction(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = -1e15, max = 1e15 } = options;
  return field(
    options,
    { type: Number, minimum: min, maximum: max },
    IsNumber({ allowInfinity: false, allowNaN: false }),
    Min(min),
    Max(max),
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: Boolean },
    Transform(({ key, value, options: how }): unknown =>
      isText(key, how.groups) && (value === 'true' || value === 'false') ? value === 'true' : value,
    ),
    IsBoolean(),
  );
}

/** For a list that reaches below the caller's unions: the flag that leaves those below out. */
export const ownUnionsOnly: FieldOptions = {
  optional: true,
  description: 'Only of unions at which the caller holds an office, and of none below them',
};

/** A flag that is given, and is true: the one mode of a list that has no other yet. */
export function AlwaysTrue(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(Flag(options), IsIn([true]));
}

/** One of a fixed set of words. */
export function OneOf(
  values: readonly string[],
  options: FieldOptions & { name?: string } = {},
): PropertyDecorator {
  return field(
    options,
    { type: String, enum: [...values], ...(options.name ? { enumName: options.name } : {}) },
    IsIn([...values]),
  );
}

/** A column by which a list can be ordered, with a minus from the highest value. */
export type OrderWord<Column extends string> = Column | `-${Column}`;

/**
 * By which column a list is ordered. What has no value there stands last.
 * @param usual the order where nothing is said
 * @param never why it cannot be ordered by a column that somebody would look for
 */
export function OrderBy(columns: readonly string[], usual: string, never?: string): PropertyDecorator {
  return OneOf(
    columns.flatMap((column) => [column, `-${column}`]),
    {
      optional: true,
      description: `By what the list is ordered, with a minus from the highest; ${usual} where absent. Whatever has no such value stands last. A cursor holds in its order alone${never === undefined ? '' : `. ${never}`}`,
    },
  );
}

export function SomeOf(
  values: readonly string[],
  options: FieldOptions & { min?: number } = {},
): PropertyDecorator {
  return field(
    options,
    { type: String, enum: [...values], isArray: true },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true }),
  );
}

/** A moment: RFC 3339 with offset. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2026-11-21T09:00:00+08:00', ...options },
    { type: String, format: 'date-time' },
    IsISO8601({ strict: true, strictSeparator: true }),
    yearRule((moment) => new Date(moment).getUTCFullYear()),
    dateRule(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/),
  );
}

/** A day on the calendar: `YYYY-MM-DD`, without time or zone. */
export function CalendarDate(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2026-11-21', ...options },
    { type: String, format: 'date' },
    yearRule((day) => Number(/^\d{4}(?=-)/.exec(day)?.[0])),
    dateRule(/^\d{4}-\d\d-\d\d$/),
    IsISO8601({ strict: true }),
  );
}

/** The rule for years that people and programs say, which does not hold between services. */
export const saidYear = 'saidYear';

/** ISO 8601 allows many forms of a date; we take one. */
function dateRule(pattern: RegExp): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && pattern.test(value);
  return ValidateBy({ name: 'dateFormat', validator: { validate } });
}

/**
 * From 1900 to 2199, of a moment by the clock of Greenwich, as it is kept and told. What is computed from a date, such as the end of a
 * copied activity, may lie outside and stays well within the years that have four digits: a later one is written in another way, which
 * no other service reads. So between services, which `validateAs` is told, only a year is refused that nothing comes to.
 * @param yearOf NaN of what is no date: other rules refuse that
 */
function yearRule(yearOf: (date: string) => number): PropertyDecorator {
  const within =
    (from: number, before: number) =>
    (value: unknown): boolean => {
      const year = typeof value === 'string' ? yearOf(value) : NaN;
      return Number.isNaN(year) || (year >= from && year < before);
    };
  return applyDecorators(
    ValidateBy({ name: saidYear, validator: { validate: within(1900, 2200) } }),
    ValidateBy({ name: 'year', validator: { validate: within(1000, 9000) } }),
  );
}

/** An object with fields of its own. (OpenAPI knows a lazy type by the name of its function, which must be `type`.) */
export function Nested<T extends object>(
  type: () => ClassOf<T>,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(options, { type: () => type() as new () => T }, IsObject(), ValidateNested(), Type(type));
}

export function ListOf<T extends object>(
  type: () => ClassOf<T>,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  const { min = 0, max } = options;
  return field(
    options,
    { type: () => type() as new () => T, isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    // What is too long is refused anyway: validating all of it would keep the process busy for seconds.
    Transform(({ value }): unknown => (Array.isArray(value) ? value.slice(0, max + 1) : value)),
    Type(type),
  );
}

export function TextList(
  options: FieldOptions & { min?: number; max: number; length?: number },
): PropertyDecorator {
  const { min = 0, max, length = 200 } = options;
  return field(
    options,
    { type: String, isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Length(1, length, { each: true }),
    withoutNul(true),
  );
}

/**
 * An object whose keys are data, such as party ids, and whose values are all of one kind.
 * `accepts` looks at one value and says whether it fits; `values` is its OpenAPI schema.
 */
export function MapOf(
  values: Record<string, unknown>,
  accepts: (value: unknown) => boolean,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator {
  const { max = 1_000 } = options;
  return field(
    options,
    { type: 'object', additionalProperties: values, maxProperties: max },
    IsObject(),
    ValidateBy({
      name: 'mapValues',
      validator: {
        validate: (map: unknown) =>
          typeof map === 'object' &&
          map !== null &&
          Object.keys(map).length <= max &&
          Object.values(map).every(accepts),
      },
    }),
  );
}

/** A rectangle (or triangle) of values, row by row. */
export function Rows(
  cell: Record<string, unknown>,
  accepts: (value: unknown) => boolean,
  options: FieldOptions & { maxRows: number; maxColumns: number },
): PropertyDecorator {
  const { maxRows, maxColumns } = options;
  return field(
    options,
    { type: 'array', items: { type: 'array', items: cell, maxItems: maxColumns }, maxItems: maxRows },
    IsArray(),
    ArrayMaxSize(maxRows),
    ValidateBy({
      name: 'rows',
      validator: {
        validate: (rows: unknown) =>
          Array.isArray(rows) &&
          rows.every((row) => Array.isArray(row) && row.length <= maxColumns && row.every(accepts)),
      },
    }),
  );
}

/** Free JSON: form answers, before and after of an audit record. */
export function Json(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

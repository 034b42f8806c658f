import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsISO8601, IsOptional, Matches } from 'class-validator';
import type { FieldOptions } from '../../core/fields.js';

export const ruleWeekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export type RuleWeekday = (typeof ruleWeekdays)[number];

type ListOptions = FieldOptions & { readonly max: number };

/** Days on the calendar, `YYYY-MM-DD` each. */
export function DayList(options: ListOptions): PropertyDecorator {
  const api = { type: String, format: 'date', isArray: true, maxItems: options.max };
  const rules = [Matches(/^\d{4}-\d\d-\d\d$/, { each: true }), IsISO8601({ strict: true }, { each: true })];
  return list(options, api as ApiPropertyOptions, rules);
}

/** Whole numbers: days of a month, months, years. */
export function WholeList(options: ListOptions): PropertyDecorator {
  const api = { type: 'integer', isArray: true, maxItems: options.max };
  return list(options, api as ApiPropertyOptions, [IsInt({ each: true })]);
}

function list(options: ListOptions, api: ApiPropertyOptions, rules: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, max, description, example } = options;
  const described = {
    ...api,
    required: !optional,
    ...(optional ? { nullable: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  const presence = optional ? [IsOptional()] : [];
  return applyDecorators(ApiProperty(described), ...presence, IsArray(), ArrayMaxSize(max), ...rules);
}

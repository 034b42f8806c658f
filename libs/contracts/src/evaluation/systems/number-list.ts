import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsNumber, IsOptional, ValidateIf } from 'class-validator';
import type { FieldOptions } from '../../core/fields.js';

/** A row of numbers: weights, scores, ranks. Never money. */
export function NumberList(options: FieldOptions & { max: number }): PropertyDecorator {
  const { optional, nullable, max, description, example } = options;
  const api = {
    type: Number,
    isArray: true,
    maxItems: max,
    required: !optional,
    ...(optional || nullable ? { nullable: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  const presence = optional
    ? [IsOptional()]
    : nullable
      ? [ValidateIf((_object, value) => value !== null)]
      : [];
  return applyDecorators(
    ApiProperty(api),
    ...presence,
    IsArray(),
    ArrayMaxSize(max),
    IsNumber({ allowInfinity: false, allowNaN: false }, { each: true }),
  );
}

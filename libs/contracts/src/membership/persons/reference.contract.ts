import { sectors, type Sector, type SizeClass } from '@gongxiang/domain';
import { query } from '../../core/contract.js';
import { Flag, Fraction, OneOf, Text, TextList, Whole } from '../../core/fields.js';

const identifierKinds = ['uscc', 'residentId'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

const identifierReasons = ['LENGTH', 'ALPHABET', 'CHECK_CHARACTER', 'DATE', 'FIFTEEN_DIGITS'] as const;
export type IdentifierReason = (typeof identifierReasons)[number];

export class CheckIdentifierRequest {
  @OneOf(identifierKinds) kind: IdentifierKind;
  @Text({ min: 0, max: 200 }) value: string;
}

export class IdentifierCheckView {
  @OneOf(identifierKinds) kind: IdentifierKind;
  @Text({ min: 0, description: 'Normalised: without white space, in capitals' }) value: string;
  @Flag() valid: boolean;
  @OneOf(identifierReasons, { nullable: true, description: 'The first thing that is wrong' })
  reason: IdentifierReason | null;
  @Text({ nullable: true, max: 1, description: 'The last character that the others ask for' })
  checkCharacter: string | null;
  @TextList({ max: 10, description: 'Worth a look, though formally right' }) warnings: string[];
}

export class SizeClassRequest {
  @OneOf(sectors) sector: Sector;
  @Whole({ optional: true, description: 'Heads' }) employees?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) revenueWan?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) assetsWan?: number | null;
}

export class SizeClassView {
  @OneOf(['large', 'medium', 'small', 'micro', 'unclassified']) sizeClass: SizeClass;
  @TextList({ max: 20, description: 'The bounds that decided', example: ['employees 1200 >= 1000 large'] })
  basis: string[];
}

export const referenceContract = {
  checkIdentifier: query(
    'membership.reference.check-identifier',
    CheckIdentifierRequest,
    IdentifierCheckView,
    {
      http: 'POST identifiers/check',
      tag: 'reference',
      summary: 'Checks a Unified Social Credit Code or a resident identity number',
      idempotent: false,
      status: 200,
      example: { kind: 'uscc', value: '91310000MA1FL00030' },
    },
  ),
  sizeClass: query('membership.reference.size-class', SizeClassRequest, SizeClassView, {
    http: 'POST size-class',
    tag: 'reference',
    summary: 'Classifies an enterprise by its figures',
    idempotent: false,
    status: 200,
    example: { sector: 'industry', employees: 1200, revenueWan: 1999, assetsWan: null },
  }),
};

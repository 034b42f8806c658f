import type { components } from '../../../api/schema.js';
import type { RoleName } from '../../../session/use-offices.js';

type Schemas = components['schemas'];
export type Enterprise = Schemas['EnterpriseView'];
export type Organisation = Schemas['OrganisationView'];
export type Club = Schemas['ClubView'];
export type SizeClass = Enterprise['sizeClass'];
export type Sector = Schemas['SizeClassRequest']['sector'];
export type CodeCheck = Enterprise['usccCheck'];

export const partyKinds = ['enterprise', 'organisation', 'club'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const sizeClasses = ['large', 'medium', 'small', 'micro', 'unclassified'] as const;
export const figureNames = ['employees', 'revenueWan', 'assetsWan'] as const;
export type FigureName = (typeof figureNames)[number];

export const sectors = [
  'agriculture',
  'industry',
  'construction',
  'wholesale',
  'retail',
  'transport',
  'storage',
  'post',
  'lodging',
  'catering',
  'informationTransmission',
  'software',
  'realEstate',
  'propertyManagement',
  'leasingBusiness',
  'unlisted',
  'other',
] as const satisfies readonly Sector[];

export interface PartyFilters {
  readonly kind: PartyKind;
  /** '' where nothing is searched for. */
  readonly q: string;
  readonly size: SizeClass | undefined;
}

/** What the address asks for; what it says wrongly counts as not said. */
export function filtersOf(search: URLSearchParams): PartyFilters {
  return {
    kind: partyKinds.find((kind) => kind === search.get('kind')) ?? 'enterprise',
    q: search.get('q')?.trim() ?? '',
    size: sizeClasses.find((size) => size === search.get('size')),
  };
}

export function searchOf({ kind, q, size }: PartyFilters): Record<string, string> {
  return {
    kind,
    ...(q === '' ? {} : { q }),
    ...(size === undefined || kind !== 'enterprise' ? {} : { size }),
  };
}

/** A figure as it was typed: `1,200` is 1200; null where the field is empty, undefined where it is no such figure. */
export function figureOf(text: string | undefined): number | null | undefined {
  const plain = (text ?? '').trim().replaceAll(/[,，\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,13}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

export type Basis =
  | {
      readonly figure: FigureName;
      readonly value: number;
      readonly isMet: boolean;
      readonly bound: number;
      readonly size: SizeClass;
    }
  | { readonly figure: null };

const basisPattern = /^(\w+) (\d+(?:\.\d+)?) (>=|<) (\d+(?:\.\d+)?) (\w+)$/;

/** Reads a bound that decided, such as `employees 300 >= 300 medium`; without a figure the sector is outside the table. */
export function basisOf(line: string): Basis {
  const [, name, value, sign, bound, size] = basisPattern.exec(line) ?? [];
  const figure = figureNames.find((one) => one === name);
  const found = sizeClasses.find((one) => one === size);
  if (figure === undefined || found === undefined) return { figure: null };
  return { figure, value: Number(value), isMet: sign === '>=', bound: Number(bound), size: found };
}

/** What every form for a new party is given. */
export interface AddPartyProps {
  readonly onAdded: (added: { readonly id: string; readonly name: string }) => void;
  readonly onClose: () => void;
}

const organisationKeepers: readonly RoleName[] = ['officer', 'operator'];

/** Who may add one of a kind. It decides what is shown; the platform decides what is allowed. */
export function keepersOf(kind: PartyKind): readonly RoleName[] {
  return kind === 'club' ? [...organisationKeepers, 'organiser'] : organisationKeepers;
}

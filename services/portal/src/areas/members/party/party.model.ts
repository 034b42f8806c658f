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
  /** '' where no name is searched. */
  readonly q: string;
  readonly size: SizeClass | undefined;
  /** Whether those that are closed are listed, instead of those in use; of organisations and clubs alone. */
  readonly closed: boolean;
}

/** The filters in the address; a value that is not known counts as absent. */
export function filtersOf(search: URLSearchParams): PartyFilters {
  return {
    kind: partyKinds.find((kind) => kind === search.get('kind')) ?? 'enterprise',
    q: search.get('q')?.trim() ?? '',
    size: sizeClasses.find((size) => size === search.get('size')),
    closed: search.get('closed') === 'true',
  };
}

export function searchOf({ kind, q, size, closed }: PartyFilters): Record<string, string> {
  return {
    kind,
    ...(q === '' ? {} : { q }),
    ...(size === undefined || kind !== 'enterprise' ? {} : { size }),
    ...(closed && kind !== 'enterprise' ? { closed: 'true' } : {}),
  };
}

/** Parses a figure: `1,200` is 1200; null where the field is empty, undefined where the text is not a figure. */
export function figureOf(text: string | undefined): number | null | undefined {
  const plain = (text ?? '').trim().replaceAll(/[,，\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,13}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

type Basis =
  | {
      readonly figure: FigureName;
      readonly value: number;
      readonly isMet: boolean;
      readonly bound: number;
      readonly size: SizeClass;
    }
  | { readonly figure: null };

const basisPattern = /^(\w+) (\d+(?:\.\d+)?) (>=|<) (\d+(?:\.\d+)?) (\w+)$/;

/** Parses a bound that decided the class, such as `employees 300 >= 300 medium`; the figure is null where the sector is outside the table. */
export function basisOf(line: string): Basis {
  const [, name, value, sign, bound, size] = basisPattern.exec(line) ?? [];
  const figure = figureNames.find((one) => one === name);
  const found = sizeClasses.find((one) => one === size);
  if (figure === undefined || found === undefined) return { figure: null };
  return { figure, value: Number(value), isMet: sign === '>=', bound: Number(bound), size: found };
}

/** The properties of every form for a new party. */
export interface AddPartyProps {
  readonly onAdded: (added: { readonly id: string; readonly name: string }) => void;
  readonly onClose: () => void;
}

const organisationManagers: readonly RoleName[] = ['officer', 'operator'];

/** The roles that may add a party of this kind. It decides what is shown; the platform decides what is allowed. */
export function managersOf(kind: PartyKind): readonly RoleName[] {
  return kind === 'club' ? [...organisationManagers, 'organiser'] : organisationManagers;
}

import type { ResourceFunction } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';

interface Attributes {
  readonly areaSquareMetres: number | null;
  readonly seats: number | null;
  readonly equipment: string[];
  readonly accessibility: string | null;
  readonly skills: string[];
  readonly languages: string[];
  readonly certificates: string[];
  readonly included: string | null;
  readonly atBorrowersPlace: boolean | null;
}

type AttributeName = keyof Attributes;
type RequestedAttributes = { readonly [Name in AttributeName]?: Attributes[Name] | null };

/** Which attributes a resource of each function has. */
const attributesOf: Readonly<Record<ResourceFunction, readonly AttributeName[]>> = {
  facility: ['areaSquareMetres', 'seats', 'equipment', 'accessibility'],
  people: ['skills', 'languages', 'certificates'],
  service: ['included', 'atBorrowersPlace'],
  information: ['languages'],
  management: ['languages'],
};

const names: readonly AttributeName[] = [...new Set(Object.values(attributesOf).flat())];

/**
 * The stated attributes without duplicate words.
 * @throws DomainError `ATTRIBUTE_NOT_FOR_FUNCTION` naming an attribute of other functions
 */
export function attributesFor(kind: ResourceFunction, said: RequestedAttributes): Attributes {
  const foreign = names.find((name) => !attributesOf[kind].includes(name) && !isEmpty(said[name]));
  if (foreign !== undefined) throw new DomainError('ATTRIBUTE_NOT_FOR_FUNCTION', { pointer: `/${foreign}` });
  const words = (list: readonly string[] | null | undefined): string[] => [
    ...new Set((list ?? []).map((word) => word.trim()).filter((word) => word !== '')),
  ];
  const { areaSquareMetres = null, seats = null, accessibility = null, included = null } = said;
  return {
    areaSquareMetres,
    seats,
    accessibility,
    included,
    equipment: words(said.equipment),
    skills: words(said.skills),
    languages: words(said.languages),
    certificates: words(said.certificates),
    atBorrowersPlace: said.atBorrowersPlace ?? null,
  };
}

/** The search words of a resource, beside its description. */
export function wordsOf(attributes: Attributes | null): string {
  if (attributes === null) return '';
  const { equipment, skills, languages, certificates, accessibility, included } = attributes;
  return [...equipment, ...skills, ...languages, ...certificates, accessibility, included]
    .filter((word) => word !== null)
    .join(' ');
}

function isEmpty(value: RequestedAttributes[AttributeName]): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

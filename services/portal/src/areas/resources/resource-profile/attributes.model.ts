import type { components } from '../../../api/schema.js';
import type { ResourceFunction } from '../resource/resource-filters.js';

export type Attributes = components['schemas']['ResourceAttributesView'];
type Body = components['schemas']['SaveResourceAttributesBody'];

const lists = ['equipment', 'skills', 'languages', 'certificates'] as const;
const texts = ['accessibility', 'included'] as const;
const numbers = ['areaSquareMetres', 'seats'] as const;
type ListName = (typeof lists)[number];
type TextName = (typeof texts)[number];
type NumberName = (typeof numbers)[number];
export type AttributeName = ListName | TextName | NumberName | 'atBorrowersPlace';

/** The fields of each function, in their order on the page. */
export const attributesOf: Readonly<Record<ResourceFunction, readonly AttributeName[]>> = {
  facility: ['areaSquareMetres', 'seats', 'equipment', 'accessibility'],
  people: ['skills', 'languages', 'certificates'],
  service: ['included', 'atBorrowersPlace'],
  information: ['languages'],
  management: ['languages'],
};

export const isList = (name: AttributeName): name is ListName => lists.some((one) => one === name);
export const isNumber = (name: AttributeName): name is NumberName => numbers.some((one) => one === name);

/** As typed: the words of a list side by side. */
export type AttributesForm = Readonly<Partial<Record<Exclude<AttributeName, 'atBorrowersPlace'>, string>>> & {
  readonly atBorrowersPlace?: boolean;
};

export function formOf(attributes: Attributes): AttributesForm {
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    ...Object.fromEntries(lists.map((name) => [name, attributes[name].join('、')])),
    ...Object.fromEntries(texts.map((name) => [name, attributes[name] ?? ''])),
    ...Object.fromEntries(numbers.map((name) => [name, text(attributes[name])])),
    atBorrowersPlace: attributes.atBorrowersPlace ?? false,
  };
}

/** The body, with the fields of the function only. */
export function bodyOf(kind: ResourceFunction, form: AttributesForm): Body {
  const has = (name: AttributeName): boolean => attributesOf[kind].includes(name);
  const said = (name: TextName | NumberName): string | null => form[name]?.trim() || null;
  const number = (name: NumberName): number | null => (said(name) === null ? null : Number(said(name)));
  return {
    ...Object.fromEntries(lists.filter(has).map((name) => [name, wordsIn(form[name])])),
    ...Object.fromEntries(texts.filter(has).map((name) => [name, said(name)])),
    ...Object.fromEntries(numbers.filter(has).map((name) => [name, number(name)])),
    ...(has('atBorrowersPlace') ? { atBorrowersPlace: form.atBorrowersPlace ?? false } : {}),
  };
}

/** How many fields of the function have been filled in. */
export function filledOf(kind: ResourceFunction, attributes: Attributes): number {
  const form = formOf(attributes);
  return attributesOf[kind].filter((name) => Boolean(form[name])).length;
}

function wordsIn(text: string | undefined): string[] {
  const words = (text ?? '').split(/[、,，;；\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

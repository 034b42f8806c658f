import { describe, expect, it } from '@jest/globals';
import * as contracts from '../all.js';
import { Money } from '../words/money.js';

interface Described {
  readonly type?: unknown;
  readonly isArray?: boolean;
}

/** The fields of a request class, with the class of what stands in each, as OpenAPI knows them. */
function fieldsOf(dto: abstract new () => object): { name: string; type: unknown; isArray: boolean }[] {
  const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', dto.prototype) ?? []) as string[];
  return names.map((name) => {
    const field = name.slice(1);
    const described = Reflect.getMetadata('swagger/apiModelProperties', dto.prototype, field) as Described;
    const type =
      typeof described.type === 'function' && described.type.name === 'type'
        ? (described.type as () => unknown)()
        : described.type;
    return { name: field, type, isArray: described.isArray === true };
  });
}

/** A request in which nothing fits but what is asked about: the money in it, however deep. */
function inDollars(dto: abstract new () => object, depth = 0): { value: object; pointers: string[] } {
  const value: Record<string, unknown> = {};
  const pointers: string[] = [];
  for (const { name, type, isArray } of fieldsOf(dto)) {
    if (depth > 3 || typeof type !== 'function' || [String, Number, Boolean, Object].includes(type as never))
      continue;
    const isMoney = type === Money;
    const inner = isMoney
      ? { value: { amount: '100', currency: 'USD' }, pointers: ['/currency'] }
      : inDollars(type as abstract new () => object, depth + 1);
    if (inner.pointers.length === 0) continue;
    value[name] = isArray ? [inner.value] : inner.value;
    pointers.push(...inner.pointers.map((rest) => `/${name}${isArray ? '/0' : ''}${rest}`));
  }
  return { value, pointers };
}

const commands = Object.values(contracts).flatMap((object) =>
  typeof object !== 'object' || object === null
    ? []
    : Object.values(object as Record<string, unknown>).flatMap((one) => {
        const isCall = typeof one === 'object' && one !== null && 'request' in one && 'subject' in one;
        return isCall ? [one as { subject: string; request: abstract new () => object }] : [];
      }),
);
const withMoney = commands
  .map(({ subject, request }) => ({ subject, request, ...inDollars(request) }))
  .filter(({ pointers }) => pointers.length > 0);

describe('E79: another currency than CNY', () => {
  it('can be asked about wherever money comes in', () => {
    expect(withMoney.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['settlement.cost-pool.add-item', 'settlement.ledger-limit.set-amount-limit']),
    );
  });

  it.each(withMoney.map((one) => [one.subject, one] as const))(
    'is refused by %s, with its place',
    (_subject, { request, value, pointers }) => {
      let errors: readonly { pointer: string; code: string }[] = [];
      try {
        contracts.validateAs(request as never, value, { refuseUnknown: true });
      } catch (error) {
        errors = (error as { errors: typeof errors }).errors;
      }
      const refused = errors.filter(({ code }) => code === 'NOT_ONE_OF').map(({ pointer }) => pointer);
      expect(refused).toEqual(expect.arrayContaining(pointers));
    },
  );
});

import { describe, expect, it, jest } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import { pageOf, PageRequest } from './contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  MapOf,
  Nested,
  OneOf,
  Rows,
  SomeOf,
  Text,
  TextList,
  Uuid,
  UuidList,
  Whole,
} from './fields.js';
import { Money } from '../words/money.js';
import { validateAs, validateInSteps, type ValidateOptions } from './validate.js';

const isNumber = (value: unknown): boolean => typeof value === 'number';

class Leaf {
  @Text({ max: 5 }) name: string;
}
class Branch {
  @ListOf(() => Leaf, { max: 3 }) leaves: Leaf[];
  @Nested(() => Leaf, { optional: true }) 'a/b~c'?: Leaf;
}
class Everything extends PageRequest {
  @Text({ optional: true, pattern: /^[a-z]+$/ }) text?: string;
  @Uuid({ optional: true }) uuid?: string;
  @UuidList({ optional: true, max: 2 }) uuids?: string[];
  @Whole({ optional: true, min: 1, max: 9 }) whole?: number;
  @Fraction({ optional: true, min: 0, max: 1 }) fraction?: number;
  @Flag({ optional: true }) flag?: boolean;
  @OneOf(['a', 'b'], { optional: true }) one?: string;
  @SomeOf(['a', 'b'], { optional: true }) some?: string[];
  @Instant({ optional: true }) at?: string;
  @CalendarDate({ optional: true }) day?: string;
  @Nested(() => Branch, { optional: true }) branch?: Branch;
  @ListOf(() => Branch, { optional: true, max: 3 }) branches?: Branch[];
  @TextList({ optional: true, max: 2 }) texts?: string[];
  @MapOf({ type: 'number' }, isNumber, { optional: true, max: 2 }) map?: Record<string, number>;
  @Rows({ type: 'number' }, isNumber, { optional: true, maxRows: 2, maxColumns: 2 }) rows?: number[][];
  @Json({ optional: true }) json?: Record<string, unknown>;
}
class Demanding {
  @Text() must: string;
  @Text({ nullable: true }) mayBeNull: string | null;
}

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

function problemsOf(
  type: new () => object,
  plain: unknown,
  options: Pick<ValidateOptions, 'fromText'> = {},
): string[] {
  try {
    validateAs(type, plain, { refuseUnknown: true, ...options });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('VALIDATION_FAILED');
    return error.errors.map((one) => `${one.pointer} ${one.code}`);
  }
}

describe('validateAs', () => {
  it.each<[field: string, good: unknown, bad: readonly (readonly [value: unknown, problem: string])[]]>([
    [
      'text',
      'abc',
      [
        [5, ' TEXT_EXPECTED'],
        ['', ' TEXT_LENGTH'],
        ['a'.repeat(201), ' TEXT_LENGTH'],
        ['ABC', ' FORMAT'],
        [{}, ' TEXT_EXPECTED'],
      ],
    ],
    [
      'uuid',
      id,
      [
        ['x', ' UUID_EXPECTED'],
        [`${id} `, ' UUID_EXPECTED'],
        [[id], ' UUID_EXPECTED'],
      ],
    ],
    [
      'uuids',
      [id],
      [
        [id, ' LIST_EXPECTED'],
        [['x'], ' UUID_EXPECTED'],
        [[id, id, id], ' LIST_TOO_LONG'],
      ],
    ],
    [
      'whole',
      5,
      [
        ['5', ' WHOLE_NUMBER_EXPECTED'],
        [1.5, ' WHOLE_NUMBER_EXPECTED'],
        [0, ' TOO_SMALL'],
        [10, ' TOO_LARGE'],
        [Number.NaN, ' WHOLE_NUMBER_EXPECTED'],
        [5n, ' WHOLE_NUMBER_EXPECTED'],
      ],
    ],
    [
      'fraction',
      0.5,
      [
        ['0.5', ' NUMBER_EXPECTED'],
        [-0.1, ' TOO_SMALL'],
        [1.1, ' TOO_LARGE'],
        [Infinity, ' NUMBER_EXPECTED'],
      ],
    ],
    [
      'flag',
      true,
      [
        ['true', ' FLAG_EXPECTED'],
        [1, ' FLAG_EXPECTED'],
      ],
    ],
    [
      'one',
      'a',
      [
        ['c', ' NOT_ONE_OF'],
        [['a'], ' NOT_ONE_OF'],
      ],
    ],
    [
      'some',
      ['a'],
      [
        [['c'], ' NOT_ONE_OF'],
        ['a', ' LIST_EXPECTED'],
        [['a', 'b', 'a'], ' LIST_TOO_LONG'],
      ],
    ],
    [
      'at',
      '2026-11-21T09:00:00+08:00',
      [
        ['2026-11-21', ' DATE_FORMAT'],
        ['2026-02-30T09:00:00Z', ' DATE_FORMAT'],
        ['9999-12-31T23:59:59Z', ' YEAR_RANGE'],
        // By the clock of Greenwich: this is 2200 there, and the next 1899.
        ['2199-12-31T23:59:59-12:00', ' YEAR_RANGE'],
        ['1900-01-01T00:00:00+08:00', ' YEAR_RANGE'],
        ['1899-12-31T23:59:59Z', ' YEAR_RANGE'],
        ['2026-11-21T09:00:00', ' DATE_FORMAT'],
        [5, ' DATE_FORMAT'],
      ],
    ],
    [
      'day',
      '1986-05-04',
      [
        ['2026-02-30', ' DATE_FORMAT'],
        ['2026-2-3', ' DATE_FORMAT'],
        ['9999-12-31', ' YEAR_RANGE'],
        ['2026-11-21T00:00:00Z', ' DATE_FORMAT'],
      ],
    ],
    [
      'branch',
      { leaves: [] },
      [
        [[], ' OBJECT_EXPECTED'],
        ['x', ' OBJECT_EXPECTED'],
        [{}, '/leaves REQUIRED'],
      ],
    ],
    [
      'texts',
      ['a'],
      [
        [['a', 'b', 'c'], ' LIST_TOO_LONG'],
        [[1], ' TEXT_EXPECTED'],
      ],
    ],
    [
      'map',
      { a: 1 },
      [
        [{ a: 'x' }, ' MAP_VALUES'],
        [{ a: 1, b: 2, c: 3 }, ' MAP_VALUES'],
        [[], ' OBJECT_EXPECTED'],
      ],
    ],
    [
      'rows',
      [[1, 2], [3]],
      [
        [[['x']], ' ROWS_FORMAT'],
        [[[1, 2, 3]], ' ROWS_FORMAT'],
        [[[], [], []], ' LIST_TOO_LONG'],
      ],
    ],
    [
      'json',
      { a: { b: [1, null] } },
      [
        ['x', ' OBJECT_EXPECTED'],
        [[], ' OBJECT_EXPECTED'],
      ],
    ],
  ])('reads %s, and says what is wrong with it', (field, good, bad) => {
    expect(validateAs(Everything, { [field]: good }, { refuseUnknown: true })).toEqual({ [field]: good });
    for (const [value, problem] of bad) {
      expect([field, value, problemsOf(Everything, { [field]: value })]).toEqual([
        field,
        value,
        [`/${field}${problem}`],
      ]);
    }
  });

  it('reads between services also what was computed from a date within the years that people may say', () => {
    const copied = { at: '2200-06-01T08:00:00.000Z', day: '2203-01-01' };
    expect(problemsOf(Everything, copied)).toEqual(['/at YEAR_RANGE', '/day YEAR_RANGE']);
    expect(validateAs(Everything, copied, { refuseUnknown: false })).toEqual(copied);
    for (const day of ['2200-13-01', '0000-01-01', '9999-12-31'])
      expect(() => validateAs(Everything, { day }, { refuseUnknown: false })).toThrow('VALIDATION_FAILED');
  });

  it('makes an instance of the class, nested ones too', () => {
    const read = validateAs(Everything, { branch: { leaves: [{ name: 'a' }] } }, { refuseUnknown: true });
    expect(read).toBeInstanceOf(Everything);
    expect(read.branch).toBeInstanceOf(Branch);
    expect(read.branch?.leaves[0]).toBeInstanceOf(Leaf);
  });

  it('asks for what is required, and lets null stand for what is nullable or optional alone', () => {
    expect(problemsOf(Demanding, {})).toEqual(['/must REQUIRED', '/mayBeNull REQUIRED']);
    expect(problemsOf(Demanding, { must: null, mayBeNull: null })).toEqual(['/must TEXT_EXPECTED']);
    expect(problemsOf(Everything, { text: null })).toEqual([]);
  });

  it('points into lists and objects, with the characters of RFC 6901 escaped', () => {
    const leaf = { name: 'too long' };
    const branch = { leaves: [{ name: 'a' }, leaf], 'a/b~c': leaf };
    expect(problemsOf(Everything, { branches: [{ leaves: [] }, branch] })).toEqual([
      '/branches/1/leaves/1/name TEXT_LENGTH',
      '/branches/1/a~1b~0c/name TEXT_LENGTH',
    ]);
  });

  it('refuses fields that nobody knows where it is told to, at any depth, and drops them where not', () => {
    const plain = { text: 'abc', more: 1, branch: { leaves: [{ name: 'a', more: 1 }] } };
    expect(problemsOf(Everything, plain).sort()).toEqual([
      '/branch/leaves/0/more UNKNOWN_FIELD',
      '/more UNKNOWN_FIELD',
    ]);
    expect(validateAs(Everything, plain, { refuseUnknown: false })).toEqual({
      text: 'abc',
      branch: { leaves: [{ name: 'a' }] },
    });
  });

  it('reads numbers and flags from text only where text is all there is', () => {
    const query = { whole: '5', flag: 'false', limit: '20' };
    expect(validateAs(Everything, query, { refuseUnknown: true, fromText: true })).toEqual({
      whole: 5,
      flag: false,
      limit: 20,
    });
    expect(problemsOf(Everything, query).sort()).toEqual([
      '/flag FLAG_EXPECTED',
      '/limit WHOLE_NUMBER_EXPECTED',
      '/whole WHOLE_NUMBER_EXPECTED',
    ]);
    for (const whole of ['', ' 5', '5e0', '0x5', '5.0', '１']) {
      expect([whole, problemsOf(Everything, { whole }, { fromText: true })]).toEqual([
        whole,
        ['/whole WHOLE_NUMBER_EXPECTED'],
      ]);
    }
  });

  it('reads numbers and flags from text of those fields that are named', () => {
    const sent = { whole: '5', flag: 'true', limit: '20' };
    expect(problemsOf(Everything, sent, { fromText: ['whole', 'flag'] })).toEqual([
      '/limit WHOLE_NUMBER_EXPECTED',
    ]);
  });

  it('refuses a page of more than 200', () => {
    expect(problemsOf(Everything, { limit: 201 })).toEqual(['/limit TOO_LARGE']);
    expect(problemsOf(Everything, { limit: 0 })).toEqual(['/limit TOO_SMALL']);
  });

  it.each([null, undefined, 5, 'text', [], [{}]])('refuses %j in place of an object', (plain) => {
    expect(problemsOf(Everything, plain)).toEqual([' OBJECT_EXPECTED']);
  });

  it('is not led astray by keys that name the machinery of objects', () => {
    const plain: unknown = JSON.parse(
      '{"text":"abc","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const read = validateAs(Everything, plain, { refuseUnknown: false });
    expect(read).toBeInstanceOf(Everything);
    expect(Object.keys(read)).toEqual(['text']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((read as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a field', { text: 'a\0b' }, '/text'],
    ['a list', { texts: ['a', '\0'] }, '/texts/1'],
    ['free JSON', { json: { deep: ['\0'] } }, '/json/deep/0'],
    ['a key', { json: { 'a\0': 1 } }, '/json'],
    ['an unknown field', { more: '\0' }, '/more'],
    ['half a character', { json: { text: '\ud83d' } }, '/json/text'],
  ])('refuses text that PostgreSQL cannot keep, in %s', (_where, plain, pointer) => {
    expect(problemsOf(Everything, plain)).toEqual([`${pointer} FORMAT`]);
  });

  it.each([
    ['the top', JSON.parse('{"text":"abc","__proto__":1}'), '/__proto__'],
    ['a field', { text: { constructor: 1 } }, '/text/constructor'],
    ['free JSON', { json: { deep: [{ toString: 1 }] } }, '/json/deep/0/toString'],
  ])('refuses at the edge a key that every object inherits, at %s', (_where, plain: unknown, pointer) => {
    expect(problemsOf(Everything, plain)).toEqual([`${pointer} UNKNOWN_FIELD`]);
  });

  it.each([
    ['an override of the direction of writing', 'abc\u202ecod.exe'],
    ['an isolate', 'a\u2066b'],
    ['an escape', 'a\x1bb'],
    ['a control character beyond ASCII', 'a\x85b'],
    ['delete', 'a\x7fb'],
  ])('refuses at the edge %s, and lets it pass between services', (_what, text) => {
    const at = (refuseUnknown: boolean) => () => validateAs(Everything, { texts: [text] }, { refuseUnknown });
    expect(at(true)).toThrow(
      expect.objectContaining({ errors: [{ pointer: '/texts/0', code: 'CONTROL_CHARACTER' }] }),
    );
    expect(at(false)).not.toThrow();
  });

  it.each([
    ['tabs and line breaks', 'a\tb\r\nc'],
    ['joiners, which scripts need', 'ک\u200cک ක්\u200dෂ'],
    ['a family of emoji', '👨\u200d👩\u200d👧'],
  ])('takes %s', (_what, text) => {
    const plain = { texts: [text] };
    expect(() => validateAs(Everything, plain, { refuseUnknown: true })).not.toThrow();
  });

  it('takes whole characters beyond the basic plane', () => {
    expect(problemsOf(Everything, { texts: ['𠮷', '👍'] })).toEqual([]);
  });

  it.each(['[', '{"a":'])('refuses nesting that would overflow the stack (%s…)', (open) => {
    const close = open === '[' ? ']' : '}';
    const deep: unknown = JSON.parse(`{"json":${open.repeat(100_000)}1${close.repeat(100_000)}}`);
    expect(problemsOf(Everything, deep).join()).toMatch(/ FORMAT$/);
  });

  it('refuses a huge list with work that grows with its length alone', () => {
    /** How often anything of the list is read, and how often the rules of its class are looked up. */
    const workFor = (length: number): number => {
      let reads = 0;
      const watched = <T extends object>(target: T): T =>
        new Proxy(target, {
          get: (of, key, receiver) => {
            reads += 1;
            return Reflect.get(of, key, receiver) as unknown;
          },
        });
      const leaves = watched(Array.from({ length }, () => watched({ name: 'too long' })));
      const lookUps = jest.spyOn(getMetadataStorage(), 'getTargetValidationMetadatas');
      expect(problemsOf(Branch, { leaves })[0]).toBe('/leaves LIST_TOO_LONG');
      reads += lookUps.mock.calls.length;
      lookUps.mockRestore();
      return reads;
    };
    const few = workFor(500);
    expect(few).toBeGreaterThan(1_000); // each is read, and its rules are
    // Eight times as many take eight times the work, and 64 times where each were compared with each.
    expect(workFor(4_000)).toBeLessThan(9 * few);
  });

  it('finds the rules of a field without looking at those of others', () => {
    /** How many entries of lists are looked at in the search for something while an object of the class is read. */
    const looksFor = (type: new () => object): number => {
      const plain = { name: 'a' };
      validateAs(type, plain, { refuseUnknown: true });
      const find: (this: unknown[], ...how: Parameters<unknown[]['find']>) => unknown = Array.prototype.find;
      let looks = 0;
      const searches = jest.spyOn(Array.prototype, 'find').mockImplementation(function (
        this: unknown[],
        isIt,
        self,
      ) {
        const counting: typeof isIt = (...entry) => {
          looks += 1;
          return isIt.apply(self, entry);
        };
        return find.call(this, counting);
      });
      validateAs(type, plain, { refuseUnknown: true });
      searches.mockRestore();
      return looks;
    };
    const makeNamed = (): new () => object => {
      class Named {
        @Text() name: string;
      }
      return Named;
    };
    const first = looksFor(makeNamed());
    for (let others = 0; others < 200; others += 1)
      validateAs(makeNamed(), { name: 'a' }, { refuseUnknown: true });
    expect(looksFor(makeNamed())).toBe(first);
  });

  it('answers any JSON with an instance or with VALIDATION_FAILED, never with another error', () => {
    const fields = Object.fromEntries(
      ['text', 'whole', 'branch', 'branches', 'map', 'rows', 'json', 'at', 'some'].map((name) => [
        name,
        fc.jsonValue(),
      ]),
    );
    fc.assert(
      fc.property(fc.record(fields, { requiredKeys: [] }), (plain) => {
        expect(Array.isArray(problemsOf(Everything, plain))).toBe(true);
      }),
    );
  });
});

describe('validateInSteps', () => {
  class Crowd {
    @Text() name: string;
    @ListOf(() => Leaf, { min: 2, max: 3_000 }) leaves: Leaf[];
  }
  const leaves = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}` }));
  const inSteps = (plain: unknown) => validateInSteps(Crowd, plain, { refuseUnknown: true });

  it.each([2, 500, 501, 1_000, 3_000])('reads %d as validateAs does', async (count) => {
    const plain = { name: 'a', leaves: leaves(count) };
    const read = await inSteps(plain);
    expect(read).toEqual(validateAs(Crowd, plain, { refuseUnknown: true }));
    expect(read.leaves.at(-1)).toBeInstanceOf(Leaf);
  });

  it('says what is wrong with the same pointers, and of what stands beside the list once', async () => {
    const many: unknown[] = leaves(1_600);
    many[0] = { name: 'too long' };
    many[501] = { name: 'a', more: 1 };
    many[1_599] = 5;
    for (const plain of [{ leaves: many }, { name: 'a', leaves: many, more: 1 }]) {
      const whole = problemsOf(Crowd, plain);
      const told = await inSteps(plain).catch((error: DomainError) =>
        error.errors.map(({ pointer, code }) => `${pointer} ${code}`),
      );
      expect([...(told as string[])].sort()).toEqual([...whole].sort());
    }
  });

  /** How often the event loop comes round until so many requests, which come at once, are read. */
  async function turnsFor(requests: number, items: number): Promise<number> {
    let [turns, isOver] = [0, false];
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const request = { name: 'a', leaves: leaves(items) };
    await Promise.all(Array.from({ length: requests }, () => inSteps(request)));
    isOver = true;
    return turns;
  }

  it('takes one step in each turn of the event loop, however many lists are read', async () => {
    // Ten lists of fifteen steps each.
    expect(await turnsFor(10, 3_000)).toBeGreaterThanOrEqual(140);
  });

  it('reads one middling request in each turn, however many come at once, and small ones at once', async () => {
    expect(await turnsFor(50, 100)).toBeGreaterThanOrEqual(48);
    expect(await turnsFor(50, 5)).toBeLessThanOrEqual(1);
  });

  it('refuses a list that is too long, and a hundred faults, without reading on', async () => {
    await expect(inSteps({ name: 'a', leaves: leaves(3_001) })).rejects.toMatchObject({
      errors: [{ pointer: '/leaves', code: 'LIST_TOO_LONG' }],
    });
    const wrong = leaves(3_000).map(() => ({ name: 'too long' }));
    const refused = await inSteps({ name: 'a', leaves: wrong }).catch((error: DomainError) => error);
    expect((refused as DomainError).errors).toHaveLength(100);
  });

  it('lets others have their turn between the steps', async () => {
    let isRead = false;
    const reading = inSteps({ name: 'a', leaves: leaves(3_000) }).then(() => (isRead = true));
    for (let turn = 1; turn < 6; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      expect([turn, isRead]).toEqual([turn, false]);
    }
    await reading;
  });
});

describe('a number that is written as text', () => {
  class Invoice {
    @Text({ max: 20, figures: true }) number: string;
    @Text({ max: 20 }) buyer: string;
    @Nested(() => Money) amount: Money;
  }

  it('is read however a Chinese keyboard typed it; words stay as they were typed', () => {
    const typed = {
      number: '２４４２２ ００００\u3000１２Ｘ',
      buyer: '工会\u3000２部',
      amount: { amount: '１２０００', currency: 'CNY' },
    };
    expect(validateAs(Invoice, typed, { refuseUnknown: true })).toEqual({
      number: '24422000012X',
      buyer: '工会\u3000２部',
      amount: { amount: '12000', currency: 'CNY' },
    });
  });

  it.each([
    ['of blanks alone', { number: '\u3000 ' }, '/number'],
    ['of no text', { number: 12 }, '/number'],
    ['with words in an amount', { amount: { amount: '十二', currency: 'CNY' } }, '/amount/amount'],
  ])('%s is refused', (_what, changes, pointer) => {
    const typed = { number: '1', buyer: '甲', amount: { amount: '1', currency: 'CNY' }, ...changes };
    expect(() => validateAs(Invoice, typed, { refuseUnknown: true })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('pageOf', () => {
  it('is the same class for the same view, so that OpenAPI knows it by one name', () => {
    expect(pageOf(Leaf)).toBe(pageOf(Leaf));
    expect(pageOf(Leaf).name).toBe('LeafPage');
  });
});

import { describe, expect, it } from '@jest/globals';
import { readPeople } from './application.model.js';

describe('a pasted list of people', () => {
  it.each([
    ['张三 13800001234', '张三', '13800001234'],
    ['张三,13800001234', '张三', '13800001234'],
    ['买买提·艾力\t138 0000 1234', '买买提·艾力', '13800001234'],
    ['Li Lei；+85291234567', 'Li Lei', '+85291234567'],
    [' 李四，138-0000-1234 ', '李四', '13800001234'],
  ])('has %j as a name and a phone', (line, name, phone) => {
    expect(readPeople(line)).toEqual({ people: [{ name, phone }], unread: [] });
  });

  it('names the lines that cannot be read, and leaves out empty ones', () => {
    expect(readPeople('姓名 手机\n\n张三 13800001234\n13800001234')).toMatchObject({
      people: [{ name: '张三' }],
      unread: [1, 4],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { feedAddresses } from './feed-address.model.js';

describe('the addresses of a calendar', () => {
  it.each([
    ['https://union.example', 'webcal://union.example/calendars/x.ics'],
    ['http://127.0.0.1:3000', 'webcal://127.0.0.1:3000/calendars/x.ics'],
  ])('at %s open it by %s', (origin, link) => {
    expect(feedAddresses('/calendars/x.ics', origin)).toEqual({ url: `${origin}/calendars/x.ics`, link });
  });
});

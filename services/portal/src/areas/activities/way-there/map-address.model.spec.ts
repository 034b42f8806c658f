import { expect, it } from '@jest/globals';
import { destinationOf, mapAddressOf } from './map-address.model.js';

const hall = { title: 'Hall', place: '中山路 374 号', latitude: 30.55, longitude: 114.3 };
const without = { ...hall, latitude: null, longitude: null };

it.each([
  ['nothing', null, null, null],
  ['words alone', '三楼', null, { name: '三楼', at: null }],
  ['words and coordinates', '三楼', hall, { name: '三楼', at: { latitude: 30.55, longitude: 114.3 } }],
  ['words and an address', '三楼', without, { name: '中山路 374 号', at: null }],
  ['an address alone', null, without, { name: '中山路 374 号', at: null }],
  ['a title alone', null, { ...without, place: null }, { name: 'Hall', at: null }],
  ['half of the coordinates', '三楼', { ...hall, longitude: null }, { name: '中山路 374 号', at: null }],
])('knows the way by %s', (_name, venue, resource, expected) => {
  expect(destinationOf(venue, resource)).toEqual(expected);
});

it.each([
  [{ name: '三楼&四楼', at: null }, { keyword: '三楼&四楼', src: 'gongxiang', callnative: '1' }, '/search'],
  [
    { name: '三楼', at: { latitude: 30.55, longitude: 114.3 } },
    { position: '114.3,30.55', name: '三楼', coordinate: 'wgs84', src: 'gongxiang', callnative: '1' },
    '/marker',
  ],
])('opens the map at %j', (destination, query, path) => {
  const url = new URL(mapAddressOf(destination));
  expect(url.pathname).toBe(path);
  expect(Object.fromEntries(url.searchParams)).toEqual(query);
});

import { expect, it } from 'vitest';
import { pathOf, type Route, routeOf } from './route.ts';

const routes: readonly Route[] = [
  { page: 'analyses' },
  { page: 'analysis', id: 'e66f' },
  { page: 'runners' },
  { page: 'runner', id: '12' },
  { page: 'compare', first: null, second: null },
  { page: 'compare', first: 'a', second: null },
  { page: 'compare', first: 'a', second: 'b' },
  { page: 'account', section: 'credits' },
];

it.each(routes)('finds $page at its own address', (route) => {
  expect(routeOf(new URL(pathOf(route), 'http://127.0.0.1'))).toEqual(route);
});

it.each(['/console/nothing', '/console/account/else', '/console/runners/1/2', '/elsewhere'])('knows no %s', (path) => {
  expect(routeOf(new URL(path, 'http://127.0.0.1'))).toEqual({ page: 'unknown' });
});

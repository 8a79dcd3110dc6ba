import { expect, it } from 'vitest';
import { generatePassword, passwordFault } from './password-rules.ts';

it.each([
  ['elevenchars', 'at least 12'],
  ['x'.repeat(201), 'at most 200'],
  ['aaaaaaaaaaaaaaa', 'more than three different'],
  ['abcabcabcabcabc', 'more than three different'],
  ['twelve chars\0', 'no control'],
  ['Mia-the-runner', 'name of the person'],
])('refuses %s', (password, why) => {
  expect(passwordFault(password, 'mia')).toContain(why);
});

it.each(['twelve chars', '四季の歌を歌いながら走る人', 'Mia and a whole long sentence after it'])(
  'takes %s',
  (password) => {
    expect(passwordFault(password, 'mia')).toBeNull();
  },
);

it('makes passwords that it takes itself, each its own', () => {
  const made = Array.from({ length: 100 }, generatePassword);
  expect(new Set(made).size).toBe(100);
  for (const password of made)
    for (const name of ['somebody', 'x', '-', 'Al', 'Mia']) expect(passwordFault(password, name)).toBeNull();
});

it('finds no name in a password that is as short as stands in many', () => {
  expect(passwordFault('an extra word', 'X')).toBeNull();
  expect(passwordFault('an extra word', 'Ext')).toContain('name of the person');
});

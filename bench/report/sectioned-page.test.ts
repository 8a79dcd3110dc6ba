import { expect, it } from 'vitest';
import { accuracyPage } from './accuracy-page.ts';
import { benchmarksPage } from './benchmarks-page.ts';
import { sectionOf, withSection } from './sectioned-page.ts';
import { floorTable } from './table.ts';

it('replaces one section and leaves the others as they are', () => {
  const first = withSection(benchmarksPage, '', 'clip', 'clips of 2025\n');
  const both = withSection(benchmarksPage, first, 'limit', 'a limit');
  const renewed = withSection(benchmarksPage, both, 'clip', 'clips of 2026');
  expect(sectionOf(benchmarksPage, renewed, 'clip')).toBe('clips of 2026');
  expect(sectionOf(benchmarksPage, renewed, 'limit')).toBe('a limit');
  expect(sectionOf(benchmarksPage, renewed, 'frame-loop')).toBe('Not measured yet.');
  expect(withSection(benchmarksPage, renewed, 'limit', 'a limit')).toBe(renewed);
});

it('has no section in a page without one', () => {
  expect(sectionOf(benchmarksPage, '# Benchmarks', 'clip')).toBeNull();
});

it('gathers the floors of every part at the top of the accuracy page', () => {
  const floors = (what: string, value: number) =>
    floorTable([{ floor: { what, unit: 'ms', floor: 10, aim: 6, better: 'less' }, value }]);
  const first = withSection(accuracyPage, '', 'synthetic', `${floors('contact', 7)}\n\nMore.`);
  const both = withSection(accuracyPage, first, 'plates', `${floors('flight', 11)}\n\nMore.`);
  const top = both.slice(0, both.indexOf('## '));
  expect(top).toContain('| contact | **7.00 ms** | at most 10 ms | 6 ms | holds |');
  expect(top).toContain('| flight | **11.0 ms** | at most 10 ms | 6 ms | missed |');
});

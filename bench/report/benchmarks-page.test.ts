import { expect, it } from 'vitest';
import { sectionOf, withSection } from './benchmarks-page.ts';

it('replaces one section and leaves the others as they are', () => {
  const first = withSection('', 'clip', 'clips of 2025\n');
  const both = withSection(first, 'limit', 'a limit');
  const renewed = withSection(both, 'clip', 'clips of 2026');
  expect(sectionOf(renewed, 'clip')).toBe('clips of 2026');
  expect(sectionOf(renewed, 'limit')).toBe('a limit');
  expect(sectionOf(renewed, 'frame-loop')).toBe('Not measured yet.');
  expect(withSection(renewed, 'limit', 'a limit')).toBe(renewed);
});

it('has no section in a page without one', () => {
  expect(sectionOf('# Benchmarks', 'clip')).toBeNull();
});

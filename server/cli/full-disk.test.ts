import { expect, it } from 'vitest';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { tellFullDisk } from './full-disk.ts';

it.each([
  ['No space left on device', undefined],
  ['Disk quota exceeded', undefined],
  ['the child ended', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) }],
])('tells a disk that is full as every other step does: %s', (words, options) => {
  expect(tellFullDisk(new StrideError('decoder_failed', words, options), '/out/a.mp4')).toMatchObject({
    code: 'output_not_writable',
    detail: '/out/a.mp4: there is no room left on the disk',
  });
});

it('leaves what else went wrong as it is', () => {
  for (const error of [new StrideError('decoder_failed', 'Invalid argument'), new Error('No space left on device')])
    expect(tellFullDisk(error, '/out/a.mp4')).toBe(error);
});

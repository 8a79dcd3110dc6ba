import { expect, it } from 'vitest';
import { OutageLog, outageOf } from './outage-log.ts';

function logOver() {
  const lines: [string, Record<string, unknown>][] = [];
  let nowMs = 1000;
  const note = (fields: object, line: string): void => void lines.push([line, { ...fields }]);
  const log = new OutageLog(outageOf('the database'), { warn: note, error: note } as never, () => nowMs);
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { log, lines, pass };
}

const fault = new Error('refused');

it('tells of an outage when it begins, every half a minute at most, and when it is over', () => {
  const { log, lines, pass } = logOver();
  for (let tries = 0; tries < 650; tries++) {
    log.failed(fault, { analysis: 'a' });
    pass(100);
  }
  pass(900);
  log.worked();
  log.worked();
  expect(lines).toEqual([
    ['the database fails', { err: fault, analysis: 'a' }],
    ['the database still fails', { fault: 'refused', analysis: 'a', forS: 30, failures: 301 }],
    ['the database still fails', { fault: 'refused', analysis: 'a', forS: 60, failures: 601 }],
    ['the database works again', { forS: 65.9, failures: 650 }],
  ]);
  log.failed(fault);
  expect(lines).toHaveLength(5);
});

it('says nothing of what works, nor that it is over while others still fail', () => {
  const { log, lines, pass } = logOver();
  log.worked();
  log.failed(new AggregateError([fault]));
  pass(100);
  log.worked();
  log.failed(fault);
  expect(lines).toHaveLength(1);
  pass(501);
  log.worked();
  expect([log.failedWithin(500), log.failedWithin(501)]).toEqual([false, true]);
  expect(lines.at(-1)).toEqual(['the database works again', { forS: 0.6, failures: 2 }]);
});

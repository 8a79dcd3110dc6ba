// What `stridelab/emulator` is: the emulator for a test suite's own process.
export type { ClockMode } from './clock/emulated-clock.ts';
export type { Emulator, Journal, MadeKey } from './emulator.ts';
export type { DeliveryEntry, RequestEntry } from './journal/entries.ts';
export { sampleClip } from './media/sample-clip.ts';
export type { EmulatorOptions } from './options.ts';
export { startEmulator } from './start-emulator.ts';

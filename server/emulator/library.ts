// What `stridelab/emulator` is: the emulator for a test suite's own process.
export type { ClockMode } from './clock/emulated-clock.ts';
export type { Emulator, MadeKey } from './emulator.ts';
export type { DeliveryEntry, RequestEntry } from './journal/entries.ts';
export type { Journal } from './journal/journal.ts';
export { sampleClip } from './media/sample-clip.ts';
export type { EmulatorOptions } from './options.ts';
export { startEmulator } from './start-emulator.ts';
export type { FaultRule } from './world/behaviour.ts';
export type { Snapshot } from './world/snapshot.ts';

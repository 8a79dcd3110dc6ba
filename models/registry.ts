/** The pose networks that can be chosen. */
export const networkIds = [
  'blazepose-full',
  'blazepose-lite',
  'blazepose-heavy',
  'movenet-lightning',
  'movenet-thunder',
] as const;
export type NetworkId = (typeof networkIds)[number];

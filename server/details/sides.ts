/** Both legs, in the order in which they are listed. */
export const sides = ['left', 'right'] as const;

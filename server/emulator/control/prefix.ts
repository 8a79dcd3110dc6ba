/** Under which the emulator is told what to do; no path of the API begins with it. */
export const controlPrefix = '/_stridelab';

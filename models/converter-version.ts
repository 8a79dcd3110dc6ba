/** To be raised with every change that alters a converted file, so that cached ones are made anew. */
export const converterVersion = 3;

/** What the first line of a poses file calls itself. Apart from the schema, whose checks a program that only writes one need not load. */
export const posesFormat = 'stridelab-poses';
export const posesVersion = 1;

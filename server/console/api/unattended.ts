/** The header, with the value `1`, of requests that a page makes while nobody does anything on it: they keep no session alive. */
export const unattendedHeader = 'x-stridelab-unattended';

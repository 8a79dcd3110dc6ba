/**
 * Writes a value, such as a path, into FFmpeg's filter syntax, which unescapes twice: once for the option
 * (`\`, `'`, `:`), once for the chain (`\`, `'`, `[`, `]`, `,`, `;`).
 */
export const filterValue = (value: string): string => value.replace(/[\\':]/g, '\\$&').replace(/[\\'[\],;]/g, '\\$&');

import { type Details, detailsFormat, detailsVersion } from './details.ts';

/**
 * Details as this version reads them: null for anything else, such as an analysis of before they were kept, or of a newer version.
 * What calls itself details was written by us and is taken at its word.
 */
export const readDetails = (json: unknown): Details | null => (isDetails(json) ? json : null);

const isDetails = (json: unknown): json is Details =>
  typeof json === 'object' &&
  json !== null &&
  'format' in json &&
  json.format === detailsFormat &&
  'version' in json &&
  json.version === detailsVersion;
